package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where data and settings are: the option, else the environment, else what the launcher says, else
/// below the working directory.
final class Folders {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory (or LUREWATCH_DATA).")
    private @Nullable String data;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The settings (or LUREWATCH_CONFIG).")
    private @Nullable String config;

    /// The data directory, made where there is none.
    Path dataToWrite(Session session) throws IOException {
        Path folder = named(session, data, "data");
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw unusable(folder + " is not a directory; name another with --data DIR");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable("cannot make the data directory " + folder + ": " + e.getMessage());
        }
        if (!Files.isWritable(folder)) {
            throw unusable(
                    folder + " may not be written by this user; name another with --data DIR");
        }
        return folder;
    }

    /// The data directory that a crawl has filled.
    Path dataToRead(Session session) {
        Path folder = named(session, data, "data");
        if (!Files.isDirectory(folder)) {
            throw unusable(
                    "there is no data directory at "
                            + folder
                            + "; run 'lurewatch crawl' or 'demo' first, or name another with --data"
                            + " DIR");
        }
        return folder;
    }

    Path config(Session session) {
        return config(session, config);
    }

    /// The settings, where the option was given as `option`.
    static Path config(Session session, @Nullable String option) {
        Path folder = named(session, option, "config");
        if (!Files.isDirectory(folder)) {
            throw unusable("there are no settings at " + folder + "; name them with --config DIR");
        }
        return folder;
    }

    private static Path named(Session session, @Nullable String option, String what) {
        String written =
                Optional.ofNullable(option)
                        .or(() -> session.variable("LUREWATCH_" + what.toUpperCase(Locale.ROOT)))
                        .or(() -> Optional.ofNullable(System.getProperty("lurewatch." + what)))
                        .orElse(what);
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--" + what + ": this is no file name: " + e.getReason());
        }
    }

    private static CommandFailure unusable(String what) {
        return new CommandFailure(ExitCode.NOT_USABLE, what);
    }
}
