package lurewatch.indexer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A program's commands, and what becomes of their failures: one line on standard error, what to do
/// about it, and an exit code. A stack trace only where `LUREWATCH_DEBUG` is set.
public final class CommandShell {
    private static final Pattern VALUES =
            Pattern.compile("expected one of \\[([^\\]]*)\\] \\(case-insensitive\\) but was");

    /// What Java makes of bytes that are no text.
    private static final String NO_TEXT = "\uFFFD";

    private static final String DEBUG = "LUREWATCH_DEBUG";

    /// Commands that the launcher sends to the other program.
    private static final String ELSEWHERE = "LUREWATCH_ELSEWHERE";

    private static final int WIDEST_HELP = 100;

    /// Picocli lays out help for no less.
    private static final int NARROWEST_HELP = 55;

    private final Session session;
    private final Function<Throwable, Optional<Explained>> own;
    private final CommandLine commandLine;

    /// A failure put into words.
    ///
    /// @param lines the message, and below it what helps; already safe for a terminal
    public record Explained(ExitCode exitCode, List<String> lines) {
        public Explained {
            lines = List.copyOf(lines);
        }

        /// With a message from anywhere.
        public static Explained plainly(ExitCode exitCode, Throwable failure) {
            return new Explained(
                    exitCode, List.of(TerminalText.line(String.valueOf(failure.getMessage()))));
        }
    }

    /// @param root the command that has the others below it
    /// @param commands objects with picocli's annotations whose `call` gives an [ExitCode]; one
    ///   alone where it is known that no other will be asked for
    /// @param own what the program's own exceptions mean; empty for those it does not know
    public CommandShell(
            Session session,
            Object root,
            List<?> commands,
            Function<Throwable, Optional<Explained>> own) {
        this.session = session;
        this.own = own;
        this.commandLine = new CommandLine(root);
        commands.forEach(commandLine::addSubcommand);
        if (commands.size() > 1) {
            // These two speak of all commands.
            commandLine.addSubcommand(new ManCommand(session));
            commandLine.addSubcommand(new OutlineCommand(session));
        }
        configure();
        Paragraphs.join(commandLine);
    }

    /// How wide help is on this terminal.
    public static int helpWidth(Session session) {
        return Math.clamp(session.width(), NARROWEST_HELP, WIDEST_HELP);
    }

    private void configure() {
        commandLine
                // `@name` is a contact here, not a file of arguments.
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(helpWidth(session))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((failure, _) -> misused(failure))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
                .setExecutionStrategy(new CommandLine.RunLast());
    }

    /// Runs what the arguments name and gives the exit code. Never throws.
    public int run(String[] args) {
        Optional<String> unreadable =
                Stream.of(args).filter(argument -> argument.contains(NO_TEXT)).findFirst();
        if (unreadable.isPresent()) {
            // Searched for or noted, it would be what nobody typed, in the account for good.
            session.tell(
                    TerminalText.line(
                            "'"
                                    + unreadable.get()
                                    + "' is no UTF-8, or has the sign that stands for what could"
                                    + " not be read; type it anew, in a UTF-8 terminal"));
            return ExitCode.USAGE.number();
        }
        try {
            int code = commandLine.execute(args);
            Object result = last().getExecutionResult();
            return result instanceof ExitCode ending ? ending.number() : code;
        } catch (StackOverflowError | OutOfMemoryError e) {
            return failed(e);
        }
    }

    /// The command that ran last, or the root.
    public Object lastCommand() {
        return last().getCommand();
    }

    private CommandLine last() {
        CommandLine last = commandLine;
        CommandLine.ParseResult result = commandLine.getParseResult();
        while (result != null && result.hasSubcommand()) {
            result = result.subcommand();
            last = result.commandSpec().commandLine();
        }
        return last;
    }

    private int misused(ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        session.tell(TerminalText.line(message(failure)));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            meant(unmatched)
                    .ifPresent(name -> session.err().println("  did you mean " + name + "?"));
        }
        session.err().println("  '" + command + " --help' explains it");
        return ExitCode.USAGE.number();
    }

    private static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !failure.getCommandLine().getSubcommands().isEmpty()) {
            String typed = unmatched.getUnmatched().getFirst();
            if (!typed.startsWith("-")) {
                CommandLine command = failure.getCommandLine();
                return "there is no command '"
                        + typed
                        + "'"
                        + (command.getParent() == null
                                ? ""
                                : " of '"
                                        + command.getCommandSpec().qualifiedName()
                                        + "'; it has "
                                        + String.join(", ", command.getSubcommands().keySet()));
            }
        }
        if (failure instanceof MissingParameterException missing) {
            return inPlainWords(missing.getMessage() + choices(missing));
        }
        String message = String.valueOf(failure.getMessage());
        return message.equals("Missing required subcommand")
                ? "which command? "
                        + String.join(", ", failure.getCommandLine().getSubcommands().keySet())
                : inPlainWords(message);
    }

    /// What may stand where one word alone is missing, if that is known.
    private static String choices(MissingParameterException missing) {
        List<ArgSpec> specs = missing.getMissing();
        Iterable<String> choices =
                specs.size() == 1 ? specs.getFirst().completionCandidates() : null;
        return choices == null ? "" : "; it is one of " + String.join(", ", choices);
    }

    /// Values as help writes them, and no names of Java's types.
    private static String inPlainWords(String message) {
        Matcher values = VALUES.matcher(message);
        return (values.find()
                        ? values.replaceFirst(found ->
                                Matcher.quoteReplacement(
                                        "it is one of "
                                                + found.group(1).toLowerCase(Locale.ROOT)
                                                + ", not"))
                        : message)
                .replaceFirst(
                        "^Unmatched arguments? (?:at|from) index \\d+: ", "more than it takes: ")
                .replaceFirst(
                        "^Invalid value for positional parameter at index \\d+ \\((\\w+)\\): ",
                        "$1: ")
                .replaceFirst("is not an? (int|long)$", "is no whole number, or too large")
                .replaceFirst("is not a double$", "is no number");
    }

    /// The command or option whose name is most like the first word that means nothing.
    private Optional<String> meant(UnmatchedArgumentException failure) {
        String typed = failure.getUnmatched().getFirst();
        CommandLine command = failure.getCommandLine();
        Set<String> names = new TreeSet<>();
        if (typed.startsWith("-")) {
            names.addAll(command.getCommandSpec().optionsMap().keySet());
        } else {
            names.addAll(command.getSubcommands().keySet());
            if (command.getParent() == null) {
                names.addAll(List.of(session.variable(ELSEWHERE).orElse("").split(" ", -1)));
            }
        }
        names.remove("");
        return Nearest.to(typed, names);
    }

    private int failed(Throwable failure) {
        if (session.variable(DEBUG).isPresent()) {
            failure.printStackTrace(session.err());
        }
        Explained explained = own.apply(failure).orElseGet(() -> explained(failure));
        session.tell(explained.lines().getFirst());
        explained.lines().stream().skip(1).forEach(line -> session.err().println("  " + line));
        return explained.exitCode().number();
    }

    /// What any program's exceptions mean. With `own`, the one place where exit codes are decided.
    private static Explained explained(Throwable failure) {
        return switch (failure) {
            case CommandFailure stated -> Explained.plainly(stated.exitCode(), stated);
            case SettingsException wrong -> Explained.plainly(ExitCode.NOT_USABLE, wrong);
            case NoSuchFileException missing -> notUsable("no such file: " + missing.getFile());
            case AccessDeniedException denied -> notUsable("no access to " + denied.getFile());
            case IOException _ -> Explained.plainly(ExitCode.NOT_USABLE, failure);
            case UncheckedIOException unchecked ->
                    explained(Objects.requireNonNull(unchecked.getCause()));
            case InterruptedException _ ->
                    new Explained(ExitCode.INTERRUPTED, List.of("interrupted"));
            default ->
                    new Explained(
                            ExitCode.INTERNAL,
                            List.of(
                                    TerminalText.line(
                                            String.format(
                                                    Locale.ROOT,
                                                    "a fault of this program (%s: %s); please"
                                                            + " report it, with what %s=1 prints",
                                                    failure.getClass().getSimpleName(),
                                                    failure.getMessage(),
                                                    DEBUG))));
        };
    }

    private static Explained notUsable(String what) {
        return new Explained(ExitCode.NOT_USABLE, List.of(TerminalText.line(what)));
    }
}
