package lurewatch.indexer.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the settings are, also for a command that keeps its data elsewhere than the others.
public final class ConfigFolder {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            description =
                    "The settings (or LUREWATCH_CONFIG). Default: config/ beside the launcher.")
    private @Nullable String config;

    /// The settings.
    public Path path(Session session) {
        return Folders.readable(named(session), "config", "name another with --config DIR");
    }

    Path named(Session session) {
        return Folders.named(session, config, "config");
    }
}
