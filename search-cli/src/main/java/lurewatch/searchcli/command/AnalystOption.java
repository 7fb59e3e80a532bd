package lurewatch.searchcli.command;

import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who works here.
final class AnalystOption {
    private static final int LONGEST = 100;
    private static final String OPTION = "--analyst";

    @Option(
            names = OPTION,
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

    /// A name, and where it stands.
    private record Named(String where, String name) {}

    private static String name(Session session, Optional<String> given) {
        Named named =
                given.map(name -> new Named(OPTION, name))
                        .or(() -> variable(session, "LUREWATCH_ANALYST"))
                        .or(() -> variable(session, "USER"))
                        .orElseGet(() ->
                                new Named(
                                        "the login name",
                                        System.getProperty("user.name", "unknown")));
        String name = named.name().strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    String.format(
                            Locale.ROOT,
                            "%s: an analyst's name has 1 to %d characters, this one has %d%s",
                            named.where(),
                            LONGEST,
                            name.length(),
                            named.where().equals(OPTION)
                                    ? ""
                                    : "; set LUREWATCH_ANALYST to yours"));
        }
        return name;
    }

    private static Optional<Named> variable(Session session, String variable) {
        return session.variable(variable).map(name -> new Named(variable, name));
    }
}
