package lurewatch.indexer.pipeline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;

/// Some small boards whose ads appear, change, stay and go; every answer follows from its number.
/// Each recruiter has ads on all of them.
final class Web {
    private static final int ADS = 12;
    private static final int RECRUITERS = 3;
    private static final List<String> SITES = List.of("board", "forum", "portal", "channel");
    private static final Header HTML = new Header("Content-Type", "text/html; charset=utf-8");

    private Web() {}

    /// The answer to the request of that number.
    static Exchange answer(long number) {
        Random random = new Random(number * 31 + 7);
        int ad = random.nextInt(ADS);
        String url = "http://" + SITES.get(ad % SITES.size()) + ".test/ad/" + ad;
        Instant time = Station.NOON.plusSeconds(number);
        return switch (random.nextInt(8)) {
            case 0 -> exchange(url, 304, "", time);
            case 1 -> exchange(url, 404, "<h1>not found</h1>", time);
            case 2 -> exchange("http://board.test/list", 200, list(random.nextInt(3)), time);
            default -> exchange(url, 200, page(ad, random.nextInt(3), url), time);
        };
    }

    static Exchange exchange(String url, int status, String body, Instant time) {
        return exchange(url, status, List.of(HTML), body.getBytes(StandardCharsets.UTF_8), time);
    }

    /// A page that came in gzip.
    static Exchange packed(String url, byte[] body) {
        return packed(url, body, Station.NOON);
    }

    static Exchange packed(String url, byte[] body, Instant time) {
        Header gzip = new Header("Content-Encoding", "gzip");
        return exchange(url, 200, List.of(HTML, gzip), body, time);
    }

    private static Exchange exchange(
            String url, int status, List<Header> headers, byte[] body, Instant time) {
        return new Exchange(
                URI.create(url).getHost().replace(".test", ""),
                url,
                time,
                "127.0.0.1",
                "GET / HTTP/1.1\r\nIf-None-Match: \"1\"\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII),
                status,
                "-",
                headers,
                body,
                Optional.empty(),
                Provenance.CRAWLED,
                Map.of());
    }

    static String page(int ad, int state) {
        return page(ad, state, "http://board.test/ad/" + ad);
    }

    private static String page(int ad, int state, String url) {
        return """
        <html><head><title>Job %1$d</title><script type="application/ld+json">%2$s</script>
        </head><body><a href="/list">all jobs</a></body></html>
        """
                .formatted(ad, posting(ad, state, url));
    }

    private static String list(int state) {
        return "<html><head><script type=\"application/ld+json\">["
                + posting(100, state, "http://board.test/ad/100")
                + ","
                + posting(101, 0, "http://board.test/ad/101")
                + "]</script></head><body>two jobs</body></html>";
    }

    /// Some states of an ad name the recruiter's own account.
    private static String ownAccount(int ad, int state) {
        return state == 2 ? "" : " or to t.me/hq_" + ad % RECRUITERS;
    }

    private static String posting(int ad, int state, String url) {
        return """
        {"@context": "https://schema.org", "@type": "JobPosting", "url": "%s",
         "title": "Customer service %d",
         "description": "High pay abroad, visa and flight provided, state %d. Write to t.me/hr_%d_%d now%s."}
        """
                .formatted(url, ad, state, ad, state, ownAccount(ad, state));
    }
}
