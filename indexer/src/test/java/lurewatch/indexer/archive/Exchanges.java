package lurewatch.indexer.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;

/// Exchanges to archive in tests.
final class Exchanges {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Exchanges() {}

    static Exchange page(String url, String body) {
        return of(url, 200, body.getBytes(StandardCharsets.UTF_8), html());
    }

    static Exchange notModified(String url) {
        return notModified(url, "If-None-Match: \"1\"\r\n");
    }

    /// @param condition a line of the request, or nothing
    static Exchange notModified(String url, String condition) {
        return of(url, condition, 304, new byte[0], List.of(new Header("ETag", "\"1\"")));
    }

    static Exchange of(String url, int status, byte[] body, List<Header> headers) {
        return of(url, "", status, body, headers);
    }

    private static Exchange of(
            String url, String condition, int status, byte[] body, List<Header> headers) {
        return new Exchange(
                "board",
                url,
                NOON,
                "127.0.0.1",
                ("GET / HTTP/1.1\r\nHost: board.test\r\n" + condition + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII),
                status,
                "OK",
                headers,
                body,
                Optional.empty(),
                Provenance.CRAWLED,
                Map.of("trigger", "seed"));
    }

    static List<Header> html(Header... more) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", "text/html; charset=utf-8"));
        headers.addAll(List.of(more));
        return headers;
    }

    /// Text of about that size that shrinks as much as web pages do.
    static String text(long seed, int size) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(size + 20);
        while (text.length() < size) {
            text.append("<p class=\"ad\">work ").append(random.nextInt(100_000)).append("</p>\n");
        }
        return text.toString();
    }
}
