package lurewatch.crawler.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The text of a chat: a file, or the one text in a zip file beside the chat's pictures. Nothing is
/// unpacked to disk.
final class ChatFile implements Closeable {
    private static final int MOST_ENTRIES = 100_000;

    /// Years of a large group; a zip bomb's text is longer.
    private static final long LONGEST = 1L << 30;

    private final InputStream in;
    private final long size;
    private final @Nullable ZipFile zip;

    private ChatFile(InputStream in, long size, @Nullable ZipFile zip) {
        this.in = in;
        this.size = size;
        this.zip = zip;
    }

    /// Whether a zip file holds one text and no web archive.
    static boolean isPacked(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("datapackage.json") == null && text(zip).isPresent();
        } catch (ZipException _) {
            return false; // a broken one is told of as a web archive is
        }
    }

    private static Optional<ZipEntry> text(ZipFile zip) {
        return zip.stream()
                .limit(MOST_ENTRIES)
                .<ZipEntry>map(entry -> entry)
                .filter(entry -> entry.getName().endsWith(".txt"))
                .findFirst();
    }

    static ChatFile open(Path file) throws IOException, IntakeRefusedException {
        if (!isZip(file)) {
            return new ChatFile(Files.newInputStream(file), Files.size(file), null);
        }
        ZipFile zip = new ZipFile(file.toFile());
        Optional<ZipEntry> text = text(zip);
        if (text.isEmpty() || text.get().getSize() > LONGEST) {
            zip.close();
            throw IntakeRefusedException.unusable(
                    text.isEmpty() ? "no text in it" : "its text is longer than 1 GB");
        }
        return new ChatFile(zip.getInputStream(text.get()), text.get().getSize(), zip);
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    InputStream in() {
        return in;
    }

    /// @param longest of a line's bytes that are kept
    Lines lines(int longest) {
        return Lines.of(in, size, longest, Lines.Quotes.ARE_PLAIN);
    }

    @Override
    public void close() throws IOException {
        in.close();
        if (zip != null) {
            zip.close();
        }
    }
}
