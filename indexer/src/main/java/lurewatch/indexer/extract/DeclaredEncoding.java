package lurewatch.indexer.extract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.extract.Encodings.Encoding;

/// Finds the encoding that a page declares inside itself: the HTML standard's *prescan*, over an
/// XML declaration and `meta` elements, without building a tree.
final class DeclaredEncoding {
    private static final int PRESCAN = 1024;

    /// The standard looks at 1024 bytes first, and then lets the tree builder change its mind at a
    /// later `meta`; reading a little further comes to the same.
    private static final int WINDOW = 16 * 1024;

    private final String head;
    private int at;

    private DeclaredEncoding(String head) {
        this.head = head;
    }

    static Optional<Encoding> in(byte[] payload) {
        Optional<Encoding> early = in(payload, PRESCAN);
        return early.isPresent() || payload.length <= PRESCAN ? early : in(payload, WINDOW);
    }

    private static Optional<Encoding> in(byte[] payload, int window) {
        int length = Math.min(payload.length, window);
        // One char per byte: all that is looked for is ASCII.
        String head = new String(payload, 0, length, StandardCharsets.ISO_8859_1);
        DeclaredEncoding scan = new DeclaredEncoding(LowerCase.of(head));
        return scan.xmlDeclaration().or(scan::meta).map(DeclaredEncoding::asDeclaredInside);
    }

    /// The label after `charset=` in a `Content-Type`, quoted or not.
    static Optional<Encoding> inContentType(String value) {
        String lower = LowerCase.of(value);
        int from = lower.indexOf("charset");
        while (from >= 0) {
            int i = skipSpace(lower, from + "charset".length());
            if (i < lower.length() && lower.charAt(i) == '=') {
                return Encodings.labelled(label(lower, skipSpace(lower, i + 1)));
            }
            from = lower.indexOf("charset", from + 1);
        }
        return Optional.empty();
    }

    /// Bytes in which a declaration could be read are not UTF-16, whatever it says.
    private static Encoding asDeclaredInside(Encoding encoding) {
        if (encoding.isUtf16()) {
            return Encodings.UTF_8;
        }
        return encoding.name().equals("x-user-defined") ? Encodings.WINDOWS_1252 : encoding;
    }

    private Optional<Encoding> xmlDeclaration() {
        int end = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
        int name = end < 0 ? -1 : head.indexOf("encoding", 5);
        if (name < 0 || name > end) {
            return Optional.empty();
        }
        int equals = skipSpace(head, name + "encoding".length());
        if (equals >= end || head.charAt(equals) != '=') {
            return Optional.empty();
        }
        return Encodings.labelled(label(head, skipSpace(head, equals + 1)));
    }

    private Optional<Encoding> meta() {
        while ((at = head.indexOf('<', at)) >= 0) {
            if (head.startsWith("<!--", at)) {
                int end = head.indexOf("-->", at + 2);
                if (end < 0) {
                    return Optional.empty();
                }
                at = end + 3;
            } else if (head.startsWith("<meta", at) && isTagNameEnd(at + 5)) {
                at += 5;
                Optional<Encoding> found = metaAttributes();
                if (found.isPresent()) {
                    return found;
                }
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private boolean isTagNameEnd(int index) {
        return index < head.length() && (isSpace(head.charAt(index)) || head.charAt(index) == '/');
    }

    private Optional<Encoding> metaAttributes() {
        Optional<Encoding> charset = Optional.empty();
        Optional<Encoding> content = Optional.empty();
        boolean contentType = false;
        while (at < head.length() && head.charAt(at) != '>') {
            int before = at;
            String name = attributeName();
            String value = attributeValue();
            switch (name) {
                case "charset" -> charset = Encodings.labelled(value);
                case "content" -> content = inContentType(value);
                case "http-equiv" -> contentType |= value.equals("content-type");
                default -> {
                    if (at == before) {
                        at++;
                    }
                }
            }
        }
        return charset.isPresent() || !contentType ? charset : content;
    }

    private String attributeName() {
        while (at < head.length() && (isSpace(head.charAt(at)) || head.charAt(at) == '/')) {
            at++;
        }
        int start = at;
        while (at < head.length() && "=/> \t\n\f\r".indexOf(head.charAt(at)) < 0) {
            at++;
        }
        return head.substring(start, at);
    }

    private String attributeValue() {
        int equals = skipSpace(head, at);
        if (equals >= head.length() || head.charAt(equals) != '=') {
            return "";
        }
        at = skipSpace(head, equals + 1);
        if (at >= head.length()) {
            return "";
        }
        char quote = head.charAt(at);
        int start = quote == '"' || quote == '\'' ? at + 1 : at;
        int end = start;
        while (end < head.length() && !endsValue(head.charAt(end), start == at ? ' ' : quote)) {
            end++;
        }
        at = start == at ? end : Math.min(end + 1, head.length());
        return head.substring(start, end);
    }

    private static boolean endsValue(char c, char quote) {
        return quote == ' ' ? isSpace(c) || c == '>' : c == quote;
    }

    private static String label(String text, int start) {
        if (start >= text.length()) {
            return "";
        }
        char quote = text.charAt(start);
        boolean quoted = quote == '"' || quote == '\'';
        int from = quoted ? start + 1 : start;
        int end = from;
        while (end < text.length()
                && (quoted
                        ? text.charAt(end) != quote
                        : !isSpace(text.charAt(end)) && ";\"'>?,".indexOf(text.charAt(end)) < 0)) {
            end++;
        }
        return text.substring(from, end);
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
