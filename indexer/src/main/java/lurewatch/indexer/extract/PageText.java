package lurewatch.indexer.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import lurewatch.indexer.MediaType;
import lurewatch.indexer.extract.Encodings.Encoding;

/// A payload as text, decoded as a browser would: byte order mark, HTTP header, the page's own
/// declaration, and only then a guess.
///
/// @param encoding what it was decoded with
record PageText(String text, Encoding encoding) {

    /// @param contentType the header's value; may be empty
    /// @param host of the page, a hint where nothing is declared; may be empty
    static PageText decode(byte[] payload, String contentType, String host) {
        return decode(payload, contentType, host, DeclaredEncoding::in);
    }

    /// The same of what a browser takes for XML.
    static PageText decodeXml(byte[] payload, String contentType, String host) {
        return decode(payload, contentType, host, DeclaredEncoding::inXml);
    }

    private static PageText decode(
            byte[] payload,
            String contentType,
            String host,
            Function<byte[], Optional<Encoding>> declared) {
        return byteOrderMark(payload)
                .or(() -> byHeader(contentType).map(e -> decode(payload, e)))
                .or(() -> declared.apply(payload).map(e -> decode(payload, e)))
                .orElseGet(() -> decode(payload, EncodingGuess.of(payload, host)));
    }

    private static Optional<Encoding> byHeader(String contentType) {
        return MediaType.parse(contentType)
                .flatMap(type -> type.parameter("charset"))
                .flatMap(Encodings::labelled);
    }

    private static Optional<PageText> byteOrderMark(byte[] payload) {
        if (startsWith(payload, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(decode(payload, 3, Encodings.UTF_8, StandardCharsets.UTF_8));
        }
        if (startsWith(payload, 0xFE, 0xFF)) {
            Encoding encoding = Encodings.named("utf-16be");
            return Optional.of(decode(payload, 2, encoding, StandardCharsets.UTF_16BE));
        }
        if (startsWith(payload, 0xFF, 0xFE)) {
            Encoding encoding = Encodings.named("utf-16le");
            return Optional.of(decode(payload, 2, encoding, StandardCharsets.UTF_16LE));
        }
        return Optional.empty();
    }

    private static PageText decode(byte[] payload, Encoding encoding) {
        if (encoding.charset().isPresent()) {
            return decode(payload, 0, encoding, encoding.charset().get());
        }
        if (encoding.name().equals("x-user-defined")) {
            return new PageText(userDefined(payload), encoding);
        }
        return new PageText(payload.length == 0 ? "" : "\uFFFD", encoding);
    }

    private static PageText decode(byte[] payload, int from, Encoding encoding, Charset charset) {
        return new PageText(new String(payload, from, payload.length - from, charset), encoding);
    }

    /// Bytes above ASCII become U+F780 to U+F7FF.
    private static String userDefined(byte[] payload) {
        char[] text = new char[payload.length];
        for (int i = 0; i < payload.length; i++) {
            int unit = payload[i] & 0xFF;
            text[i] = (char) (unit < 0x80 ? unit : 0xF780 + unit - 0x80);
        }
        return new String(text);
    }

    private static boolean startsWith(byte[] payload, int... mark) {
        if (payload.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((payload[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
