package lurewatch.indexer.archive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import lurewatch.indexer.Header;

/// The status line and headers of an answer, as bytes for a WARC record.
///
/// The body we archive has its transfer coding undone. A header that says otherwise would mislead
/// every reader of the file, so `Transfer-Encoding`, and a `Content-Length` that is not the body's,
/// are kept under the name `X-Archive-Orig-…`, as other archiving tools do.
final class HttpHead {
    static final int NOT_MODIFIED = 304;

    private static final Pattern CONDITION =
            Pattern.compile("(?im)^If-(?:None-Match|Modified-Since):");

    private static final String ORIGINAL = "X-Archive-Orig-";

    /// Whether the record holds the body too.
    enum Body {
        FOLLOWS,
        LEFT_OUT
    }

    private HttpHead() {}

    static byte[] of(Exchange exchange, Body body) {
        StringBuilder head = new StringBuilder(512);
        head.append("HTTP/1.1 ").append(exchange.status());
        head.append(' ').append(oneLine(reason(exchange))).append("\r\n");
        for (Header header : exchange.responseHeaders()) {
            if (body == Body.FOLLOWS && misleads(header, exchange.body().length)) {
                head.append(ORIGINAL);
            }
            head.append(token(header.name())).append(": ");
            head.append(oneLine(header.value())).append("\r\n");
        }
        head.append("\r\n");
        return bytes(head);
    }

    /// The phrase behind the status. Of what no server answered with it says so: WARC has one form
    /// for pages, and it begins with a status.
    private static String reason(Exchange exchange) {
        return switch (exchange.provenance()) {
            case CRAWLED, COMPARED -> exchange.reason();
            case IMPORTED -> "(brought in from a file)";
            case RENDERED -> "(made by a browser, sent by no server)";
        };
    }

    /// Whether the request asked for the page only if it is another one than we have.
    static boolean isConditional(Exchange exchange) {
        String head = new String(exchange.requestHead(), StandardCharsets.ISO_8859_1);
        return CONDITION.matcher(head).find();
    }

    /// A header's or field's name without what would end it.
    static String token(String name) {
        StringBuilder token = new StringBuilder(name.length());
        name.chars().forEach(c -> token.append(c <= ' ' || c == ':' || c >= 0x7f ? '_' : (char) c));
        return token.isEmpty() ? "_" : token.toString();
    }

    /// A value without line breaks and NUL, which no client gives us and an import might.
    static String oneLine(String value) {
        return value.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
    }

    private static boolean misleads(Header header, int bodyLength) {
        return header.isNamed("Transfer-Encoding")
                || (header.isNamed("Content-Length")
                        && !header.value().strip().equals(Integer.toString(bodyLength)));
    }

    /// Clients hand us header bytes as Latin-1 characters; anything else is a text of our own.
    private static byte[] bytes(StringBuilder head) {
        boolean isLatin1 = head.chars().allMatch(c -> c <= 0xff);
        return head.toString()
                .getBytes(isLatin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
