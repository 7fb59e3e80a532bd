package lurewatch.crawler.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import lurewatch.indexer.settings.SettingsException;

/// What the operator does not want to hear of again: `dismissed.txt` in the configuration folder, a
/// name in each line, `#` before remarks. It may be edited.
public final class Dismissed {
    private static final String FILE = "dismissed.txt";

    private Dismissed() {}

    public static Set<String> read(Path config) {
        Path file = config.resolve(FILE);
        Set<String> names = new LinkedHashSet<>();
        if (!Files.exists(file)) {
            return names;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String name = line.split("#", 2)[0].strip();
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            throw new SettingsException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// Adds a name; gives the file that it stands in.
    public static Path add(Path config, String name) {
        Path file = config.resolve(FILE);
        try {
            Files.writeString(
                    file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
