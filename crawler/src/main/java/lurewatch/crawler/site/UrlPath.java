package lurewatch.crawler.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Normalises what follows a URL's authority: dot segments resolved, fragment dropped, percent
/// signs in one spelling. Linear in its input.
final class UrlPath {
    private static final BitSet UNRESERVED =
            setOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// Characters that stand as they are; of the rest, ASCII is legal nowhere or ambiguous.
    private static final BitSet PLAIN = setOf("!$&'()*+,;=:@/?");

    private static final String HEX = "0123456789ABCDEF";

    static {
        PLAIN.or(UNRESERVED);
    }

    private UrlPath() {}

    static String of(String rest) {
        return isNormal(rest) ? rest : normalised(rest);
    }

    /// Whether nothing would change: by far most paths, as links are made by programs.
    private static boolean isNormal(String rest) {
        boolean inQuery = false;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean dots = !inQuery && c == '.' && rest.charAt(Math.max(0, i - 1)) == '/';
            if (c >= 128 || !PLAIN.get(c) || dots) {
                return false;
            }
            inQuery |= c == '?';
        }
        return rest.startsWith("/") && !rest.endsWith("?");
    }

    private static String normalised(String rest) {
        int fragment = rest.indexOf('#');
        String whole = fragment < 0 ? rest : rest.substring(0, fragment);
        int question = whole.indexOf('?');
        String path = question < 0 ? whole : whole.substring(0, question);
        String query = question < 0 ? "" : whole.substring(question + 1);
        String resolved = resolved(encoded(path.replace('\\', '/')));
        return query.isEmpty() ? resolved : resolved + "?" + encoded(query);
    }

    private static String resolved(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> keepEnd(kept, last);
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                    keepEnd(kept, last);
                }
                default -> kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void keepEnd(List<String> kept, boolean last) {
        if (last) {
            kept.add("");
        }
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            if (c == '%'
                    && i + 2 < bytes.length
                    && hex(bytes[i + 1]) >= 0
                    && hex(bytes[i + 2]) >= 0) {
                appendDecoded(out, hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
                i += 2;
            } else if (PLAIN.get(c)) {
                out.append((char) c);
            } else {
                appendEncoded(out, c);
            }
        }
        return out.toString();
    }

    private static void appendDecoded(StringBuilder out, int c) {
        if (UNRESERVED.get(c)) {
            out.append((char) c);
        } else {
            appendEncoded(out, c);
        }
    }

    private static void appendEncoded(StringBuilder out, int c) {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit((char) b, 16);
    }

    private static BitSet setOf(String characters) {
        BitSet set = new BitSet(256);
        characters.chars().forEach(set::set);
        return set;
    }
}
