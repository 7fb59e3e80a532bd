package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose a cookie is and who is told it.
final class CookiesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // The host that set it
                "a=1                                | http://a.test/x          | http://a.test/y         | a=1",
                "a=1                                | http://a.test/x          | http://b.test/y         | -",
                "a=1                                | http://a.test/x          | http://www.a.test/y     | -",
                "a=1                                | http://www.a.test/x      | http://a.test/y         | -",
                "a=1                                | http://a.test/x          | http://a.test:8080/y    | a=1",
                "a=1                                | http://127.0.0.1/x       | http://127.0.0.1/y      | a=1",
                "a=1                                | http://[::1]/x           | http://[::1]/y          | a=1",
                // The domain that it names
                "a=1; Domain=a.test                 | http://www.a.test/x      | http://a.test/y         | a=1",
                "a=1; Domain=.a.test                | http://www.a.test/x      | http://m.a.test/y       | a=1",
                "a=1; domain=A.TEST                 | http://www.a.test/x      | http://m.a.test/y       | a=1",
                "a=1; Domain=a.test                 | http://a.test/x          | http://m.a.test/y       | -",
                "a=1; Domain=                       | http://a.test/x          | http://a.test/y         | a=1",
                "a=1; Domain=b.test                 | http://a.test/x          | http://b.test/y         | -",
                "a=1; Domain=b.test                 | http://a.test/x          | http://a.test/y         | -",
                "a=1; Domain=www.a.test             | http://a.test/x          | http://www.a.test/y     | -",
                "a=1; Domain=.test                  | http://notest/x          | http://a.test/y         | -",
                // Domains under which anybody may have a name
                "a=1; Domain=com                    | http://a.com/x           | http://b.com/y          | -",
                "a=1; Domain=co.uk                  | http://a.co.uk/x         | http://b.co.uk/y        | -",
                "a=1; Domain=.com.kh                | http://a.com.kh/x        | http://b.com.kh/y       | -",
                "a=1; Domain=github.io              | http://a.github.io/x     | http://b.github.io/y    | -",
                "a=1; Domain=github.io              | http://github.io/x       | http://github.io/y      | a=1",
                "a=1; Domain=a.github.io            | http://b.a.github.io/x   | http://a.github.io/y    | a=1",
                // Numbers have no domains
                "a=1; Domain=0.0.1                  | http://127.0.0.1/x       | http://127.0.0.1/y      | -",
                "a=1; Domain=127.0.0.1              | http://127.0.0.1/x       | http://127.0.0.1/y      | a=1",
                // Paths
                "a=1                                | http://a.test/x/y        | http://a.test/x/z       | a=1",
                "a=1                                | http://a.test/x/y        | http://a.test/x         | a=1",
                "a=1                                | http://a.test/x/y        | http://a.test/xx        | -",
                "a=1                                | http://a.test/x/y?q=/z/  | http://a.test/x/w?q     | a=1",
                "a=1; Path=/                        | http://a.test/x/y        | http://a.test/          | a=1",
                "a=1; Path=/x                       | http://a.test/           | http://a.test/x?y       | a=1",
                "a=1; Path=/x                       | http://a.test/           | http://a.test/xy        | -",
                "a=1; Path=x                        | http://a.test/x/y        | http://a.test/z         | -",
                // Only where nobody listens
                "a=1; Secure                        | https://a.test/x         | https://a.test/y        | a=1",
                "a=1; Secure                        | https://a.test/x         | http://a.test/y         | -",
                "a=1; Secure                        | http://a.test/x          | https://a.test/y        | -",
                "a=1                                | https://a.test/x         | http://a.test/y         | a=1",
                "__Secure-a=1; Secure               | https://a.test/x         | https://a.test/y        | __Secure-a=1",
                "__Secure-a=1                       | https://a.test/x         | https://a.test/y        | -",
                "__Host-a=1; Secure; Path=/         | https://a.test/x         | https://a.test/y        | __Host-a=1",
                "__host-a=1; Secure                 | https://a.test/x         | https://a.test/y        | -",
                "__Host-a=1; Secure; Path=/; Domain=a.test | https://www.a.test/x | https://a.test/y     | -",
                // Taken back
                "a=1; Max-Age=0                     | http://a.test/x          | http://a.test/y         | -",
                "a=1; Max-Age=-5                    | http://a.test/x          | http://a.test/y         | -",
                "a=1; Max-Age=60                    | http://a.test/x          | http://a.test/y         | a=1",
                "a=1; Max-Age=soon                  | http://a.test/x          | http://a.test/y         | a=1",
                "a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT | http://a.test/x  | http://a.test/y         | -",
                "a=1; Expires=Thursday, 01-Jan-70 00:00:00 GMT | http://a.test/x | http://a.test/y       | -",
                "a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT | http://a.test/x  | http://a.test/y         | a=1",
                "a=1; Expires=Fri, 31 Foo 2020 23:59:59 GMT | http://a.test/x  | http://a.test/y         | a=1",
                "a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60 | http://a.test/x | http://a.test/y | a=1",
                // Spelling
                "  a = 1 = 2 ; HttpOnly             | http://a.test/x          | http://a.test/y         | a=1 = 2",
                "a=                                 | http://a.test/x          | http://a.test/y         | a=",
                "a                                  | http://a.test/x          | http://a.test/y         | -",
                "=1                                 | http://a.test/x          | http://a.test/y         | -",
                ";                                  | http://a.test/x          | http://a.test/y         | -",
                "a=\"1,2\"; SameSite=Strict         | http://a.test/x          | http://a.test/y         | a=\"1,2\"",
            })
    void isToldToWhomItMayBe(String written, String from, String to, String told) {
        Cookies cookies = Cookies.upTo(50).after(answer(from, Stream.of(written)), NOW);
        assertThat(cookies.header(url(to))).isEqualTo(Optional.ofNullable(told));
    }

    @Test
    void aLaterOneOfItsNameTakesItsPlace() {
        Cookies cookies =
                Cookies.upTo(50)
                        .after(answer("http://a.test/", Stream.of("a=1", "b=2", "a=3")), NOW);
        assertThat(cookies.header(url("http://a.test/"))).contains("b=2; a=3");
        Cookies less =
                cookies.after(answer("http://a.test/", Stream.of("b=; Max-Age=0", "c=4")), NOW);
        assertThat(less.header(url("http://a.test/"))).contains("a=3; c=4");
    }

    @Test
    void theCloserPathComesFirst() {
        Cookies cookies =
                Cookies.upTo(50)
                        .after(
                                answer(
                                        "http://a.test/x/y",
                                        Stream.of("far=1; Path=/", "near=2; Path=/x/")),
                                NOW);
        assertThat(cookies.header(url("http://a.test/x/z"))).contains("near=2; far=1");
    }

    @Test
    void aFloodIsBounded() {
        Stream<String> many = IntStream.range(0, 3000).mapToObj(i -> "c" + i + "=1");
        assertThat(Cookies.upTo(50).after(answer("http://a.test/", many), NOW).all()).hasSize(50);
        Stream<String> large =
                IntStream.range(0, 50).mapToObj(i -> "c" + i + "=" + "x".repeat(3000));
        assertThat(told(large)).hasSizeLessThan(17_000).startsWith("c0=").contains("c4=");
        assertThat(told(Stream.of("a=" + "x".repeat(4096), "b=1"))).isEqualTo("b=1");
        assertThat(told(Stream.of("a=1\u0000", "b=\u001b[2J", "c=3"))).isEqualTo("c=3");
        assertThat(Cookies.upTo(0).after(answer("http://a.test/", Stream.of("a=1")), NOW).all())
                .isEmpty();
    }

    private static String told(Stream<String> written) {
        return Cookies.upTo(50)
                .after(answer("http://a.test/", written), NOW)
                .header(url("http://a.test/"))
                .orElse("");
    }

    private static WebUrl url(String written) {
        return WebUrl.parse(written).orElseThrow();
    }

    private static FetchedExchange answer(String url, Stream<String> cookies) {
        List<Header> headers = cookies.map(value -> new Header("set-cookie", value)).toList();
        Exchange exchange =
                new Exchange(
                        "board",
                        url,
                        NOW,
                        "127.0.0.1",
                        new byte[0],
                        302,
                        "Found",
                        headers,
                        new byte[0],
                        Optional.empty(),
                        Provenance.CRAWLED,
                        Map.of());
        return new FetchedExchange(exchange, Duration.ZERO, Optional.empty());
    }
}
