package lurewatch.indexer.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.PostingId;
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
    private static final String TOMBSTONE_KEY = "\"line\":\"";
    private static final String PADDING_KEY = ",\"pad\":\"";
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
        byte[] object = object(entry);
        return withHash(Arrays.copyOf(object, object.length - 1));
    }

    /// A tombstone's line, as long as the line in whose place it stands.
    static byte[] encode(LedgerEntry.Tombstone tombstone, int length) {
        byte[] object = object(tombstone);
        ByteArrayOutputStream body = new ByteArrayOutputStream(length);
        body.write(object, 0, object.length - 1);
        int padding = length - (object.length - 1) - PADDING_KEY.length() - 1 - HASH_SUFFIX_LENGTH;
        if (padding < 0) {
            throw new IllegalArgumentException(
                    "no tombstone is as short as a line of " + length + " bytes");
        }
        body.writeBytes((PADDING_KEY + " ".repeat(padding) + '"').getBytes(US_ASCII));
        return withHash(body.toByteArray());
    }

    private static byte[] object(LedgerEntry entry) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(json, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toByteArray();
    }

    private static byte[] withHash(byte[] body) {
        String suffix = HASH_KEY + Digest.of(body).hex() + "\"}";
        ByteArrayOutputStream line = new ByteArrayOutputStream(body.length + suffix.length());
        line.writeBytes(body);
        line.writeBytes(suffix.getBytes(US_ASCII));
        return line.toByteArray();
    }

    /// What the next line's `prev` must be, and the leaf in a hash tree over the ledger: those of
    /// the line as it was written first, whatever stands in its place now.
    record Hashes(Digest line, Digest leaf) {
        static Hashes of(byte[] line) throws DamageException {
            return isTombstone(line) && decode(line) instanceof LedgerEntry.Tombstone tombstone
                    ? new Hashes(tombstone.line(), tombstone.leaf())
                    : ofBytes(line);
        }

        static Hashes ofBytes(byte[] line) {
            var leaf = Digest.sha256();
            leaf.update((byte) 0);
            leaf.update(line);
            return new Hashes(Digest.of(line), new Digest(HexFormat.of().formatHex(leaf.digest())));
        }
    }

    private static boolean isTombstone(byte[] line) {
        int third = 0;
        for (int commas = 0; commas < 2 && third < line.length; third++) {
            commas += line[third] == ',' ? 1 : 0;
        }
        byte[] key = TOMBSTONE_KEY.getBytes(US_ASCII);
        return third + key.length <= line.length
                && Arrays.equals(line, third, third + key.length, key, 0, key.length);
    }

    /// What the ledger's line says, once its hash is right.
    static LedgerEntry decode(LineReader.Line line) {
        try {
            return decode(line.bytes());
        } catch (DamageException e) {
            throw new ArchiveDamagedException(ArchiveFiles.LEDGER, line.offset(), e);
        }
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
            Optional<WarcPosition> position = entry.position();
            if (position.isPresent()
                    && ArchiveFiles.segmentNumber(position.get().file()).isEmpty()) {
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
        byte[] key = SEQUENCE_KEY.getBytes(US_ASCII);
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
        byte[] expected = suffix.getBytes(US_ASCII);
        if (!Arrays.equals(line, bodyLength, line.length, expected, 0, expected.length)) {
            throw new DamageException("ledger line does not match its own hash");
        }
    }

    private static void write(JsonGenerator json, LedgerEntry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("seq", entry.sequence());
        json.writeNumberField("v", VERSION);
        switch (entry) {
            case LedgerEntry.Captured captured -> write(json, captured);
            case LedgerEntry.Tombstone tombstone -> write(json, tombstone);
            case LedgerEntry.Erased erased -> write(json, erased);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LedgerEntry.Captured entry) throws IOException {
        Capture capture = entry.capture();
        json.writeStringField("prev", entry.previous().hex());
        json.writeNumberField("acked", entry.acknowledged());
        json.writeStringField("time", capture.fetchedAt().toString());
        json.writeStringField("site", capture.site());
        json.writeStringField("url", capture.url());
        json.writeNumberField("status", capture.status());
        write(json, capture.position());
        json.writeStringField("sha256", capture.recordDigest().hex());
        json.writeStringField("payload", capture.payloadDigest().hex());
        json.writeNumberField("payloadLength", capture.payloadLength());
        json.writeStringField("provenance", LowerCase.of(capture.provenance().name()));
        if (capture.truncated().isPresent()) {
            json.writeStringField("truncated", capture.truncated().get());
        }
        if (capture.revisitOf().isPresent()) {
            json.writeNumberField("revisitOf", capture.revisitOf().get().sequence());
        }
        write(json, entry.preamble());
        json.writeArrayFieldStart("headers");
        for (Header header : capture.headers()) {
            json.writeStartArray();
            json.writeString(header.name());
            json.writeString(header.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, LedgerEntry.Tombstone entry) throws IOException {
        json.writeStringField("line", entry.line().hex());
        json.writeStringField("leaf", entry.leaf().hex());
        json.writeStringField("prev", entry.previous().hex());
        json.writeNumberField("acked", entry.acknowledged());
        json.writeStringField("time", entry.time().toString());
        write(json, entry.place());
        write(json, entry.preamble());
    }

    private static void write(JsonGenerator json, LedgerEntry.Erased entry) throws IOException {
        Erasure erasure = entry.erasure();
        json.writeStringField("prev", entry.previous().hex());
        json.writeNumberField("acked", entry.acknowledged());
        json.writeStringField("time", erasure.time().toString());
        json.writeStringField("who", erasure.who());
        json.writeStringField("why", erasure.why());
        json.writeArrayFieldStart("erased");
        for (Erasure.Gone gone : erasure.captures()) {
            json.writeStartObject();
            json.writeNumberField("capture", gone.capture().sequence());
            json.writeStringField("line", gone.line().hex());
            json.writeStringField("sha256", gone.records().hex());
            json.writeStringField("payload", gone.payload().hex());
            json.writeStringField("tombstone", gone.tombstone().hex());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("urls");
        for (Digest url : erasure.urls()) {
            json.writeString(url.hex());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("postings");
        for (PostingId posting : erasure.postings()) {
            json.writeString(posting.value());
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, WarcPosition position) throws IOException {
        json.writeStringField("file", position.file());
        json.writeNumberField("offset", position.offset());
        json.writeNumberField("length", position.length());
    }

    private static void write(JsonGenerator json, Optional<LedgerEntry.Preamble> preamble)
            throws IOException {
        if (preamble.isPresent()) {
            json.writeObjectFieldStart("warcinfo");
            json.writeNumberField("length", preamble.get().length());
            json.writeStringField("sha256", preamble.get().digest().hex());
            json.writeEndObject();
        }
    }

    private static LedgerEntry read(JsonNode json) {
        if (json.has("line")) {
            return tombstone(json);
        }
        return json.has("erased") ? erased(json) : captured(json);
    }

    private static LedgerEntry captured(JsonNode json) {
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
                        position(json),
                        Provenance.valueOf(
                                json.required("provenance").textValue().toUpperCase(Locale.ROOT)),
                        json.has("revisitOf")
                                ? Optional.of(new CaptureId(json.get("revisitOf").longValue()))
                                : Optional.empty());
        return new LedgerEntry.Captured(
                capture, digest(json, "prev"), json.required("acked").longValue(), preamble(json));
    }

    private static LedgerEntry tombstone(JsonNode json) {
        return new LedgerEntry.Tombstone(
                json.required("seq").longValue(),
                digest(json, "line"),
                digest(json, "leaf"),
                digest(json, "prev"),
                json.required("acked").longValue(),
                Instant.parse(json.required("time").textValue()),
                position(json),
                preamble(json));
    }

    private static LedgerEntry erased(JsonNode json) {
        List<Erasure.Gone> captures = new ArrayList<>();
        for (JsonNode gone : json.required("erased")) {
            captures.add(
                    new Erasure.Gone(
                            new CaptureId(gone.required("capture").longValue()),
                            digest(gone, "line"),
                            digest(gone, "sha256"),
                            digest(gone, "payload"),
                            digest(gone, "tombstone")));
        }
        List<Digest> urls = new ArrayList<>();
        json.required("urls").forEach(url -> urls.add(new Digest(url.textValue())));
        List<PostingId> postings = new ArrayList<>();
        json.required("postings").forEach(id -> postings.add(new PostingId(id.textValue())));
        return new LedgerEntry.Erased(
                json.required("seq").longValue(),
                digest(json, "prev"),
                json.required("acked").longValue(),
                new Erasure(
                        Instant.parse(json.required("time").textValue()),
                        json.required("who").textValue(),
                        json.required("why").textValue(),
                        captures,
                        urls,
                        postings));
    }

    private static WarcPosition position(JsonNode json) {
        return new WarcPosition(
                json.required("file").textValue(),
                json.required("offset").longValue(),
                json.required("length").longValue());
    }

    private static Optional<LedgerEntry.Preamble> preamble(JsonNode json) {
        JsonNode warcinfo = json.path("warcinfo");
        return warcinfo.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new LedgerEntry.Preamble(
                                warcinfo.required("length").longValue(),
                                digest(warcinfo, "sha256")));
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
