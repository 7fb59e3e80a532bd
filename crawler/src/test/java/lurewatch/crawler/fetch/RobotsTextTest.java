package lurewatch.crawler.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTextTest {
    @ParameterizedTest
    @CsvSource({
        "bot, Allow: /jobs/ツ, /jobs/%E3%83%84, true",
        "bot, Allow: /jobs/%E3%83%84, /jobs/%E3%83%84, true",
        "bot, Allow: /jobs/%e3%83%84, /jobs/%E3%83%84, true",
        "bot, Allow: /jobs/ツ, /jobs/ツ, false",
        "bot, Allow: /jobs/%E3%83%84, /jobs/ツ, false",
        "bot, Allow: /jobs/, /jobs/a b, false",
        "bot, Allow: /jobs/ΣΙ, /jobs/%CE%A3%CE%99, true",
        "bot, Allow: /jobs/İ, /jobs/%C4%B0, true",
        "bot, Allow: /jobs/İ, /jobs/i, false",
        "bot, Allow: /jobs/%62%61%7A, /jobs/baz, true",
        "bot one, Allow: /jobs/, /jobs/1, false",
    })
    void allowsWhatIsAskedForAsItIsSent(String agent, String line, String path, boolean allowed) {
        String file =
                "User-agent: *\nDisallow: /\n\nUser-agent: bot one\n" + line + "\nDisallow: /\n";

        var rules =
                RobotsText.rules(
                        "https://site.example",
                        200,
                        file.getBytes(StandardCharsets.UTF_8),
                        List.of(agent));

        assertEquals(allowed, RobotsText.allows(rules, "https://site.example" + path));
    }

    /// Half a megabyte of rules that nearly match everywhere.
    @ParameterizedTest
    @CsvSource({"1, 250000", "500, 1000", "8000, 60", "60000, 7"})
    void comparesAPathInBoundedTimeAndRatherForbids(int lines, int length) {
        String nearly = "*" + "a".repeat(length);
        String file =
                "User-agent: *\nDisallow: /private\nDisallow: /x*y\nCrawl-delay: 3\n"
                        + IntStream.range(0, lines)
                                .mapToObj(i -> "Disallow: /q" + nearly + i + "\n")
                                .collect(Collectors.joining())
                        + "Allow: /private"
                        + nearly
                        + "\n";
        var rules =
                RobotsText.rules(
                        "https://site.example",
                        200,
                        file.getBytes(StandardCharsets.UTF_8),
                        List.of("bot"));
        String path = "a".repeat(2000);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    for (int i = 0; i < 20; i++) {
                        RobotsText.allows(rules, "https://site.example/q/" + path);
                    }
                });
        assertTrue(RobotsText.allows(rules, "https://site.example/jobs/" + path));
        assertFalse(RobotsText.allows(rules, "https://site.example/xay"));
        assertFalse(RobotsText.allows(rules, "https://site.example/private/" + path));
        assertEquals(Optional.of(Duration.ofSeconds(3)), RobotsText.crawlDelay(rules));
    }

    /// The parser's own lower case takes minutes for a tenth of that.
    @ParameterizedTest
    @ValueSource(
            strings = {"User-agent: ", "User-agent: *\nDisallow: /", "Sitemap: https://a.example/"})
    void readsAFileOfNothingButSigmas(String start) {
        String file = start + "Σ".repeat(120_000) + "\nUser-agent: *\nDisallow: /private\n";

        for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            var rules =
                    RobotsText.rules(
                            "https://site.example", 200, file.getBytes(encoding), List.of("bot"));

            assertFalse(RobotsText.allows(rules, "https://site.example/private/1"));
        }
    }
}
