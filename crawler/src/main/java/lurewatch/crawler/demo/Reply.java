package lurewatch.crawler.demo;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a demo site answers to one request.
///
/// @param location where a redirect leads
@SuppressWarnings("ArrayRecordComponent") // written to a socket, never compared
record Reply(int status, String contentType, byte[] body, Optional<String> location) {

    /// A page that names its character set in the header.
    static Reply html(String html, Charset charset, String charsetLabel) {
        return new Reply(
                200,
                "text/html; charset=" + charsetLabel,
                encoded(html, charset),
                Optional.empty());
    }

    static Reply html(String html) {
        return html(html, StandardCharsets.UTF_8, "utf-8");
    }

    /// A page whose header is silent: only its own `meta` element names the character set.
    static Reply htmlNamingItsCharsetInside(String html, Charset charset) {
        return new Reply(200, "text/html", encoded(html, charset), Optional.empty());
    }

    static Reply of(String contentType, String body) {
        return new Reply(200, contentType, body.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static Reply redirect(String location) {
        return new Reply(302, "text/plain", new byte[0], Optional.of(location));
    }

    static Reply failure(int status, String what) {
        return new Reply(
                status,
                "text/plain; charset=utf-8",
                what.getBytes(StandardCharsets.UTF_8),
                Optional.empty());
    }

    static Reply notFound() {
        return failure(404, "no such page\n");
    }

    /// What the character set cannot say becomes a character reference, as browsers' forms do.
    private static byte[] encoded(String html, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        if (!encoder.canEncode(html)) {
            StringBuilder referenced = new StringBuilder(html.length() + 64);
            html.codePoints().forEach(point -> appendEncodable(referenced, point, encoder));
            html = referenced.toString();
        }
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(html));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("not encodable in " + charset, e);
        }
    }

    private static void appendEncodable(StringBuilder to, int point, CharsetEncoder encoder) {
        String character = Character.toString(point);
        if (encoder.canEncode(character)) {
            to.append(character);
        } else {
            to.append("&#").append(point).append(';');
        }
    }
}
