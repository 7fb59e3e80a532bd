package lurewatch.crawler.driver;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lurewatch.crawler.Main;

/// One run of the program, as a user types it.
record Cli(int code, String out, String err) {
    /// The settings that are shipped.
    static final Path SHIPPED =
            Path.of(System.getProperty("lurewatch.root", "..")).resolve("config");

    /// On a terminal so wide that nothing is broken into lines.
    static Cli run(Path data, Path config, String... arguments) {
        return run(data, config, Map.of("COLUMNS", "300"), arguments);
    }

    static Cli run(Path data, Path config, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString(), "--config", config.toString()));
        int code =
                Main.run(
                        all.toArray(new String[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment);
        return new Cli(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
