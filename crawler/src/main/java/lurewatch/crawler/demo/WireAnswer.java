package lurewatch.crawler.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import lurewatch.indexer.Digest;

/// A reply as it goes over the wire: head and body in one piece, compressed where the client can
/// read that, and a 304 where it already has this very body.
@SuppressWarnings("ArrayRecordComponent") // written to a socket, never compared
record WireAnswer(int status, byte[] bytes) {
    /// Shorter bodies are not worth the compression.
    private static final int GZIP_FROM = 1024;

    static WireAnswer to(LoopbackServer.Request request, Reply reply) {
        String tag = '"' + Digest.of(reply.body()).prefix(20) + '"';
        if (reply.status() == 200 && request.header("if-none-match").equals(tag)) {
            return new WireAnswer(
                    304, joined("HTTP/1.1 304 Not Modified\r\nETag: " + tag, new byte[0]));
        }
        boolean compressed =
                reply.body().length >= GZIP_FROM
                        && request.header("accept-encoding").contains("gzip");
        byte[] body = compressed ? gzipped(reply.body()) : reply.body();
        String head =
                head(reply, tag, body.length) + (compressed ? "\r\nContent-Encoding: gzip" : "");
        return new WireAnswer(
                reply.status(), joined(head, request.method().equals("HEAD") ? new byte[0] : body));
    }

    private static String head(Reply reply, String tag, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        head.append(reply.status()).append(' ').append(reason(reply.status()));
        head.append("\r\nServer: demo-world\r\nContent-Type: ").append(reply.contentType());
        head.append("\r\nContent-Length: ").append(length);
        reply.location().ifPresent(to -> head.append("\r\nLocation: ").append(to));
        if (reply.status() == 200) {
            head.append("\r\nETag: ").append(tag).append("\r\nVary: Accept-Encoding");
        }
        return head.toString();
    }

    private static byte[] joined(String head, byte[] body) {
        byte[] headBytes = (head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(headBytes, headBytes.length + body.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        return all;
    }

    private static byte[] gzipped(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 302 -> "Found";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 410 -> "Gone";
            default -> "Misdirected Request";
        };
    }
}
