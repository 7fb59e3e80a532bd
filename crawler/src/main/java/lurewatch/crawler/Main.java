package lurewatch.crawler;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lurewatch.crawler.driver.CommandTree;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.SqliteLibrary;

/// Where the program starts and ends.
public final class Main {
    /// Held here, as a logger nobody holds may forget its level. Lucene tells at every start which
    /// vector instructions it does without; our users did not ask.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Main() {}

    public static void main(String[] args) {
        SqliteLibrary.settle();
        System.exit(run(args, Session.standardOutput(), Session.standardError(), System.getenv()));
    }

    /// Runs one command and gives its exit code. Never throws.
    public static int run(
            String[] args, PrintStream out, PrintStream err, Map<String, String> environment) {
        LUCENE.setLevel(Level.OFF);
        Session session =
                new Session(
                        InputStream.nullInputStream(),
                        out,
                        err,
                        environment,
                        InstantSource.system());
        return session.ending(CommandTree.run(session, args));
    }
}
