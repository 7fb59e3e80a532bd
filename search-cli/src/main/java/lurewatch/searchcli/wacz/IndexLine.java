package lurewatch.searchcli.wacz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Digest;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.archive.ArchivedRecords;

/// A line of the index (CDXJ 0.1.0): where an answer's record stands in the WARC file. Beside what
/// the format asks for it names the capture, and length and digest of all its records, which are
/// those of the ledger.
record IndexLine(String key, String time, JsonNode json) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern FORM = Pattern.compile("(\\S{1,70000}) (\\d{14}) (\\{.*\\})");
    private static final String SHA256 = "sha256:";

    /// @param offset where its records start
    static IndexLine of(Capture capture, String file, long offset, ArchivedRecords records) {
        ObjectNode json =
                WaczFile.JSON
                        .createObjectNode()
                        .put("url", capture.url())
                        .put("digest", capture.payloadDigest().toString())
                        .put("mime", mime(capture))
                        .put("offset", offset)
                        .put("length", records.answerLength())
                        .put("recordDigest", Digest.of(records.answer()).toString())
                        .put("filename", file)
                        .put("provenance", LowerCase.of(capture.provenance().name()))
                        .put("capture", capture.id().toString())
                        .put("recordsLength", records.bytes().length)
                        .put("recordsDigest", capture.recordDigest().toString());
        switch (capture.provenance()) {
            case CRAWLED, COMPARED -> json.put("status", capture.status());
            case IMPORTED, RENDERED -> {
                // No server answered with it; players take it for a page all the same.
            }
        }
        return new IndexLine(SortKey.of(capture.url()), time(capture.fetchedAt()), json);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String mime(Capture capture) {
        if (capture.revisitOf().isPresent()) {
            return "warc/revisit";
        }
        String type = capture.mediaType();
        return type.isEmpty() ? "unk" : type;
    }

    String written() {
        try {
            return key + " " + time + " " + WaczFile.JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of an index is no JSON", e);
        }
    }

    static Optional<IndexLine> read(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            JsonNode json = WaczFile.JSON.readTree(parts.group(3));
            return Optional.of(new IndexLine(parts.group(1), parts.group(2), json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String url() {
        return json.path("url").asText();
    }

    String capture() {
        return json.path("capture").asText();
    }

    long offset() {
        return json.path("offset").asLong(-1);
    }

    long answerLength() {
        return json.path("length").asLong(-1);
    }

    long recordsLength() {
        return json.path("recordsLength").asLong(-1);
    }

    /// A digest's hexadecimal digits.
    String hex(String member) {
        String written = json.path(member).asText();
        return written.startsWith(SHA256) ? written.substring(SHA256.length()) : "";
    }
}
