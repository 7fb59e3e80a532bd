package lurewatch.crawler.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who is told when something is wrong, and what counts as wrong.
///
/// @param command program and arguments, run without a shell
/// @param webhook gets the same by POST
/// @param allowCidr address blocks that the webhook alone may lead to although not public
/// @param silentAfter a site that is asked, or waits to be, and gave no page for so long is silent
/// @param emptyPages pages of a site in a row on which nothing was found, where something was
///   before
/// @param blockedAfter a site that refuses us for so long is blocked
/// @param stalledAfter nothing ended for so long while something was due for so long
/// @param perHour most events told in an hour; what is beyond waits
public record Alerts(
        List<String> command,
        Optional<String> webhook,
        List<String> allowCidr,
        Duration silentAfter,
        int emptyPages,
        Duration blockedAfter,
        Duration stalledAfter,
        int perHour) {
    public static final Alerts DEFAULTS =
            new Alerts(
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Duration.ofDays(1),
                    50,
                    Duration.ofHours(6),
                    Duration.ofHours(1),
                    20);

    public Alerts {
        command = List.copyOf(command);
        allowCidr = List.copyOf(allowCidr);
        webhook.ifPresent(Alerts::requireAddress);
        require(silentAfter, "silent_after");
        require(blockedAfter, "blocked_after");
        require(stalledAfter, "stalled_after");
        if (emptyPages < 1) {
            throw new IllegalArgumentException("empty_pages must be at least 1: " + emptyPages);
        }
        if (perHour < 1) {
            throw new IllegalArgumentException("per_hour must be at least 1: " + perHour);
        }
    }

    private static void requireAddress(String written) {
        try {
            URI uri = new URI(written);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new IllegalArgumentException(
                        "webhook '" + written + "' must be an http or https address");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("webhook '" + written + "' is no address", e);
        }
    }

    private static void require(Duration value, String key) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(key + " must be above 0");
        }
    }
}
