package lurewatch.crawler.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.settings.ByteSize;

/// A browser for pages that say nothing before their scripts ran. Only sites whose file asks for it
/// are shown to it.
///
/// @param browser a Chromium's program; empty for none, and then nothing is rendered
/// @param user whom the browser runs as where the crawler is root
/// @param total longest time for one page
/// @param settle longest wait, of that, for a page's scripts to come to rest
/// @param requests most scripts, styles, pictures and data that one page gets
/// @param bytes most of them together, as received
/// @param picture whether a picture of the page is kept
public record Render(
        Optional<String> browser,
        String user,
        Duration total,
        Duration settle,
        int requests,
        ByteSize bytes,
        boolean picture) {
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public static final Render DEFAULTS =
            new Render(
                    Optional.empty(),
                    "nobody",
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(10),
                    100,
                    ByteSize.parse("20MB"),
                    true);

    public Render {
        if (!USER.matcher(user).matches() || user.equals("root")) {
            throw new IllegalArgumentException(
                    "user '" + user + "' must be the name of a user who is not root");
        }
        if (total.compareTo(Duration.ofSeconds(5)) < 0 || total.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("total must be 5s to 5m");
        }
        if (settle.compareTo(total) >= 0) {
            throw new IllegalArgumentException("settle must be shorter than total");
        }
        if (requests < 1 || requests > 1000) {
            throw new IllegalArgumentException("requests must be 1 to 1000: " + requests);
        }
    }
}
