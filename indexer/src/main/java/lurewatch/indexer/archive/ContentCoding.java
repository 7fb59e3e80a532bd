package lurewatch.indexer.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import lurewatch.indexer.Header;

/// Undoes an HTTP content coding under bounds: `gzip`, `deflate` and none. One layer only, since
/// layers multiply: 1,792 bytes of `gzip, gzip` become a thousand megabytes.
public final class ContentCoding {
    /// Small pages may be as repetitive as they like; the ratio is asked for beyond this.
    private static final long FREE_OF_RATIO = 1 << 20;

    private ContentCoding() {}

    /// The decoded body: at most `limit` bytes, and beyond the first megabyte at most `ratio` times
    /// the encoded size.
    public static byte[] decode(byte[] body, List<Header> headers, long limit, int ratio)
            throws ContentCodingException {
        long allowed = Math.min(limit, Math.max(FREE_OF_RATIO, (long) body.length * ratio));
        return switch (coding(headers)) {
            case "" -> identity(body, limit);
            case "gzip", "x-gzip" -> gunzip(body, allowed);
            case "deflate" -> inflate(body, allowed);
            case String other ->
                    throw new ContentCodingException(
                            "unknown content coding of " + other.length() + " characters",
                            new byte[0]);
        };
    }

    private static String coding(List<Header> headers) {
        StringBuilder codings = new StringBuilder();
        for (Header header : headers) {
            if (!header.isNamed("Content-Encoding")) {
                continue;
            }
            for (String coding : header.value().split(",", -1)) {
                String name = coding.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    codings.append(codings.isEmpty() ? "" : ",").append(name);
                }
            }
        }
        return codings.toString();
    }

    private static byte[] identity(byte[] body, long limit) throws ContentCodingException {
        if (body.length > limit) {
            throw new ContentCodingException(
                    "body of more than " + limit + " bytes", Arrays.copyOf(body, (int) limit));
        }
        return body;
    }

    private static byte[] gunzip(byte[] body, long limit) throws ContentCodingException {
        if (body.length == 0) {
            return body;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        int at = 0;
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            // Bytes behind a whole member that start no other one are padding, as in every browser.
            while (at == 0 || GzipUnpacker.startsAt(body, at)) {
                GzipUnpacker.Member member = unpacker.unpack(body, at, limit - decoded.size());
                decoded.writeBytes(member.content());
                at = member.end();
            }
        } catch (GzipUnpacker.DamageException e) {
            decoded.writeBytes(e.inflated());
            throw new ContentCodingException("gzip: " + e.getMessage(), decoded.toByteArray());
        }
        return decoded.toByteArray();
    }

    private static byte[] inflate(byte[] body, long limit) throws ContentCodingException {
        if (body.length == 0) {
            return body;
        }
        Inflater inflater = new Inflater(!hasZlibHeader(body));
        try {
            inflater.setInput(body);
            return GzipUnpacker.inflate(inflater, limit);
        } catch (GzipUnpacker.DamageException e) {
            throw new ContentCodingException("deflate: " + e.getMessage(), e.inflated());
        } finally {
            inflater.end();
        }
    }

    /// The RFC means zlib by "deflate"; some servers send the bare stream.
    private static boolean hasZlibHeader(byte[] body) {
        return body.length >= 2
                && (body[0] & 0x0f) == 8
                && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
    }
}
