package lurewatch.indexer.console;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What a command sees of the world: its streams, its environment and the time.
public record Session(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        InstantSource clock) {
    private static final String SAYS = "lurewatch: ";
    private static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 400;
    private static final int USUAL_HEIGHT = 24;
    private static final int LEAST_HEIGHT = 6;
    private static final int MOST_HEIGHT = 500;

    public Session {
        environment = Map.copyOf(environment);
    }

    /// Standard output in UTF-8, whatever the locale; to be flushed at the end.
    public static PrintStream standardOutput() {
        return Printed.standard();
    }

    /// Standard error in UTF-8, written line by line.
    public static PrintStream standardError() {
        return new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /// Whether a person looks at standard output. The launcher knows and says so in
    /// `LUREWATCH_TTY`; Java itself can only tell for input and output together.
    public boolean isTerminal() {
        return variable("LUREWATCH_TTY")
                .map(value -> value.equals("1"))
                .orElseGet(Session::isConsole);
    }

    /// Whether a person looks at standard error, as the launcher says in `LUREWATCH_PROGRESS`.
    public boolean showsProgress() {
        return variable("LUREWATCH_PROGRESS").filter(value -> value.equals("1")).isPresent();
    }

    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again without a terminal
    private static boolean isConsole() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Columns of the terminal.
    public int width() {
        return size("COLUMNS", LEAST_WIDTH, USUAL_WIDTH, MOST_WIDTH);
    }

    /// Rows of the terminal.
    public int height() {
        return size("LINES", LEAST_HEIGHT, USUAL_HEIGHT, MOST_HEIGHT);
    }

    private int size(String name, int least, int usual, int most) {
        return variable(name)
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .map(size -> Math.clamp(size, least, most))
                .orElse(usual);
    }

    /// How a command ends that would end with `code`, once all that it printed is written out: not
    /// as if all were well where some of it is lost.
    public int ending(int code) {
        out.flush();
        Optional<String> loss = out instanceof Printed printed ? printed.loss() : Optional.empty();
        loss.ifPresent(why ->
                tell(
                        TerminalText.line(
                                "what was printed is not complete: standard output cannot be"
                                        + " written ("
                                        + why
                                        + ")")));
        err.flush();
        boolean isTrouble =
                code != ExitCode.FOUND.number() && code != ExitCode.NOTHING_FOUND.number();
        return loss.isEmpty() || isTrouble ? code : ExitCode.NOT_USABLE.number();
    }

    /// Says something to the person at the terminal, beside the data. On a terminal a message of
    /// one line is broken between words; one of several is laid out already.
    public void tell(String message) {
        boolean isBroken =
                showsProgress() && variable("COLUMNS").isPresent() && !message.contains("\n");
        err.println(
                isBroken
                        ? String.join("\n", WrappedText.lines(SAYS + message, width()))
                        : SAYS + message);
    }
}
