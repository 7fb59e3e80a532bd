package lurewatch.crawler.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import lurewatch.indexer.Header;
import lurewatch.indexer.MediaType;
import lurewatch.indexer.archive.Exchange;

/// An exchange with the time it took.
///
/// HttpClient gives no raw bytes of the heads: both are rebuilt from its own messages, in order,
/// with the names' and values' spelling kept. White space around header values and folded lines are
/// lost.
///
/// @param took from the request to the answer's last byte, without what we waited for ourselves
/// @param cut why the body is not whole, with the limit, where that is so
record FetchedExchange(Exchange exchange, Duration took, Optional<Body.Cut> cut) {
    String url() {
        return exchange.url();
    }

    int status() {
        return exchange.status();
    }

    byte[] body() {
        return exchange.body();
    }

    Optional<String> truncated() {
        return exchange.truncated();
    }

    /// Whether the server calls it a page.
    boolean isHtml() {
        return MediaType.of(exchange.responseHeaders())
                .map(MediaType::essence)
                .filter(type -> type.equals("text/html") || type.equals("application/xhtml+xml"))
                .isPresent();
    }

    /// Whether the request brought what an earlier answer of its visit had given: cookies, or an id
    /// in the address.
    boolean wasKnownAgain() {
        String head = new String(exchange.requestHead(), StandardCharsets.ISO_8859_1);
        int space = head.indexOf(' ') + 1;
        return head.contains("\r\nCookie: ")
                || !url().endsWith(head.substring(space, head.indexOf(' ', space)));
    }

    /// The first header of that name.
    Optional<String> header(String name) {
        return exchange.responseHeaders().stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }
}
