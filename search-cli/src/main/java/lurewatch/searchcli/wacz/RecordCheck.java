package lurewatch.searchcli.wacz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lurewatch.indexer.Digest;
import lurewatch.indexer.archive.AnswerRecord;

/// Compares index, records and pages of a WACZ file with each other.
final class RecordCheck {
    /// More than a page, and far below what memory allows.
    private static final long LARGEST_RECORD = 256L << 20;

    private static final int LARGEST_BLOCK = 64 << 20;
    private static final int MOST_LINES = 2_000_000;

    private final ZipFile zip;
    private final BiConsumer<String, String> problem;

    RecordCheck(ZipFile zip, BiConsumer<String, String> problem) {
        this.zip = zip;
        this.problem = problem;
    }

    /// The digest of each capture's records, by its name.
    Map<String, String> check() throws IOException {
        Map<String, String> captures = new TreeMap<>();
        List<IndexLine> index = index();
        index.sort(Comparator.comparingLong(IndexLine::offset));
        ZipEntry warc = zip.getEntry(WaczFile.WARC_PATH);
        if (index.isEmpty() || warc == null) {
            return captures;
        }
        try (InputStream in = new BufferedInputStream(zip.getInputStream(warc))) {
            long at = 0;
            for (IndexLine line : index) {
                if (line.offset() < at
                        || line.recordsLength() < line.answerLength()
                        || line.answerLength() <= 0
                        || line.recordsLength() > LARGEST_RECORD
                        || line.recordsLength() > warc.getSize() - line.offset()) {
                    wrong(line, "is not where the index has it");
                    return captures;
                }
                if (at > 0 && line.offset() != at) {
                    wrong(line, "stands behind records that the index does not know");
                }
                in.skipNBytes(line.offset() - at);
                byte[] records = in.readNBytes((int) line.recordsLength());
                at = line.offset() + records.length;
                record(line, records);
                captures.put(line.capture(), line.hex("recordsDigest"));
            }
            if (at != warc.getSize()) {
                problem.accept(WaczFile.WARC_PATH, "goes on after the last record of the index");
            }
        }
        pages(index);
        return captures;
    }

    private void wrong(IndexLine line, String what) {
        problem.accept(
                WaczFile.WARC_PATH, line.capture() + " at byte " + line.offset() + ": " + what);
    }

    private List<IndexLine> index() throws IOException {
        List<IndexLine> lines = new ArrayList<>();
        ZipEntry blocks = zip.getEntry(WaczFile.INDEX_BLOCKS_PATH);
        ZipEntry compressed = zip.getEntry(WaczFile.INDEX_PATH);
        if (blocks == null || compressed == null) {
            return lines;
        }
        String before = "";
        try (BufferedReader starts = reader(blocks);
                InputStream in = new BufferedInputStream(zip.getInputStream(compressed))) {
            starts.readLine();
            for (String start = starts.readLine(); start != null; start = starts.readLine()) {
                for (String line : block(start, in).lines().toList()) {
                    Optional<IndexLine> read = IndexLine.read(line);
                    if (read.isEmpty() || compare(before, line) > 0 || lines.size() >= MOST_LINES) {
                        problem.accept(
                                WaczFile.INDEX_PATH,
                                "line " + (lines.size() + 1) + " is none of a sorted index");
                        return lines;
                    }
                    before = line;
                    lines.add(read.get());
                }
            }
        } catch (IOException e) {
            problem.accept(WaczFile.INDEX_PATH, "cannot be read: " + e.getMessage());
        }
        return lines;
    }

    private static int compare(String first, String second) {
        return Arrays.compareUnsigned(
                first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
    }

    private static String block(String start, InputStream in) throws IOException {
        int brace = start.indexOf(" {");
        if (brace < 0) {
            throw new IOException("a block's start is missing");
        }
        JsonNode place = WaczFile.JSON.readTree(start.substring(brace + 1));
        int length = place.path("length").asInt(-1);
        if (length < 0 || length > LARGEST_BLOCK) {
            throw new IOException("a block has no possible length");
        }
        byte[] block = in.readNBytes(length);
        if (!Digest.of(block).toString().equals(place.path("digest").asText())) {
            throw new IOException("a block is not as it was made");
        }
        return new String(AnswerRecord.inflated(block, LARGEST_BLOCK), StandardCharsets.UTF_8);
    }

    private void record(IndexLine line, byte[] records) {
        if (!Digest.of(records).hex().equals(line.hex("recordsDigest"))) {
            wrong(line, "its records do not match their SHA-256");
            return;
        }
        byte[] answer = Arrays.copyOf(records, (int) line.answerLength());
        if (!Digest.of(answer).hex().equals(line.hex("recordDigest"))) {
            wrong(line, "its answer does not match its SHA-256");
        }
        try {
            AnswerRecord read = AnswerRecord.read(AnswerRecord.inflated(answer, LARGEST_RECORD));
            boolean isSame =
                    read.targetUri().equals(line.url())
                            && IndexLine.time(Instant.parse(read.date())).equals(line.time())
                            && read.payloadDigest().equals(line.hex("digest"));
            if (!isSame) {
                wrong(line, "is not the record that the index speaks of");
            }
            if (read.actualDigest().filter(d -> !d.hex().equals(line.hex("digest"))).isPresent()) {
                wrong(line, "its payload does not match its SHA-256");
            }
        } catch (IOException | DateTimeException e) {
            wrong(line, "cannot be read: " + e.getMessage());
        }
    }

    private void pages(List<IndexLine> index) throws IOException {
        Set<String> known = new HashSet<>();
        index.forEach(line -> known.add(line.time() + " " + line.url()));
        ZipEntry entry = zip.getEntry(WaczFile.PAGES_PATH);
        long number = 1;
        try (BufferedReader lines = reader(entry)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode page = WaczFile.JSON.readTree(line);
                String time = IndexLine.time(Instant.parse(page.path("ts").asText()));
                if (!known.contains(time + " " + page.path("url").asText())) {
                    problem.accept(
                            WaczFile.PAGES_PATH, "line " + number + " names a page without record");
                }
            }
        } catch (JsonProcessingException | DateTimeException e) {
            problem.accept(WaczFile.PAGES_PATH, "line " + number + " is no page");
        }
    }

    private BufferedReader reader(ZipEntry entry) throws IOException {
        return new BufferedReader(
                new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }
}
