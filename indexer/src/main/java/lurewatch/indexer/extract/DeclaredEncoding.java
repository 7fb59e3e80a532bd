package lurewatch.indexer.extract;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.extract.Encodings.Encoding;

/// Finds the encoding that a page declares inside itself: the HTML standard's *prescan a byte
/// stream to determine its encoding*, step by step, so that what a browser shows is what is read.
///
/// No tree is built. Attributes of other elements, comments, and `<!`, `</` and `<?` are passed
/// over; of the attributes of one `meta` the first of a name counts.
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

    /// Of a page: what its `meta` says, and where none says anything its XML declaration.
    static Optional<Encoding> in(byte[] payload) {
        return inUtf16(payload)
                .or(() -> inMeta(payload, PRESCAN))
                .or(() -> payload.length <= PRESCAN ? Optional.empty() : inMeta(payload, WINDOW))
                .or(() -> inXmlDeclaration(payload));
    }

    /// Of XML, in which a `meta` is anybody's: its declaration alone.
    static Optional<Encoding> inXml(byte[] payload) {
        return inUtf16(payload).or(() -> inXmlDeclaration(payload));
    }

    /// An XML declaration without a mark, in units of two bytes.
    private static Optional<Encoding> inUtf16(byte[] payload) {
        String start = head(payload, 6);
        if (start.equals("<\0?\0x\0")) {
            return Optional.of(Encodings.named("utf-16le"));
        }
        return start.equals("\0<\0?\0x")
                ? Optional.of(Encodings.named("utf-16be"))
                : Optional.empty();
    }

    private static Optional<Encoding> inMeta(byte[] payload, int window) {
        return new DeclaredEncoding(LowerCase.of(head(payload, window))).meta();
    }

    /// One char per byte: all that is looked for is ASCII.
    private static String head(byte[] payload, int window) {
        int length = Math.min(payload.length, window);
        return new String(payload, 0, length, StandardCharsets.ISO_8859_1);
    }

    /// *Extracting a character encoding from a meta element*: the label after `charset=`.
    static Optional<Encoding> inContent(String value) {
        String lower = LowerCase.of(value);
        int from = lower.indexOf("charset");
        while (from >= 0) {
            int i = skipSpace(lower, from + "charset".length());
            if (i < lower.length() && lower.charAt(i) == '=') {
                return Encodings.labelled(label(lower, skipSpace(lower, i + 1)));
            }
            from = lower.indexOf("charset", i);
        }
        return Optional.empty();
    }

    /// Bytes in which a declaration could be read are not UTF-16, whatever it says.
    private static Encoding asDeclaredInside(Encoding encoding) {
        return encoding.isUtf16() ? Encodings.UTF_8 : encoding;
    }

    /// *Get an XML encoding*.
    private static Optional<Encoding> inXmlDeclaration(byte[] payload) {
        String head = head(payload, PRESCAN);
        int end = head.startsWith("<?xml") ? head.indexOf('>') : -1;
        int name = end < 0 ? -1 : head.indexOf("encoding");
        if (name < 0 || name > end) {
            return Optional.empty();
        }
        int equals = skipControls(head, name + "encoding".length());
        int quote = skipControls(head, equals + 1);
        if (quote >= end
                || head.charAt(equals) != '='
                || (head.charAt(quote) != '"' && head.charAt(quote) != '\'')) {
            return Optional.empty();
        }
        int close = head.indexOf(head.charAt(quote), quote + 1);
        return close < 0
                ? Optional.empty()
                : Encodings.labelled(head.substring(quote + 1, close))
                        .map(DeclaredEncoding::asDeclaredInside);
    }

    private Optional<Encoding> meta() {
        while ((at = head.indexOf('<', at)) >= 0) {
            if (head.startsWith("<!--", at)) {
                goTo("-->", at + 2);
            } else if (head.startsWith("<meta", at) && isSpaceOrSlash(at + 5)) {
                at += 5;
                Optional<Encoding> found = metaAttributes();
                if (found.isPresent()) {
                    return found;
                }
            } else if (isLetter(at + 1) || (isChar('/', at + 1) && isLetter(at + 2))) {
                passTag();
            } else if (isChar('!', at + 1) || isChar('/', at + 1) || isChar('?', at + 1)) {
                goTo(">", at);
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    /// Behind the next such end; without one nothing more is found.
    private void goTo(String end, int from) {
        int found = head.indexOf(end, from);
        at = found < 0 ? head.length() : found + end.length();
    }

    private void passTag() {
        while (at < head.length() && !isSpace(head.charAt(at)) && head.charAt(at) != '>') {
            at++;
        }
        while (attribute().isPresent()) {
            // passed over
        }
    }

    private Optional<Encoding> metaAttributes() {
        Set<String> names = new HashSet<>();
        boolean isPragma = false;
        Optional<Boolean> needsPragma = Optional.empty();
        Optional<Encoding> charset = Optional.empty();
        for (Optional<Attribute> next = attribute(); next.isPresent(); next = attribute()) {
            String value = next.get().value();
            String name = next.get().name();
            if (!names.add(name)) {
                continue;
            }
            switch (name) {
                case "http-equiv" -> isPragma |= value.equals("content-type");
                case "content" -> {
                    // what `charset` said was no label is not made good here
                    Optional<Encoding> said = inContent(value);
                    if (said.isPresent() && needsPragma.isEmpty()) {
                        charset = said;
                        needsPragma = Optional.of(true);
                    }
                }
                case "charset" -> {
                    charset = Encodings.labelled(value);
                    needsPragma = Optional.of(false);
                }
                default -> {}
            }
        }
        boolean isWhole = at < head.length();
        boolean counts = isWhole && needsPragma.isPresent() && (isPragma || !needsPragma.get());
        return charset.filter(_ -> counts)
                .map(DeclaredEncoding::asDeclaredInside)
                .map(found ->
                        found.name().equals("x-user-defined") ? Encodings.WINDOWS_1252 : found);
    }

    private record Attribute(String name, String value) {}

    /// *Get an attribute*: the next one of the tag; nothing at the tag's end, or where the bytes
    /// are.
    private Optional<Attribute> attribute() {
        while (isSpaceOrSlash(at)) {
            at++;
        }
        if (at >= head.length() || head.charAt(at) == '>') {
            return Optional.empty();
        }
        int start = at;
        while (at < head.length()
                && !(head.charAt(at) == '=' && at > start)
                && !isSpaceOrSlash(at)
                && head.charAt(at) != '>') {
            at++;
        }
        String name = head.substring(start, at);
        int equals = skipSpace(head, at);
        if (!isChar('=', equals)) {
            return Optional.of(new Attribute(name, ""));
        }
        at = skipSpace(head, equals + 1);
        return at >= head.length()
                ? Optional.empty()
                : Optional.of(new Attribute(name, attributeValue(head.charAt(at))));
    }

    private String attributeValue(char first) {
        boolean isQuoted = first == '"' || first == '\'';
        int start = isQuoted ? at + 1 : at;
        int end = start;
        while (end < head.length()
                && (isQuoted
                        ? head.charAt(end) != first
                        : !isSpace(head.charAt(end)) && head.charAt(end) != '>')) {
            end++;
        }
        at = isQuoted ? Math.min(end + 1, head.length()) : end;
        return head.substring(start, end);
    }

    /// Quoted, or up to white space or a semicolon; a quote that is not closed gives none.
    private static String label(String text, int start) {
        if (start >= text.length()) {
            return "";
        }
        char quote = text.charAt(start);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, start + 1);
            return close < 0 ? "" : text.substring(start + 1, close);
        }
        int end = start;
        while (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != ';') {
            end++;
        }
        return text.substring(start, end);
    }

    private boolean isChar(char c, int index) {
        return index < head.length() && head.charAt(index) == c;
    }

    private boolean isLetter(int index) {
        return index < head.length() && head.charAt(index) >= 'a' && head.charAt(index) <= 'z';
    }

    private boolean isSpaceOrSlash(int index) {
        return index < head.length() && (isSpace(head.charAt(index)) || head.charAt(index) == '/');
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipControls(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
