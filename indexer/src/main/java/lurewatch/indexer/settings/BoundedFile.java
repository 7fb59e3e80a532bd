package lurewatch.indexer.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that an operator edits: whatever lies in its place, no more of it is read than that.
public final class BoundedFile {
    private BoundedFile() {}

    public static byte[] bytes(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new SettingsException(
                        file + ": larger than " + most + " bytes; not a settings file");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new SettingsException("no such file: " + file, e);
        } catch (IOException e) {
            throw new SettingsException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
