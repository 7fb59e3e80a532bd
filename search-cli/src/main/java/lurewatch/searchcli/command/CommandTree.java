package lurewatch.searchcli.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.render.TerminalText;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// All commands, and what becomes of their failures: one line on standard error and an exit code.
public final class CommandTree {
    private static final String DEBUG = "LUREWATCH_DEBUG";

    private final Session session;
    private final CommandLine commandLine;

    private CommandTree(Session session) {
        this.session = session;
        this.commandLine = new CommandLine(new RootCommand());
        commandLine
                .addSubcommand(new SearchCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new AssessCommand(session))
                .addSubcommand(new SignalsCommand(session))
                .addSubcommand(new StatsCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new CompletionCommand(session));
        configure();
    }

    private void configure() {
        commandLine
                // `@name` is a contact here, not a file of arguments.
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.min(session.width(), 100))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExitCodeExceptionMapper(failure -> ExitCode.of(failure).number())
                .setParameterExceptionHandler((failure, _) -> misused(failure))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
                .setExecutionStrategy(new CommandLine.RunLast());
    }

    /// Runs what the arguments name and gives the exit code.
    public static int run(Session session, String[] args) {
        CommandTree tree = new CommandTree(session);
        try {
            int code = tree.commandLine.execute(args);
            Object result = last(tree.commandLine).getExecutionResult();
            return result instanceof ExitCode ending ? ending.number() : code;
        } catch (StackOverflowError | OutOfMemoryError e) {
            return tree.failed(e);
        }
    }

    private static CommandLine last(CommandLine commandLine) {
        CommandLine.ParseResult result = commandLine.getParseResult();
        return result != null && result.hasSubcommand()
                ? result.subcommand().commandSpec().commandLine()
                : commandLine;
    }

    private int misused(ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        session.tell(TerminalText.line(String.valueOf(failure.getMessage())));
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            session.err()
                    .println(
                            "  did you mean "
                                    + String.join(" or ", unmatched.getSuggestions())
                                    + "?");
        }
        session.err().println("  '" + command + " --help' explains it");
        return ExitCode.of(failure).number();
    }

    private int failed(Throwable failure) {
        if (session.variable(DEBUG).isPresent()) {
            failure.printStackTrace(session.err());
        }
        if (failure instanceof QueryException wrong) {
            pointOut(wrong);
        } else {
            session.tell(TerminalText.line(message(failure)));
        }
        return ExitCode.of(failure).number();
    }

    private void pointOut(QueryException wrong) {
        String query = lastQuery();
        int at = Math.min(wrong.position(), query.length());
        session.tell(TerminalText.line(String.valueOf(wrong.getMessage())));
        session.err().println("  " + TerminalText.line(query));
        int column = TerminalText.width(TerminalText.line(query.substring(0, at)));
        session.err().println("  " + " ".repeat(column) + "^");
        wrong.correction()
                .ifPresent(better -> session.err().println("  try: " + TerminalText.line(better)));
    }

    private String lastQuery() {
        Object command = last(commandLine).getCommand();
        return command instanceof Querying querying ? querying.query() : "";
    }

    private static String message(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("");
        return switch (failure) {
            case CommandFailure _ -> message;
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "may not be read: " + denied.getFile();
            case RuntimeException _ when ExitCode.of(failure) != ExitCode.INTERNAL -> message;
            case java.io.IOException _ -> message;
            default ->
                    String.format(
                            Locale.ROOT,
                            "a fault of this program (%s: %s); please report it, with what %s=1 prints",
                            failure.getClass().getSimpleName(),
                            message,
                            DEBUG);
        };
    }
}
