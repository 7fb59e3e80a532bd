package lurewatch.indexer.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import lurewatch.indexer.LowerCase;

/// The page that a `data:` address carries in itself (RFC 2397).
final class DataAddress {
    private static final String SCHEME = "data:";

    private DataAddress() {}

    /// Its HTML; empty where it is something else, or broken. Read as UTF-8, whatever it says: it
    /// was written by the page around it.
    static Optional<String> html(String address) {
        int comma = address.indexOf(',');
        if (comma < 0 || !address.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String type = LowerCase.of(address.substring(SCHEME.length(), comma).strip());
        if (!type.startsWith("text/html")) {
            return Optional.empty();
        }
        String body = address.substring(comma + 1);
        return (type.endsWith(";base64") ? base64(body) : Optional.of(unescaped(body)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> base64(String body) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(unescaped(body)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // cut off or mistyped
        }
    }

    /// What `%41` stands for; a sign that stands for nothing stays.
    private static byte[] unescaped(String text) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length);
        int i = 0;
        while (i < written.length) {
            int value = written[i] == '%' && i + 2 < written.length ? hex(written, i + 1) : -1;
            bytes.write(value < 0 ? written[i] : value);
            i += value < 0 ? 1 : 3;
        }
        return bytes.toByteArray();
    }

    private static int hex(byte[] text, int at) {
        int high = Character.digit(text[at], 16);
        int low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
