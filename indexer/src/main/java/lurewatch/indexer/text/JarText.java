package lurewatch.indexer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Texts that ship within the jar: tables of words, scripts of the stores.
public final class JarText {
    private JarText() {}

    /// The text in UTF-8 that lies beside a class.
    ///
    /// @param name may lead through folders: `sayings/names.tsv`
    public static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of such a text that say something: neither empty nor an explanation, which begins
    /// with `#`.
    public static List<String> rows(Class<?> beside, String name) {
        return read(beside, name)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
