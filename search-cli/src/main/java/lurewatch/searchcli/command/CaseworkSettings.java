package lurewatch.searchcli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import lurewatch.indexer.settings.StrictYaml;

/// What is recorded, and when somebody must say why: `config/casework.yaml`.
public record CaseworkSettings(
        boolean recordSearches, boolean reasonForSearches, boolean reasonForFiles) {
    /// What holds where the file, or a key of it, is left out.
    public static final CaseworkSettings DEFAULTS = new CaseworkSettings(true, false, false);

    static CaseworkSettings read(Path config) {
        Path file = config.resolve("casework.yaml");
        return Files.exists(file) ? StrictYaml.read(file, CaseworkSettings.class) : DEFAULTS;
    }
}
