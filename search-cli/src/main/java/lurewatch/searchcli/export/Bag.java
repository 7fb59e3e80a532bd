package lurewatch.searchcli.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;

/// BagIt 1.0 (RFC 8493): what `sha256sum -c` reads too.
final class Bag {
    private static final String PAYLOAD_MANIFEST = "manifest-sha256.txt";
    private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    private static final int BUFFER = 64 * 1024;

    private Bag() {}

    static Path writePayloadManifest(Path bag) throws IOException {
        Path manifest = bag.resolve(PAYLOAD_MANIFEST);
        Files.writeString(manifest, lines(bag, files(bag.resolve("data"))));
        return manifest;
    }

    static void writeDeclaration(Path bag, Cover cover) throws IOException {
        Files.writeString(
                bag.resolve("bagit.txt"),
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        List<Path> payload = files(bag.resolve("data"));
        long bytes = 0;
        for (Path file : payload) {
            bytes += Files.size(file);
        }
        Files.writeString(
                bag.resolve("bag-info.txt"),
                "Source-Organization: "
                        + oneLine(cover.sender().name())
                        + "\nContact-Email: "
                        + oneLine(cover.sender().contact())
                        + "\nExternal-Identifier: "
                        + cover.pack()
                        + "\nExternal-Description: "
                        + oneLine(cover.profile().title())
                        + "\nBagging-Date: "
                        + cover.made().atOffset(ZoneOffset.UTC).toLocalDate()
                        + "\nPayload-Oxum: "
                        + String.format(Locale.ROOT, "%d.%d", bytes, payload.size())
                        + "\n");
    }

    /// A line break would begin another field.
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /// Last of all: it covers every file that is no payload.
    static void writeTagManifest(Path bag) throws IOException {
        List<Path> tags =
                files(bag).stream().filter(file -> !file.startsWith(bag.resolve("data"))).toList();
        Files.writeString(bag.resolve(TAG_MANIFEST), lines(bag, tags));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String lines(Path bag, List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            lines.append(digest(file).hex())
                    .append("  ")
                    .append(bag.relativize(file).toString().replace('\\', '/'))
                    .append('\n');
        }
        return lines.toString();
    }

    private static Digest digest(Path file) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                sha256.update(buffer, 0, count);
            }
        }
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }
}
