package lurewatch.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.settings.Identity;
import lurewatch.indexer.LowerCase;

/// What an answer to the question for robots.txt means, by RFC 9309.
final class RobotsText {
    /// Warnings quote the file, which is no text for a log.
    private static final int MOST_WARNINGS = 0;

    private RobotsText() {}

    /// The name that rules address us by.
    static List<String> agent(Identity identity) {
        return List.of(LowerCase.of(identity.userAgent().orElseThrow()));
    }

    /// The rules of an answer that counts; a refusal to give one allows everything. A name with a
    /// blank is nobody's: what follows the blank in a file's line is a remark (RFC 9309, 2.2.1).
    static BaseRobotRules rules(String origin, int status, byte[] body, List<String> agent) {
        if (!holdsRules(status)) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        // The media type is what a careless server says; the bytes are what its owner wrote.
        return new SimpleRobotRulesParser(Long.MAX_VALUE, MOST_WARNINGS)
                .parseContent(
                        origin + "/robots.txt",
                        body,
                        "text/plain",
                        agent.stream().filter(name -> name.indexOf(' ') < 0).toList());
    }

    /// Whether an answer of that status gives the file, or as much of it as the server cared to
    /// send.
    static boolean holdsRules(int status) {
        return status >= 200 && status < 300;
    }

    /// Whether a URL may be asked for, in the spelling in which it is sent: one that no request
    /// line carries, as it is not ASCII, is never allowed.
    static boolean allows(BaseRobotRules rules, String url) {
        return url.chars().allMatch(character -> character > ' ' && character < 0x7f)
                && rules.isAllowed(url);
    }

    static Optional<Duration> crawlDelay(BaseRobotRules rules) {
        return rules.getCrawlDelay() > 0
                ? Optional.of(Duration.ofMillis(rules.getCrawlDelay()))
                : Optional.empty();
    }
}
