package lurewatch.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.settings.Identity;
import lurewatch.indexer.LowerCase;

/// What an answer to the question for robots.txt means, by RFC 9309.
final class RobotsText {
    /// Warnings quote the file, which is no text for a log.
    private static final int MOST_WARNINGS = 0;

    /// Characters behind asterisks; large shops have some thousands.
    private static final int MOST_SEARCHED = 8_000;

    private static final int RULE = 32;
    private static final int STRING = 56;

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
        SimpleRobotRules rules =
                new SimpleRobotRulesParser(Long.MAX_VALUE, MOST_WARNINGS)
                        .parseContent(
                                origin + "/robots.txt",
                                tamed(body),
                                "text/plain",
                                agent.stream().filter(name -> name.indexOf(' ') < 0).toList());
        return bounded(rules);
    }

    /// The same rules, or stricter ones, that any path is soon compared with.
    ///
    /// For each rule, the parser's matching looks for what stands between two asterisks at every
    /// place of the path, one letter after the other: that is quadratic, and a file may hold half a
    /// megabyte of it. Of a file with more than anybody needs, the rules beyond hold for all that
    /// begins as they do up to their first asterisk, if they forbid, and else do not count.
    private static BaseRobotRules bounded(SimpleRobotRules rules) {
        int cost = rules.getRobotRules().stream().mapToInt(RobotsText::cost).sum();
        if (cost <= MOST_SEARCHED) {
            return rules;
        }
        SimpleRobotRules bounded = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
        int left = MOST_SEARCHED;
        for (RobotRule rule : rules.getRobotRules().reversed()) { // shorter ones first
            int asterisk = rule.getPrefix().indexOf('*');
            left -= cost(rule);
            if (left >= 0 || cost(rule) == 0) {
                bounded.addRule(rule.getPrefix(), rule.isAllow());
            } else if (!rule.isAllow()) {
                bounded.addRule(rule.getPrefix().substring(0, asterisk + 1), false);
            }
        }
        bounded.setCrawlDelay(rules.getCrawlDelay());
        rules.getSitemaps().forEach(bounded::addSitemap);
        bounded.sortRules();
        return bounded;
    }

    /// Most characters of a rule that are looked for at one place of a path.
    private static int cost(RobotRule rule) {
        String pattern = rule.getPrefix();
        int longest = 0;
        for (int asterisk = pattern.indexOf('*'); asterisk >= 0; ) {
            int next = pattern.indexOf('*', asterisk + 1);
            int end = next < 0 ? pattern.length() : next;
            longest = Math.max(longest, end - asterisk);
            asterisk = next;
        }
        return longest;
    }

    /// About how many bytes of memory rules take.
    static int size(BaseRobotRules rules) {
        long size = rules.getSitemaps().stream().mapToLong(url -> STRING + url.length()).sum();
        if (rules instanceof SimpleRobotRules simple) {
            size +=
                    simple.getRobotRules().stream()
                            .mapToLong(rule -> RULE + STRING + rule.getPrefix().length())
                            .sum();
        }
        return Math.toIntExact(size);
    }

    /// The parser lowers lines by the JDK's own means, which are quadratic in these two letters
    /// ([LowerCase]): they are written as RFC 9309 compares them (2.2.2).
    private static byte[] tamed(byte[] body) {
        String text = new String(body, encoding(body));
        return text.indexOf('Σ') < 0 && text.indexOf('İ') < 0
                ? body
                : text.replace("Σ", "%CE%A3")
                        .replace("İ", "%C4%B0")
                        .getBytes(StandardCharsets.UTF_8);
    }

    /// By its mark of byte order, as the parser takes it.
    private static Charset encoding(byte[] body) {
        boolean marked = body.length >= 2 && (body[0] & 0xFF) + (body[1] & 0xFF) == 0xFE + 0xFF;
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
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
