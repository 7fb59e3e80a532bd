package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.LowerCase;

/// An answer's record as somebody's WARC file has it: what its head says, and the digest of the
/// payload as it is.
///
/// @param payloadDigest as the head says, without its algorithm
/// @param actualDigest of the payload that follows; empty where the record only refers to one
public record AnswerRecord(
        String targetUri, String date, String payloadDigest, Optional<Digest> actualDigest) {
    private static final String SHA256 = "sha256:";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int HEX_DIGITS = 64;
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    /// Inflates one gzip member that fills `bytes`, to at most `limit` bytes.
    public static byte[] inflated(byte[] bytes, long limit) throws IOException {
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            GzipUnpacker.Member member = unpacker.unpack(bytes, 0, limit);
            if (member.end() != bytes.length) {
                throw new IOException("more than one gzip member");
            }
            return member.content();
        } catch (GzipUnpacker.DamageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Reads a record, uncompressed.
    public static AnswerRecord read(byte[] record) throws IOException {
        int headEnd = blankLine(record, 0);
        int end = record.length - BLANK_LINE.length;
        if (!startsWith(record, "WARC/1.") || headEnd < 0 || headEnd > end) {
            throw new IOException("no WARC record");
        }
        String head = new String(record, 0, headEnd, StandardCharsets.UTF_8);
        if (!field(head, "Content-Length").equals(Integer.toString(end - headEnd))) {
            throw new IOException("not as long as its head says");
        }
        boolean hasPayload = field(head, "WARC-Type").equals("response");
        int payload = blankLine(record, headEnd);
        if (hasPayload && payload < 0) {
            throw new IOException("no HTTP answer");
        }
        String digest = field(head, "WARC-Payload-Digest");
        return new AnswerRecord(
                field(head, "WARC-Target-URI"),
                field(head, "WARC-Date"),
                digest.startsWith(SHA256) ? hex(digest.substring(SHA256.length())) : "",
                hasPayload
                        ? Optional.of(Digest.of(Arrays.copyOfRange(record, payload, end)))
                        : Optional.empty());
    }

    /// A digest as WARC files have it: in hexadecimal, or in Base32 (RFC 4648).
    private static String hex(String written) {
        if (written.length() == HEX_DIGITS) {
            return LowerCase.of(written);
        }
        StringBuilder bits = new StringBuilder();
        for (char c : written.replace("=", "").toUpperCase(Locale.ROOT).toCharArray()) {
            int value = BASE32.indexOf(c);
            if (value < 0) {
                return "";
            }
            bits.append(Integer.toBinaryString(32 + value), 1, 6);
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i + 4 <= bits.length(); i += 4) {
            hex.append(Character.forDigit(Integer.parseInt(bits.substring(i, i + 4), 2), 16));
        }
        // The last character has bits that belong to nothing.
        return hex.substring(0, Math.min(HEX_DIGITS, hex.length()));
    }

    private static boolean startsWith(byte[] record, String text) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        return record.length >= start.length
                && Arrays.equals(record, 0, start.length, start, 0, start.length);
    }

    /// Where what follows the next blank line starts; -1 where there is none.
    private static int blankLine(byte[] bytes, int from) {
        for (int i = from; i + BLANK_LINE.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + BLANK_LINE.length, BLANK_LINE, 0, BLANK_LINE.length)) {
                return i + BLANK_LINE.length;
            }
        }
        return -1;
    }

    private static String field(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
