package lurewatch.crawler.settings;

import java.util.regex.Pattern;

/// Whether some pages are asked for once more under another user agent, to see whether others are
/// shown something else (*cloaking*).
///
/// @param share of the pages that came, 0 to 1; 0 for none
/// @param userAgent what that one request says it is
public record SecondLooks(double share, String userAgent) {
    private static final Pattern USER_AGENT = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{2,299}");

    public static final SecondLooks DEFAULTS =
            new SecondLooks(
                    0,
                    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                            + " Chrome/140.0.0.0 Mobile Safari/537.36");

    public SecondLooks {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1: " + share);
        }
        if (!USER_AGENT.matcher(userAgent).matches()) {
            throw new IllegalArgumentException(
                    "user_agent must be 3 to 300 printable characters of ASCII");
        }
    }
}
