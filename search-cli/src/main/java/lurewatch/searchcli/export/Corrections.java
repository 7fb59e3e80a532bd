package lurewatch.searchcli.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.console.Writing;

/// A directory with what each recipient of a called-back posting is to be told: a folder for every
/// pack that held it. It appears whole or not at all.
public final class Corrections {
    /// What the recipient of one pack is told.
    ///
    /// @param pack the name of the pack that is corrected
    /// @param files by name
    public record Correction(String pack, Map<String, String> files) {
        public Correction {
            files = Map.copyOf(files);
        }
    }

    private Corrections() {}

    public static void write(Path place, List<Correction> corrections) throws IOException {
        try (Draft draft = Draft.of(place)) {
            for (Correction correction : corrections) {
                Path folder = Files.createDirectory(draft.folder().resolve(correction.pack()));
                for (Map.Entry<String, String> file : correction.files().entrySet()) {
                    Writing.to(
                            place,
                            () ->
                                    Files.writeString(
                                            folder.resolve(file.getKey()), file.getValue()));
                }
            }
            draft.publish();
        }
    }
}
