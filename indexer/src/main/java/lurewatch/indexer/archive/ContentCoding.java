package lurewatch.indexer.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import lurewatch.indexer.Header;
import lurewatch.indexer.LowerCase;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/// Undoes an HTTP content coding under bounds: `gzip`, `deflate`, `br`, `zstd` and none. One layer
/// only, since layers multiply: 1,792 bytes of `gzip, gzip` become a thousand megabytes.
///
/// The crawler asks for `gzip`; the others come from servers that do not listen, and in what
/// browsers recorded.
///
/// A name that is no coding (`utf-8`, `none`) changes nothing: servers write such, and browsers
/// show the page as it came.
public final class ContentCoding {
    /// What is or was in use; the last two are not read.
    private static final Set<String> CODINGS =
            Set.of("gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress");

    private static final int STEP = 16 * 1024;

    /// Frames may ask for a window of gigabytes; RFC 8878 has 8 MB for what is sent by HTTP.
    private static final int ZSTD_WINDOW_LOG = 23;

    private ContentCoding() {}

    /// The decoded body, within the limits.
    public static byte[] decode(byte[] body, List<Header> headers, DecodeLimits limits)
            throws ContentCodingException {
        List<String> codings = codings(headers);
        if (codings.size() > 1) {
            throw new ContentCodingException(
                    "limit content_codings=1 observed=" + codings.size(), new byte[0]);
        }
        return switch (codings.isEmpty() ? "" : codings.getFirst()) {
            case "" -> identity(body, limits);
            case "gzip", "x-gzip" -> gunzip(body, limits);
            case "deflate" -> inflate(body, limits);
            case "br" -> unpack("br", BrotliInputStream::new, body, limits);
            case "zstd" -> unpack("zstd", ContentCoding::zstd, body, limits);
            case String other ->
                    throw new ContentCodingException(
                            "content coding " + other + " is not read", new byte[0]);
        };
    }

    private static List<String> codings(List<Header> headers) {
        List<String> codings = new ArrayList<>();
        for (Header header : headers) {
            if (!header.isNamed("Content-Encoding")) {
                continue;
            }
            for (String coding : header.value().split(",", -1)) {
                String name = LowerCase.of(coding.strip());
                if (CODINGS.contains(name)) {
                    codings.add(name);
                }
            }
        }
        return codings;
    }

    private static byte[] identity(byte[] body, DecodeLimits limits) throws ContentCodingException {
        if (body.length > limits.bytes()) {
            throw new ContentCodingException(
                    limits.met(body.length), Arrays.copyOf(body, (int) limits.bytes()));
        }
        return body;
    }

    private static byte[] gunzip(byte[] body, DecodeLimits limits) throws ContentCodingException {
        if (body.length == 0) {
            return body;
        }
        Members decoded = new Members();
        long allowed = limits.allowed(body.length);
        int at = 0;
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            // Bytes behind a whole member that start no other one are padding, as in every browser.
            while (at == 0 || GzipUnpacker.startsAt(body, at)) {
                GzipUnpacker.Member member = unpacker.unpack(body, at, allowed - decoded.size());
                decoded.add(member.content());
                at = member.end();
            }
        } catch (GzipUnpacker.TooMuchException e) {
            decoded.add(e.inflated());
            throw new ContentCodingException("gzip: " + limits.met(body.length), decoded.whole());
        } catch (GzipUnpacker.DamageException e) {
            decoded.add(e.inflated());
            throw new ContentCodingException("gzip: " + e.getMessage(), decoded.whole());
        }
        return decoded.whole();
    }

    /// What several members hold. There is seldom more than one, which is not copied.
    private static final class Members {
        private byte[] first = new byte[0];
        private @Nullable Pieces all;

        int size() {
            return all == null ? first.length : all.size();
        }

        void add(byte[] content) {
            if (size() == 0) {
                first = content;
                return;
            }
            if (all == null) {
                all = new Pieces();
                all.write(first, first.length);
                first = new byte[0];
            }
            all.write(content, content.length);
        }

        byte[] whole() {
            return all == null ? first : all.whole();
        }
    }

    private static byte[] inflate(byte[] body, DecodeLimits limits) throws ContentCodingException {
        if (body.length == 0) {
            return body;
        }
        Inflater inflater = new Inflater(!hasZlibHeader(body));
        try {
            inflater.setInput(body);
            return GzipUnpacker.inflate(inflater, limits.allowed(body.length));
        } catch (GzipUnpacker.TooMuchException e) {
            throw new ContentCodingException("deflate: " + limits.met(body.length), e.inflated());
        } catch (GzipUnpacker.DamageException e) {
            throw new ContentCodingException("deflate: " + e.getMessage(), e.inflated());
        } finally {
            inflater.end();
        }
    }

    /// A stream that decodes another.
    private interface Decoder {
        InputStream of(InputStream packed) throws IOException;
    }

    private static InputStream zstd(InputStream packed) throws IOException {
        ZstdInputStreamNoFinalizer decoded = new ZstdInputStreamNoFinalizer(packed);
        decoded.setLongMax(ZSTD_WINDOW_LOG);
        return decoded;
    }

    /// Of a broken body in brotli that is smaller than its window nothing is given: the decoder
    /// keeps all until then.
    private static byte[] unpack(String coding, Decoder decoder, byte[] body, DecodeLimits limits)
            throws ContentCodingException {
        if (body.length == 0) {
            return body;
        }
        Pieces decoded = new Pieces();
        byte[] buffer = new byte[STEP];
        long allowed = limits.allowed(body.length);
        try (InputStream in = decoder.of(new ByteArrayInputStream(body))) {
            int count = in.read(buffer);
            while (count > 0) {
                int room = (int) Math.min(count, allowed - decoded.size());
                decoded.write(buffer, room);
                if (room < count) {
                    throw new ContentCodingException(
                            coding + ": " + limits.met(body.length), decoded.whole());
                }
                count = in.read(buffer);
            }
        } catch (ContentCodingException e) {
            throw e;
        } catch (IOException e) {
            throw new ContentCodingException(coding + ": broken data", decoded.whole());
        }
        return decoded.whole();
    }

    /// The RFC means zlib by "deflate"; some servers send the bare stream.
    private static boolean hasZlibHeader(byte[] body) {
        return body.length >= 2
                && (body[0] & 0x0f) == 8
                && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
    }
}
