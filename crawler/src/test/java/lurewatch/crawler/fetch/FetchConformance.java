package lurewatch.crawler.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crawlercommons.robots.BaseRobotRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.crawler.site.WebUrl;

/// How robots.txt and URLs are read, by suites that others wrote. Argument: a folder with
/// `robots.json` and `urls.json`; what is not there is left out.
final class FetchConformance {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = Integer.getInteger("lurewatch.shown", 0);

    private FetchConformance() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (Files.exists(folder.resolve("robots.json"))) {
            robots(JSON.readTree(folder.resolve("robots.json").toFile()).path("cases"));
        }
        if (Files.exists(folder.resolve("urls.json"))) {
            urls(JSON.readTree(folder.resolve("urls.json").toFile()));
        }
    }

    private static void robots(JsonNode cases) {
        int passed = 0;
        for (JsonNode one : cases) {
            BaseRobotRules rules =
                    RobotsText.rules(
                            "https://site.example",
                            200,
                            one.path("robots_txt").asText().getBytes(StandardCharsets.UTF_8),
                            List.of(one.path("user_agent").asText().toLowerCase(Locale.ROOT)));
            String url = one.path("url").asText();
            boolean allowed = RobotsText.allows(rules, url);
            boolean isRight = allowed == one.path("allowed").asBoolean();
            passed += isRight ? 1 : 0;
            if (!isRight && SHOWN > 0) {
                IO.println("    not: " + one);
            }
        }
        print("robots.txt: allowed or not as Google's parser says", passed, cases.size());
    }

    /// Of the cases whose URL or base is http or https: those that give a URL give this one, its
    /// fragment aside, and those that fail give none. What is valid and not taken counts by itself:
    /// users' names in URLs and unusual spellings of IPv4 addresses are refused on purpose.
    private static void urls(JsonNode cases) {
        int passed = 0;
        int refused = 0;
        int total = 0;
        for (JsonNode one : cases) {
            String input = one.path("input").asText();
            String base = one.path("base").asText("");
            boolean isOurs =
                    one.has("failure")
                            ? (input.matches("(?is)\\s*https?:.*") || base.startsWith("http"))
                            : one.path("href").asText().matches("https?:.*");
            if (!one.isObject() || !isOurs) {
                continue;
            }
            total++;
            Optional<String> expected =
                    one.has("failure")
                            ? Optional.empty()
                            : Optional.of(one.path("href").asText().replaceFirst("#.*", ""));
            Optional<String> found =
                    (base.startsWith("http")
                                    ? WebUrl.parse(base).flatMap(here -> here.resolve(input))
                                    : WebUrl.parse(input))
                            .map(WebUrl::toString);
            boolean isRefused = found.isEmpty() && expected.isPresent();
            refused += isRefused ? 1 : 0;
            passed += found.equals(expected) ? 1 : 0;
            if (!found.equals(expected) && SHOWN > 0) {
                IO.println(
                        "    not: "
                                + input
                                + " on "
                                + base
                                + ": "
                                + found
                                + ", expected "
                                + expected);
            }
        }
        print("URLs: http and https cases of WPT", passed, total);
        print("URLs: … not taken though valid", refused, total);
        print("URLs: … read as another URL", total - passed - refused, total);
    }

    private static void print(String name, int passed, int total) {
        IO.println("%-60s %5d of %5d".formatted(name, passed, total));
    }
}
