package lurewatch.searchcli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Runs a program in this JVM as a shell would, and holds what came out.
final class Cli {
    /// @param out standard output
    /// @param err standard error
    record Run(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private Supplier<InputStream> input = InputStream::nullInputStream;

    static Cli inPipe() {
        return new Cli().with("LUREWATCH_TTY", "0");
    }

    static Cli onTerminal(int columns) {
        return new Cli().with("LUREWATCH_TTY", "1").with("COLUMNS", Integer.toString(columns));
    }

    Cli with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Cli typing(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        input = () -> new ByteArrayInputStream(bytes);
        return this;
    }

    /// Standard input, for one run.
    Cli reading(InputStream from) {
        input = () -> from;
        return this;
    }

    /// Runs search-cli.
    Run run(String... args) {
        return run((out, err) -> Main.run(args, input.get(), out, err, environment));
    }

    /// Runs the crawler.
    Run crawler(String... args) {
        return run((out, err) -> lurewatch.crawler.Main.run(args, out, err, environment));
    }

    private interface Program {
        int run(PrintStream out, PrintStream err);
    }

    private static Run run(Program program) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                program.run(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8));
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
