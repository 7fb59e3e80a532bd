package lurewatch.crawler.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import lurewatch.crawler.fetch.HostileServer;

/// Content codings and character encodings.
final class Codings {
    private static final byte[] TEXT =
            "<title>Jobs</title><p>hello".getBytes(StandardCharsets.UTF_8);

    /// The head of a member, up to the name.
    private static final String GZIP_WITH_NAME = "\u001f\u008b\b\b\0\0\0\0\0\u0003";

    private Codings() {}

    static List<Behaviour> all() {
        byte[] small = gzip(TEXT);
        byte[] wrongSum = small.clone();
        wrongSum[wrongSum.length - 5] ^= 1;
        byte[] empty = gzip(new byte[0]);
        byte[] bomb = gzip(new byte[20 << 20]);
        return List.of(
                coded(
                        "gzip bomb",
                        "gzip: limit decoded_ratio=200 observed=201",
                        "gzip",
                        gzip(new byte[10 << 20])),
                coded(
                        "gzip bomb of many members",
                        "gzip: limit (decoded_ratio|body_decoded)=",
                        "gzip",
                        repeated(gzip(new byte[1 << 20]), 100)),
                coded(
                        "large and well compressed",
                        "gzip: limit body_decoded=\\d+ observed=\\d+",
                        "gzip",
                        gzip(halfRandom(40 << 20))),
                coded(
                        "deflate bomb",
                        "deflate: limit decoded_ratio=200 observed=201",
                        "deflate",
                        deflate(new byte[10 << 20])),
                coded(
                        "gzip in gzip",
                        "limit content_codings=1 observed=2",
                        "gzip, gzip",
                        gzip(small)),
                coded(
                        "a thousand codings",
                        "limit content_codings=1 observed=1000",
                        "gzip, ".repeat(999) + "gzip",
                        small),
                coded("100,000 empty gzip members", "", "gzip", repeated(empty, 100_000)),
                coded("gzip cut in half", "gzip: ", "gzip", Arrays.copyOf(small, small.length / 2)),
                coded("gzip with a wrong checksum", "gzip: ", "gzip", wrongSum),
                coded("gzip that is none", "gzip: no gzip member", "gzip", TEXT),
                coded("brotli that is none", "br: broken data", "br", TEXT),
                coded("zstd that is none", "zstd: broken data", "zstd", TEXT),
                coded(
                        "zstd bomb",
                        "zstd: limit decoded_ratio=200 observed=",
                        "zstd",
                        zstdOfZeros(32 << 20)),
                coded(
                        "zstd with a window of terabytes",
                        "zstd: broken data",
                        "zstd",
                        new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xff, 1, 0, 0}),
                coded(
                        "frames of zstd to be skipped",
                        "",
                        "zstd",
                        repeated(new byte[] {0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0}, 200_000)),
                coded(
                        "gzip with an endless file name",
                        "gzip: ",
                        "gzip",
                        (GZIP_WITH_NAME + "n".repeat(1 << 20))
                                .getBytes(StandardCharsets.ISO_8859_1)),
                coded(
                        "a coding of last century",
                        "content coding compress is not read",
                        "compress",
                        TEXT),
                Behaviour.of(
                        "gzip bomb behind an error",
                        "denied",
                        "",
                        (_, out) ->
                                HostileServer.send(
                                        out, "403 Forbidden", "Content-Encoding: gzip\r\n", bomb)),
                text("declares UTF-16 in ASCII", "text/html", "<meta charset=utf-16><p>hello"),
                text("declares UTF-7", "text/html; charset=utf-7", "+ADw-script+AD4-hello"),
                text("declares EBCDIC", "text/html; charset=x-IBM300", "<p>hello"),
                text("declares UTF-32", "text/html; charset=UTF-32", "<p>hello"),
                text("declares ISO-2022-KR", "text/html; charset=iso-2022-kr", "<p>\u000ehello"),
                text("declares nonsense", "text/html; charset=nope-8\"';", "<p>hello"),
                text("two charsets", "text/html; charset=euc-kr; charset=utf-8", "<p>hello"),
                text(
                        "mark against header",
                        "text/html; charset=euc-kr",
                        "\u00ef\u00bb\u00bf<meta charset=shift_jis><p>hello"),
                text("UTF-16 mark before ASCII", "text/html", "\u00ff\u00fe<p>hello"),
                text(
                        "broken UTF-8",
                        "text/html; charset=utf-8",
                        "\u00c0\u0080\u00ff\u00f8<p>hello"),
                text("a media type of 50,000 characters", "text/" + "x".repeat(50_000), "hello"),
                text("no media type", "", "<p>hello"));
    }

    private static Behaviour coded(String name, String detail, String coding, byte[] body) {
        return Behaviour.of(
                name,
                "captured",
                detail,
                (_, out) ->
                        HostileServer.send(
                                out,
                                "200 OK",
                                "Content-Type: text/html\r\nContent-Encoding: " + coding + "\r\n",
                                body));
    }

    private static Behaviour text(String name, String type, String latin1) {
        return Behaviour.page(
                name, "captured", "", type, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// One frame of blocks that each say: 128 KB of zeros.
    private static byte[] zstdOfZeros(int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0x38});
        int block = 128 << 10;
        for (int at = 0; at < length; at += block) {
            int header = (block << 3) + 2 + (at + block < length ? 0 : 1);
            out.write(header);
            out.write(header >>> 8);
            out.write(header >>> 16);
            out.write(0);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zip = new DeflaterOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] repeated(byte[] bytes, int times) {
        byte[] all = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }

    /// Compresses to about a fiftieth: below the ratio, beyond the size.
    private static byte[] halfRandom(int length) {
        byte[] bytes = new byte[length];
        java.util.Random random = new java.util.Random(7);
        byte[] noise = new byte[16];
        for (int i = 0; i + noise.length < length; i += 1024) {
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, i, noise.length);
        }
        return bytes;
    }
}
