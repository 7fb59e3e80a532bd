package lurewatch.searchcli.wacz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import lurewatch.indexer.Digest;

/// The index, compressed block by block, and a file that says where each block starts: a reader
/// needs one block of a large index and not all.
final class IndexFile {
    /// As the tools that made up the format cut it.
    private static final int BLOCK_LINES = 3_000;

    private static final String NAME = "index.cdx.gz";

    private IndexFile() {}

    static void write(List<IndexLine> index, Path lines, Path blocks) throws IOException {
        List<String> sorted = sorted(index);
        try (OutputStream compressed = new BufferedOutputStream(Files.newOutputStream(lines));
                BufferedWriter starts = Files.newBufferedWriter(blocks)) {
            starts.write("!meta 0 {\"format\":\"cdxj-gzip-1.0\",\"filename\":\"" + NAME + "\"}\n");
            long offset = 0;
            for (int from = 0; from < sorted.size(); from += BLOCK_LINES) {
                List<String> block =
                        sorted.subList(from, Math.min(sorted.size(), from + BLOCK_LINES));
                byte[] bytes = compressed(block);
                compressed.write(bytes);
                starts.write(start(block.getFirst(), offset, bytes));
                offset += bytes.length;
            }
        }
    }

    /// By the values of the bytes, as binary search needs it.
    private static List<String> sorted(List<IndexLine> index) {
        List<byte[]> lines = new ArrayList<>(index.size());
        for (IndexLine line : index) {
            lines.add(line.written().getBytes(StandardCharsets.UTF_8));
        }
        lines.sort(Comparator.comparing(bytes -> bytes, Arrays::compareUnsigned));
        return lines.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
    }

    private static byte[] compressed(List<String> block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (String line : block) {
                gzip.write(line.getBytes(StandardCharsets.UTF_8));
                gzip.write('\n');
            }
        }
        return bytes.toByteArray();
    }

    private static String start(String firstLine, long offset, byte[] block) throws IOException {
        ObjectNode place =
                WaczFile.JSON
                        .createObjectNode()
                        .put("offset", offset)
                        .put("length", block.length)
                        .put("digest", Digest.of(block).toString())
                        .put("filename", NAME);
        String prefix = firstLine.substring(0, firstLine.indexOf(" {"));
        return prefix + " " + WaczFile.JSON.writeValueAsString(place) + "\n";
    }
}
