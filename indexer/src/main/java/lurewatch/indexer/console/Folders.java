package lurewatch.indexer.console;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where data and settings are, for every command alike: the option, else the environment, else
/// what the launcher says, else below the working directory.
public final class Folders {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data directory (or LUREWATCH_DATA). Default: data/ beside the launcher.")
    private @Nullable String data;

    @Mixin private ConfigFolder config = new ConfigFolder();

    /// The data directory, made where there is none, and then closed to others than owner and
    /// group: it will hold personal data.
    public Path dataToWrite(Session session) {
        Path folder = named(session, data, "data");
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw unusable(folder + " is not a directory; name another with --data DIR");
        }
        try {
            Files.createDirectories(folder, closedToOthers());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "cannot make the data directory " + folder + ": " + e.getMessage(),
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(
                    folder + " may not be written by this user; name another with --data DIR");
        }
        return folder;
    }

    private static FileAttribute<?>[] closedToOthers() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-x---"))
                }
                : new FileAttribute<?>[0];
    }

    /// The data directory that a crawl has filled.
    public Path dataToRead(Session session) {
        return readable(
                named(session, data, "data"),
                "data",
                "run 'lurewatch crawl' or 'import' first, or name another with --data DIR;"
                        + " 'lurewatch demo' makes demo-data: --data demo-data");
    }

    /// The data directory, there or not, for a look at it.
    public Path namedData(Session session) {
        return named(session, data, "data");
    }

    /// The settings.
    public Path config(Session session) {
        return config.path(session);
    }

    /// Where the settings should be, for a look at them.
    public Path namedConfig(Session session) {
        return config.named(session);
    }

    /// A path as somebody typed it for `what`, an option or a parameter.
    public static Path typed(String written, String what) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, what + ": this is no file name: " + e.getReason(), e);
        }
    }

    static Path named(Session session, @Nullable String option, String name) {
        return typed(
                Optional.ofNullable(option)
                        .or(() -> session.variable("LUREWATCH_" + name.toUpperCase(Locale.ROOT)))
                        .or(() -> Optional.ofNullable(System.getProperty("lurewatch." + name)))
                        .orElse(name),
                "--" + name);
    }

    static Path readable(Path folder, String name, String remedy) {
        if (!Files.exists(folder)) {
            throw unusable("there is no " + name + " directory at " + folder + "; " + remedy);
        }
        if (!Files.isDirectory(folder)) {
            throw unusable(folder + " is not a directory; " + remedy);
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw unusable(folder + " may not be read by this user; " + remedy);
        }
        return folder;
    }

    private static CommandFailure unusable(String what) {
        return new CommandFailure(ExitCode.NOT_USABLE, what);
    }
}
