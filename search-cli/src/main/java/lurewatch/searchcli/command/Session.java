package lurewatch.searchcli.command;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
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
    private static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 400;

    public Session {
        environment = Map.copyOf(environment);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /// Whether a person looks at standard output. The launcher knows and says so in
    /// `LUREWATCH_TTY`; Java itself can only tell for input and output together.
    boolean isTerminal() {
        return variable("LUREWATCH_TTY")
                .map(value -> value.equals("1"))
                .orElseGet(Session::isConsole);
    }

    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again without a terminal
    private static boolean isConsole() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Columns of the terminal.
    int width() {
        return variable("COLUMNS")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .map(columns -> Math.clamp(columns, LEAST_WIDTH, MOST_WIDTH))
                .orElse(USUAL_WIDTH);
    }

    /// Says something to the person at the terminal, beside the data.
    void tell(String message) {
        err.println("lurewatch: " + message);
    }
}
