package lurewatch.searchcli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;

/// Reads lines and runs the commands on them, each as if it had been started alone.
public final class Shell {
    /// What is no command elsewhere.
    static final Map<String, String> OWN =
            new TreeMap<>(
                    Map.of(
                            "help", "what commands there are, or 'help COMMAND'",
                            "exit", "leave, as Ctrl-D does",
                            "quit", "leave, as Ctrl-D does"));

    private static final Set<String> LEAVING = Set.of("exit", "quit");
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_REMEMBERED = 5_000;

    private final Session session;
    private final Map<String, String> environment;
    private final Commands commands;
    private final Launcher launcher;

    /// Runs a command.
    public interface Commands {
        int run(Session session, String[] arguments);
    }

    /// @param environment what commands see in place of the session's
    /// @param commands this program's own
    /// @param launcher for those of the other program
    public Shell(
            Session session,
            Map<String, String> environment,
            Commands commands,
            Launcher launcher) {
        this.session = session;
        this.environment = Map.copyOf(environment);
        this.commands = commands;
        this.launcher = launcher;
    }

    /// Runs every line of standard input, one after another.
    ///
    /// @return the exit code of the last command that did not end with 0
    public int script() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
        int last = 0;
        StringBuilder line = new StringBuilder();
        Execution scripted = new Scripted();
        for (String next = lines.readLine(); next != null; next = lines.readLine()) {
            line.append(next);
            if (line.length() > LONGEST_LINE) {
                throw new CommandFailure(
                        ExitCode.USAGE, "a line of more than a million characters");
            }
            if (ShellWords.of(line.toString()).isOpen()) {
                line.append('\n');
                continue;
            }
            Optional<Integer> code = run(line.toString(), scripted);
            line.setLength(0);
            if (code.isEmpty()) {
                return last;
            }
            last = code.get() == 0 ? last : code.get();
        }
        if (!line.isEmpty()) {
            session.tell("the last line is not finished: a quote is open, or it ends with \\");
            return ExitCode.USAGE.number();
        }
        return last;
    }

    /// Prompts at the terminal for lines until there are no more.
    ///
    /// @param root the command tree, for completion
    /// @param history where lines are remembered; nowhere where empty
    public void prompt(CommandLine root, QueryValues values, Optional<Path> history)
            throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).name("lurewatch").build()) {
            prompt(terminal, root, values, history);
        }
    }

    void prompt(Terminal terminal, CommandLine root, QueryValues values, Optional<Path> history) {
        LineReaderBuilder builder =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("lurewatch")
                        .parser(new LineParser())
                        .completer(new WordCompleter(root, values))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.CASE_INSENSITIVE, true)
                        .variable(LineReader.HISTORY_SIZE, MOST_REMEMBERED)
                        .variable(LineReader.HISTORY_FILE_SIZE, MOST_REMEMBERED)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%M> ");
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        LineReader reader = builder.build();
        Execution typed = new Typed(terminal);
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = run(reader.readLine("lurewatch> "), typed).isPresent();
            } catch (UserInterruptException _) {
                // Ctrl-C cleared the line.
            } catch (EndOfFileException _) {
                goesOn = false;
            }
        }
    }

    private static Map<String, String> sizeOf(Terminal terminal) {
        return terminal.getColumns() > 0
                ? Map.of(
                        "COLUMNS", Integer.toString(terminal.getColumns()),
                        "LINES", Integer.toString(terminal.getRows()))
                : Map.of();
    }

    private Session on(
            PrintStream out, PrintStream err, InputStream in, Map<String, String> besides) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(besides);
        return new Session(in, out, err, all, session.clock());
    }

    /// How a line's command is run, and whose terminal it has.
    private interface Execution {
        /// One of our own commands.
        int run(List<String> arguments) throws InterruptedException;

        /// One that the launcher starts.
        int launch(List<String> arguments) throws InterruptedException;
    }

    /// One after another, with nothing to read: standard input holds the commands.
    private final class Scripted implements Execution {
        private final Session alone =
                on(session.out(), session.err(), InputStream.nullInputStream(), Map.of());

        @Override
        public int run(List<String> arguments) {
            int code = commands.run(alone, arguments.toArray(String[]::new));
            session.out().flush();
            return code;
        }

        @Override
        public int launch(List<String> arguments) throws InterruptedException {
            return launcher.run(alone, arguments, Redirect.PIPE);
        }
    }

    /// At a terminal whose Ctrl-C stops the command and not us.
    private final class Typed implements Execution {
        private final Terminal terminal;

        Typed(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public int run(List<String> arguments) throws InterruptedException {
            Running running =
                    new Running(
                            (out, err) ->
                                    commands.run(
                                            on(out, err, session.in(), sizeOf(terminal)),
                                            arguments.toArray(String[]::new)),
                            session.out(),
                            session.err());
            int code =
                    stoppable(
                            running::stop,
                            () -> {
                                running.start();
                                return running.await();
                            });
            if (code == ExitCode.INTERRUPTED.number()) {
                session.tell("stopped");
            }
            return code;
        }

        /// The terminal sends its Ctrl-C to the other program as well.
        @Override
        public int launch(List<String> arguments) throws InterruptedException {
            Session typed = on(session.out(), session.err(), session.in(), sizeOf(terminal));
            return stoppable(() -> {}, () -> launcher.run(typed, arguments, Redirect.INHERIT));
        }

        private int stoppable(Runnable stop, Work work) throws InterruptedException {
            Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, _ -> stop.run());
            try {
                return work.done();
            } finally {
                terminal.handle(Terminal.Signal.INT, before);
                session.out().flush();
            }
        }
    }

    private interface Work {
        int done() throws InterruptedException;
    }

    /// Runs what a line says; nothing is returned where it says to leave.
    private Optional<Integer> run(String line, Execution execution) {
        ShellWords read = ShellWords.of(line);
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
            return Optional.of(0);
        }
        if (read.hasOperator()) {
            session.tell(
                    "this is no shell with pipes and files: one command a line; quote | < > & ;"
                            + " where they are meant as they stand");
            return Optional.of(ExitCode.USAGE.number());
        }
        List<String> words = read.words();
        boolean isPasted =
                words.getFirst().equals("lurewatch") || words.getFirst().equals("./lurewatch");
        words = isPasted ? words.subList(1, words.size()) : words;
        String first = words.isEmpty() ? "help" : words.getFirst().toLowerCase(Locale.ROOT);
        if (LEAVING.contains(first)) {
            return Optional.empty();
        }
        if (first.equals("shell")) {
            session.tell("this is the shell already");
            return Optional.of(ExitCode.USAGE.number());
        }
        return Optional.of(run(first.equals("help") ? help(words) : words, execution));
    }

    private int run(List<String> arguments, Execution execution) {
        try {
            return launcher.isFor(arguments)
                    ? execution.launch(arguments)
                    : execution.run(arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted", e);
        }
    }

    /// What answers `help` or `help COMMAND`; the launcher knows of both programs' commands.
    private List<String> help(List<String> words) {
        if (words.size() < 2) {
            return List.of(launcher.file().isPresent() ? "help" : "--help");
        }
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        arguments.add("--help");
        return arguments;
    }

    /// Says, once, how to find out more.
    public void greet() {
        session.err()
                .println(
                        TerminalText.line(
                                "Tab completes, 'help' lists commands, Ctrl-C stops one, Ctrl-D"
                                        + " leaves."));
    }
}
