package lurewatch.indexer.archive;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Digest;
import lurewatch.indexer.LowerCase;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;

/// Builds the WARC 1.1 records of an exchange, each its own gzip member: response (or revisit),
/// request, metadata, in that order. jwarc makes the record headers; blocks are written as they
/// are, so that no parser stands between a hostile answer and its evidence.
final class WarcRecords {
    private static final String BLOCK_DIGEST = "WARC-Block-Digest";
    private static final String PAYLOAD_DIGEST = "WARC-Payload-Digest";
    private static final byte[] RECORD_END = {'\r', '\n', '\r', '\n'};

    /// An exchange as the bytes of its records.
    ///
    /// @param repeats the earlier capture whose payload it repeats
    @SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
    record Group(
            Exchange exchange,
            byte[] bytes,
            Digest digest,
            Digest payloadDigest,
            long payloadLength,
            Optional<Capture> repeats) {}

    private WarcRecords() {}

    /// The records of this exchange; a revisit record where it repeats an earlier capture.
    static Group group(Exchange exchange, Optional<Capture> repeats, Digest bodyDigest) {
        Digest payloadDigest = repeats.map(Capture::payloadDigest).orElse(bodyDigest);
        URI id = URI.create("urn:uuid:" + UUID.randomUUID());
        try (GzipPacker packer = new GzipPacker()) {
            byte[] answer =
                    repeats.isPresent()
                            ? revisit(packer, exchange, repeats.get(), id)
                            : response(packer, exchange, payloadDigest, id);
            byte[] request =
                    exchange.requestHead().length == 0
                            ? new byte[0]
                            : request(packer, exchange, id);
            byte[] bytes = concatenated(answer, request, metadata(packer, exchange, id));
            return new Group(
                    exchange,
                    bytes,
                    Digest.of(bytes),
                    payloadDigest,
                    repeats.map(Capture::payloadLength).orElse((long) exchange.body().length),
                    repeats);
        }
    }

    /// The record that stands in front of a segment.
    static byte[] warcinfo(String segment, Instant time) {
        return warcinfo(segment, time, UUID.randomUUID());
    }

    static byte[] warcinfo(String segment, Instant time, UUID id) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("software", List.of(software()));
        fields.put("format", List.of("WARC File Format 1.1"));
        fields.put(
                "conformsTo",
                List.of(
                        "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"));
        byte[] block = fieldLines(fields);
        Warcinfo.Builder builder =
                new Warcinfo.Builder()
                        .version(MessageVersion.WARC_1_1)
                        .recordId(URI.create("urn:uuid:" + id))
                        .filename(segment)
                        .date(time)
                        .body(MediaType.WARC_FIELDS, block)
                        .setHeader(BLOCK_DIGEST, sha256(Digest.of(block)));
        try (GzipPacker packer = new GzipPacker()) {
            return pack(packer, builder.build(), block);
        }
    }

    private static byte[] response(
            GzipPacker packer, Exchange exchange, Digest payloadDigest, URI id) {
        byte[] head = HttpHead.of(exchange, HttpHead.Body.FOLLOWS);
        WarcResponse.Builder builder =
                about(new WarcResponse.Builder(exchange.url()), exchange)
                        .recordId(id)
                        .body(MediaType.HTTP_RESPONSE, head)
                        .setHeader(
                                "Content-Length",
                                Long.toString((long) head.length + exchange.body().length))
                        .setHeader(PAYLOAD_DIGEST, sha256(payloadDigest))
                        .setHeader(BLOCK_DIGEST, sha256(digest(head, exchange.body())));
        exchange.truncated().map(WarcRecords::truncation).ifPresent(builder::truncated);
        return pack(packer, builder.build(), head, exchange.body());
    }

    private static byte[] revisit(GzipPacker packer, Exchange exchange, Capture repeats, URI id) {
        byte[] head = HttpHead.of(exchange, HttpHead.Body.LEFT_OUT);
        URI profile =
                exchange.status() == HttpHead.NOT_MODIFIED
                        ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
                        : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1;
        WarcRevisit.Builder builder =
                about(new WarcRevisit.Builder(exchange.url(), profile), exchange)
                        .recordId(id)
                        .setHeader("WARC-Refers-To-Target-URI", repeats.url())
                        .setHeader("WARC-Refers-To-Date", repeats.fetchedAt().toString())
                        .body(MediaType.HTTP_RESPONSE, head)
                        .setHeader(PAYLOAD_DIGEST, sha256(repeats.payloadDigest()))
                        .setHeader(BLOCK_DIGEST, sha256(Digest.of(head)));
        return pack(packer, builder.build(), head);
    }

    private static byte[] request(GzipPacker packer, Exchange exchange, URI response) {
        byte[] head = exchange.requestHead();
        WarcRequest.Builder builder =
                about(new WarcRequest.Builder(exchange.url()), exchange)
                        .concurrentTo(response)
                        .body(MediaType.HTTP_REQUEST, head)
                        .setHeader(BLOCK_DIGEST, sha256(Digest.of(head)));
        return pack(packer, builder.build(), head);
    }

    private static byte[] metadata(GzipPacker packer, Exchange exchange, URI response) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("software", List.of(software()));
        fields.put("site", List.of(exchange.site()));
        fields.put("provenance", List.of(LowerCase.of(exchange.provenance().name())));
        new TreeMap<>(exchange.metadata())
                .forEach((name, value) -> fields.put(name, List.of(value)));
        byte[] block = fieldLines(fields);
        WarcMetadata.Builder builder =
                about(new WarcMetadata.Builder().targetURI(exchange.url()), exchange)
                        .concurrentTo(response)
                        .body(MediaType.WARC_FIELDS, block)
                        .setHeader(BLOCK_DIGEST, sha256(Digest.of(block)));
        return pack(packer, builder.build(), block);
    }

    private static <B extends WarcCaptureRecord.AbstractBuilder<?, B>> B about(
            B builder, Exchange exchange) {
        B dated = builder.version(MessageVersion.WARC_1_1).date(exchange.fetchedAt());
        return exchange.remoteAddress().isEmpty()
                ? dated
                : dated.ipAddress(InetAddress.ofLiteral(exchange.remoteAddress()));
    }

    private static byte[] pack(GzipPacker packer, WarcRecord record, byte[]... block) {
        byte[][] parts = new byte[block.length + 2][];
        parts[0] = record.serializeHeader();
        System.arraycopy(block, 0, parts, 1, block.length);
        parts[block.length + 1] = RECORD_END;
        return packer.pack(parts);
    }

    /// `application/warc-fields`: one `name: value` a line. Values come from the web: no line
    /// breaks.
    private static byte[] fieldLines(Map<String, List<String>> fields) {
        StringBuilder lines = new StringBuilder();
        fields.forEach((name, values) -> {
            for (String value : values) {
                lines.append(HttpHead.token(name))
                        .append(": ")
                        .append(HttpHead.oneLine(value))
                        .append("\r\n");
            }
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String software() {
        String version = WarcRecords.class.getPackage().getImplementationVersion();
        return "lurewatch/" + (version == null ? "development" : version);
    }

    private static WarcTruncationReason truncation(String reason) {
        return WarcTruncationReason.valueOf(reason.toUpperCase(Locale.ROOT));
    }

    /// In hexadecimal: jwarc writes Base32 with `=` at its end, which the grammar of WARC 1.1 does
    /// not allow in a digest (a `token`).
    private static String sha256(Digest digest) {
        return "sha256:" + digest.hex();
    }

    private static Digest digest(byte[] head, byte[] body) {
        var sha256 = Digest.sha256();
        sha256.update(head);
        sha256.update(body);
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }

    private static byte[] concatenated(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
