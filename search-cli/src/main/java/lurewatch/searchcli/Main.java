package lurewatch.searchcli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.SqliteLibrary;
import lurewatch.searchcli.command.CommandTree;

/// Where the program starts and ends.
public final class Main {
    /// Held here, as a logger nobody holds may forget its level. Lucene tells at every start which
    /// vector instructions it does without; our users did not ask.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Main() {}

    public static void main(String[] args) {
        // A library has nothing to tell the person at the terminal; what matters becomes an error
        // message. A logging system that is set up to say nothing costs a fifth of a start.
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        SqliteLibrary.settle();
        System.exit(
                run(
                        args,
                        System.in,
                        Session.standardOutput(),
                        Session.standardError(),
                        System.getenv()));
    }

    /// Runs one command and gives its exit code. Never throws, and never prints a stack trace
    /// unless `LUREWATCH_DEBUG` is set.
    public static int run(
            String[] args,
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment) {
        LUCENE.setLevel(Level.OFF);
        Session session = new Session(in, out, err, environment, InstantSource.system());
        return session.ending(CommandTree.run(session, args));
    }
}
