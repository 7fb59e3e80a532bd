package lurewatch.indexer.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The door: the bytes of a picture in, the words in it out. Safe for many threads.
public final class Pictures {
    /// More than any QR code needs; photographs go beyond it.
    public static final int MOST_BYTES = 128 * 1024;

    /// 1,000 by 1,000. Counted before decoding: a small file can hold a huge picture.
    private static final int MOST_PIXELS = 1_000_000;

    private static final int FEWEST_PIXELS = 21 * 21; // the smallest QR code
    private static final int LONGEST = 1000;

    private static final List<PictureReader> READERS = List.of(new QrReader(), new WritingReader());

    private Pictures() {}

    /// The words in a PNG, JPEG, GIF or BMP picture; none for anything else, or anything too large.
    public static List<PictureWords> read(byte[] picture) {
        if (picture.length > MOST_BYTES) {
            return List.of();
        }
        return decoded(picture).map(Pictures::read).orElse(List.of());
    }

    /// What is not read from any picture, and why: `text in a picture` → `not installed`.
    public static Map<String, String> absences() {
        Map<String, String> absences = new LinkedHashMap<>();
        READERS.stream()
                .filter(reader -> !reader.absence().isEmpty())
                .forEach(reader -> absences.put(reader.origin().label(), reader.absence()));
        return absences;
    }

    private static List<PictureWords> read(BufferedImage picture) {
        List<PictureWords> found = new ArrayList<>();
        for (PictureReader reader : READERS) {
            for (String words : reader.read(picture)) {
                if (!words.isBlank()) {
                    String kept = words.substring(0, Math.min(words.length(), LONGEST));
                    found.add(new PictureWords(reader.origin(), kept));
                }
            }
        }
        return found;
    }

    private static Optional<BufferedImage> decoded(byte[] picture) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels < FEWEST_PIXELS || pixels > MOST_PIXELS
                        ? Optional.empty()
                        : Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // broken, which pictures of pages often are
        }
    }
}
