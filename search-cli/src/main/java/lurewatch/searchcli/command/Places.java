package lurewatch.searchcli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the data and the settings are: the option, else the environment, else what the launcher
/// says, else beside the working directory.
final class Places {
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

    Path index(Session session) {
        return existingData(session).resolve("index");
    }

    Path facts(Session session) {
        return existingData(session).resolve("facts.db");
    }

    Path archive(Session session) {
        return existingData(session).resolve("archive");
    }

    Path signals(Session session) {
        return existing(session, config, "LUREWATCH_CONFIG", "config", "--config")
                .resolve("signals");
    }

    Path existingData(Session session) {
        return existing(session, data, "LUREWATCH_DATA", "data", "--data");
    }

    private static Path existing(
            Session session,
            @Nullable String option,
            String variable,
            String name,
            String optionName) {
        String written =
                Optional.ofNullable(option)
                        .or(() -> session.variable(variable))
                        .or(() -> Optional.ofNullable(System.getProperty("lurewatch." + name)))
                        .orElse(name);
        Path dir = path(written, optionName);
        if (!Files.exists(dir)) {
            throw unusable("there is no " + name + " directory at " + dir, optionName);
        }
        if (!Files.isDirectory(dir)) {
            throw unusable(dir + " is not a directory", optionName);
        }
        if (!Files.isReadable(dir) || !Files.isExecutable(dir)) {
            throw unusable(dir + " may not be read by this user", optionName);
        }
        return dir;
    }

    private static CommandFailure unusable(String what, String optionName) {
        String first =
                optionName.equals("--data") ? "run 'lurewatch demo' or 'crawl' first, or " : "";
        return new CommandFailure(
                ExitCode.NOT_USABLE,
                what + "; " + first + "name another with " + optionName + " DIR");
    }

    static Path path(String written, String what) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, what + ": this is no file name: " + e.getReason());
        }
    }
}
