package lurewatch.indexer.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.WarcPosition;

/// The form of a ledger line: one JSON object in ASCII, `seq` first and `hash` last.
///
/// `hash` is the SHA-256 of every byte of the line before `,"hash":`, so that a line, the last one
/// too, can be checked by itself; `prev` ties it to the line before.
final class LedgerLine {
    /// Bounds what a reader holds in memory at once.
    static final int MAX_BYTES = 2 << 20;

    private static final int VERSION = 1;
    private static final String SEQUENCE_KEY = "{\"seq\":";
    private static final String HASH_KEY = ",\"hash\":\"";
    private static final int HASH_SUFFIX_LENGTH = HASH_KEY.length() + 64 + 2;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    // Keeps lone surrogates, which web pages do contain.
                                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// A line that says nothing that can be relied on.
    static final class DamageException extends Exception {
        private static final long serialVersionUID = 1;

        DamageException(String what) {
            super(what);
        }
    }

    private LedgerLine() {}

    /// The line without its line feed.
    static byte[] encode(LedgerEntry entry) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(json, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] object = line.toByteArray();
        byte[] body = Arrays.copyOf(object, object.length - 1);
        String suffix = HASH_KEY + Digest.of(body).hex() + "\"}";
        line.reset();
        line.writeBytes(body);
        line.writeBytes(suffix.getBytes(StandardCharsets.US_ASCII));
        return line.toByteArray();
    }

    /// What the line says, once its hash is right.
    static LedgerEntry decode(byte[] line) throws DamageException {
        checkHash(line);
        try {
            JsonNode json = JSON.readTree(line);
            if (json.path("v").asInt() != VERSION) {
                throw new DamageException("ledger line of a newer version");
            }
            LedgerEntry entry = read(json);
            if (ArchiveFiles.segmentNumber(entry.capture().position().file()).isEmpty()) {
                throw new DamageException("ledger line names no segment");
            }
            return entry;
        } catch (IOException
                | IllegalArgumentException
                | NullPointerException
                | DateTimeException e) {
            throw new DamageException("not a ledger line");
        }
    }

    /// The sequence number a line starts with, or -1; does not check the line.
    static long sequenceOf(byte[] line) {
        byte[] key = SEQUENCE_KEY.getBytes(StandardCharsets.US_ASCII);
        if (line.length < key.length || !Arrays.equals(line, 0, key.length, key, 0, key.length)) {
            return -1;
        }
        long sequence = 0;
        for (int i = key.length; i < line.length && i < key.length + 18; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return line[i] == ',' ? sequence : -1;
            }
            sequence = sequence * 10 + line[i] - '0';
        }
        return -1;
    }

    private static void checkHash(byte[] line) throws DamageException {
        int bodyLength = line.length - HASH_SUFFIX_LENGTH;
        if (bodyLength <= 0) {
            throw new DamageException("ledger line ends early");
        }
        String suffix = HASH_KEY + Digest.of(Arrays.copyOf(line, bodyLength)).hex() + "\"}";
        byte[] expected = suffix.getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(line, bodyLength, line.length, expected, 0, expected.length)) {
            throw new DamageException("ledger line does not match its own hash");
        }
    }

    private static void write(JsonGenerator json, LedgerEntry entry) throws IOException {
        Capture capture = entry.capture();
        json.writeStartObject();
        json.writeNumberField("seq", entry.sequence());
        json.writeNumberField("v", VERSION);
        json.writeStringField("prev", entry.previous().hex());
        json.writeNumberField("acked", entry.acknowledged());
        json.writeStringField("time", capture.fetchedAt().toString());
        json.writeStringField("site", capture.site());
        json.writeStringField("url", capture.url());
        json.writeNumberField("status", capture.status());
        json.writeStringField("file", capture.position().file());
        json.writeNumberField("offset", capture.position().offset());
        json.writeNumberField("length", capture.position().length());
        json.writeStringField("sha256", capture.recordDigest().hex());
        json.writeStringField("payload", capture.payloadDigest().hex());
        json.writeNumberField("payloadLength", capture.payloadLength());
        json.writeStringField("provenance", capture.provenance().name().toLowerCase(Locale.ROOT));
        if (capture.truncated().isPresent()) {
            json.writeStringField("truncated", capture.truncated().get());
        }
        if (capture.revisitOf().isPresent()) {
            json.writeNumberField("revisitOf", capture.revisitOf().get().sequence());
        }
        if (entry.preamble().isPresent()) {
            json.writeObjectFieldStart("warcinfo");
            json.writeNumberField("length", entry.preamble().get().length());
            json.writeStringField("sha256", entry.preamble().get().digest().hex());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("headers");
        for (Header header : capture.headers()) {
            json.writeStartArray();
            json.writeString(header.name());
            json.writeString(header.value());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static LedgerEntry read(JsonNode json) {
        Capture capture =
                new Capture(
                        new CaptureId(json.required("seq").longValue()),
                        json.required("site").textValue(),
                        json.required("url").textValue(),
                        Instant.parse(json.required("time").textValue()),
                        json.required("status").intValue(),
                        headers(json.required("headers")),
                        digest(json, "payload"),
                        json.required("payloadLength").longValue(),
                        Optional.ofNullable(json.path("truncated").textValue()),
                        digest(json, "sha256"),
                        new WarcPosition(
                                json.required("file").textValue(),
                                json.required("offset").longValue(),
                                json.required("length").longValue()),
                        Provenance.valueOf(
                                json.required("provenance").textValue().toUpperCase(Locale.ROOT)),
                        json.has("revisitOf")
                                ? Optional.of(new CaptureId(json.get("revisitOf").longValue()))
                                : Optional.empty());
        JsonNode warcinfo = json.path("warcinfo");
        Optional<LedgerEntry.Preamble> preamble =
                warcinfo.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(
                                new LedgerEntry.Preamble(
                                        warcinfo.required("length").longValue(),
                                        digest(warcinfo, "sha256")));
        return new LedgerEntry(
                capture, digest(json, "prev"), json.required("acked").longValue(), preamble);
    }

    private static Digest digest(JsonNode json, String key) {
        return new Digest(json.required(key).textValue());
    }

    private static List<Header> headers(JsonNode array) {
        List<Header> headers = new ArrayList<>(array.size());
        for (JsonNode pair : array) {
            headers.add(new Header(pair.required(0).textValue(), pair.required(1).textValue()));
        }
        return headers;
    }
}
