package lurewatch.searchcli.dossier;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.archive.ArchiveDamagedException;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;

/// What postings looked like to the browser that rendered their pages: the archive's pictures of
/// them, drawn anew and smaller, one for each posting.
final class Screenshots {
    /// A picture is of a whole page, and its body may be as long as whoever wrote it likes.
    private static final int MOST_BYTES = 32 << 20;

    /// Counted before decoding.
    private static final long MOST_PIXELS = 40_000_000;

    private static final int MOST_PICTURES = 200;
    private static final int WIDTH = 640;

    /// A sheet of paper's; what a page shows below is left out, and said.
    private static final int HEIGHT = 900;

    private final Optional<ArchiveReader> archive;
    private final HitList list;
    private int drawn;

    private Screenshots(Optional<ArchiveReader> archive, HitList list) {
        this.archive = archive;
        this.list = list;
    }

    /// For a list whose pages may not be shown.
    static Screenshots none(HitList list) {
        return new Screenshots(Optional.empty(), list);
    }

    /// From the archive of that data directory; of nothing that also shows what is kept back.
    static Screenshots of(HitList list, Path data) {
        return new Screenshots(Optional.of(ArchiveReader.open(data.resolve("archive"))), list);
    }

    /// A figure of what the posting's newest picture shows, or nothing.
    String of(Item item) {
        return item.captures().stream()
                .filter(seen -> seen.picture().isPresent() && !list.isWithheld(seen.capture()))
                .max(Comparator.comparingLong(Item.Seen::capture))
                .flatMap(this::figure)
                .orElse("");
    }

    private Optional<String> figure(Item.Seen seen) {
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        long sequence = seen.picture().orElseThrow();
        if (drawn >= MOST_PICTURES) {
            return Optional.of(
                    remark(sequence, "this file shows the first " + MOST_PICTURES + " only"));
        }
        Optional<Capture> capture = archive.get().capture(new CaptureId(sequence));
        Optional<BufferedImage> whole =
                capture.filter(c -> c.payloadLength() <= MOST_BYTES)
                        .flatMap(c -> decoded(payload(archive.get(), c)));
        if (whole.isEmpty()) {
            return Optional.of(remark(sequence, "it cannot be shown here"));
        }
        drawn++;
        return Optional.of(figure(seen, capture.orElseThrow(), whole.get()));
    }

    private static String remark(long sequence, String why) {
        return "<p class=\"small\">Picture c" + sequence + " is in the archive; " + why + ".</p>\n";
    }

    private static byte[] payload(ArchiveReader archive, Capture capture) {
        try {
            return archive.payload(capture);
        } catch (ArchiveDamagedException e) {
            throw new CommandFailure(ExitCode.INTEGRITY, e.advice(), e);
        }
    }

    private static String figure(Item.Seen seen, Capture capture, BufferedImage whole) {
        int width = Math.min(WIDTH, whole.getWidth());
        int height = (int) Math.max(1, (long) whole.getHeight() * width / whole.getWidth());
        boolean isCut = height > HEIGHT;
        byte[] jpeg = drawn(whole, width, height, Math.min(height, HEIGHT));
        return String.format(
                Locale.ROOT,
                "<figure><img alt=\"\" src=\"data:image/jpeg;base64,%s\">%n<figcaption"
                        + " class=\"small\">%s a browser drew of capture c%d, %s UTC; smaller than the"
                        + " picture in the archive, c%d, whose SHA-256 is <span"
                        + " class=\"digest\">%s</span></figcaption></figure>%n",
                Base64.getEncoder().encodeToString(jpeg),
                isCut ? "The top of what" : "What",
                seen.capture(),
                HtmlText.time(seen.fetched()),
                capture.id().sequence(),
                capture.payloadDigest().hex());
    }

    private static byte[] drawn(BufferedImage whole, int width, int height, int kept) {
        BufferedImage small = new BufferedImage(width, kept, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, kept);
        canvas.drawImage(whole, 0, 0, width, height, null);
        canvas.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(small, "jpeg", jpeg)) {
                throw new IllegalStateException("this Java writes no JPEG");
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory fails", e);
        }
        return jpeg.toByteArray();
    }

    private static Optional<BufferedImage> decoded(byte[] picture) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST_PIXELS ? Optional.empty() : Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional
                    .empty(); // the reader of the file is told; anybody may write such an archive
        }
    }
}
