package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms in which servers ask for time.
final class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "7200                             | PT2H",
                " 7200                            | PT2H",
                "0                                | PT0S",
                // beyond the RFC, and not to be mistaken
                "7200.5                           | PT2H",
                "7200 / 60                        | PT2H",
                "60 / 7200                        | PT2H",
                // for ever: bounded here, and by the settings
                "99999999999                      | PT87600H",
                "99999999999999999999999          | PT87600H",
                "Fri, 31 Dec 9999 23:59:59 GMT    | PT87600H",
                // the three dates of RFC 9110
                "Sun, 29 Nov 2026 14:00:00 GMT    | PT2H",
                "Sunday, 29-Nov-26 14:00:00 GMT   | PT2H",
                "Sun Nov 29 14:00:00 2026         | PT2H",
                "Tue Dec  1 12:00:00 2026         | PT48H",
                // nearly so
                "Sun, 29 Nov 2026 14:00:00 UTC    | PT2H",
                "Sun, 29 Nov 2026 14:00:00 +0000  | PT2H",
                "Sun, 29 Nov 2026 14:00:00        | PT2H",
                "29 Nov 2026 14:00:00 GMT         | PT2H",
                "Mon, 29 Nov 2026 14:00:00 GMT    | PT2H",
                "Tue, 1 Dec 2026 12:00:00 GMT     | PT48H",
                // over, or nothing
                "Sun, 29 Nov 2026 11:00:00 GMT    | -",
                "Sun, 06 Nov 1994 08:49:37 GMT    | -",
                "-1                               | -",
                "+7200                            | -",
                "1e9                              | -",
                "soon                             | -",
                "Sun, 31 Nov 2026 14:00:00 PST    | -",
                "''                               | -",
            })
    void readsWhatIsAsked(String written, Duration wait) {
        List<Header> headers =
                Arrays.stream(written.split(" / ", -1))
                        .map(value -> new Header("retry-after", value))
                        .toList();
        Exchange exchange =
                new Exchange(
                        "board",
                        "http://a.test/",
                        NOW,
                        "127.0.0.1",
                        new byte[0],
                        503,
                        "Busy",
                        headers,
                        new byte[0],
                        Optional.empty(),
                        Provenance.CRAWLED,
                        Map.of());
        assertThat(
                        RetryAfter.of(
                                new FetchedExchange(exchange, Duration.ZERO, Optional.empty()),
                                NOW))
                .isEqualTo(Optional.ofNullable(wait));
    }
}
