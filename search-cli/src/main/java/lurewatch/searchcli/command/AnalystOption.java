package lurewatch.searchcli.command;

import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who works here.
final class AnalystOption {
    private static final int LONGEST = 100;

    @Option(
            names = "--analyst",
            paramLabel = "NAME",
            description = "Who does this (or LUREWATCH_ANALYST). Default: the login name.")
    private @Nullable String analyst;

    String name(Session session) {
        return name(session, Optional.ofNullable(analyst));
    }

    /// What the environment says, else the login name.
    static String usual(Session session) {
        return name(session, Optional.empty());
    }

    private static String name(Session session, Optional<String> given) {
        String name =
                given.or(() -> session.variable("LUREWATCH_ANALYST"))
                        .or(() -> session.variable("LUREWATCH_ACTOR"))
                        .or(() -> session.variable("USER"))
                        .orElseGet(() -> System.getProperty("user.name", "unknown"))
                        .strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new CommandFailure(
                    ExitCode.USAGE, "an analyst's name has 1 to " + LONGEST + " characters");
        }
        return name;
    }
}
