package lurewatch.crawler.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import lurewatch.indexer.Digest;

/// The door: a file in, its records out. The file is read once for its digest, and once for what it
/// holds.
public final class Intake {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final Format format;
    private final Digest digest;

    private Intake(Path file, Format format, Digest digest) {
        this.file = file;
        this.format = format;
        this.digest = digest;
    }

    /// Looks at the file: what it is, and the SHA-256 of its bytes.
    public static Intake open(Path file) throws IOException {
        return new Intake(file, Format.of(file), digestOf(file));
    }

    public Format format() {
        return format;
    }

    public Digest digest() {
        return digest;
    }

    /// Hands every record to the sink.
    public void read(IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        switch (format) {
            case WARC -> {
                if (ZstdWarc.isOne(file)) {
                    ZstdWarc.read(file, options, sink);
                } else {
                    WarcRecords.read(WarcBytes.of(file), "", options, sink);
                }
            }
            case WACZ -> WaczFile.read(file, options, sink);
            case TELEGRAM -> TelegramExport.read(file, options, sink);
            case CSV -> PostTable.read(file, options, sink);
            case JSON_LINES -> PostLines.read(file, options, sink);
            case CHAT -> ChatExport.read(file, options, sink);
            case MAIL -> SavedMail.read(file, options, sink);
            case MHTML -> SavedPage.readMhtml(file, options, sink);
            case PAGE -> SavedPage.read(file, options, sink);
        }
    }

    private static Digest digestOf(Path file) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sha256.update(chunk, 0, read);
            }
        }
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }
}
