package lurewatch.crawler.settings;

import java.time.Duration;

/// How long a host, and an address that serves many hosts, is left alone after a fetch ended:
/// `max(clamp(factor × last fetch, minimum, maximum), site minimum, Crawl-delay)`. What is derived
/// from the server's speed has an upper bound; what its owner or the operator asks for stands above
/// it.
///
/// @param ipMinimum gap between two fetches from one address, whatever the host names
/// @param crawlDelayCap a longer Crawl-delay in robots.txt counts as this
/// @param blockFirst rest after the first 429, 503 or time-out; doubles up to `blockCap`
/// @param forgive calm time after which the doubling starts anew
public record Politeness(
        double factor,
        Duration minimum,
        Duration maximum,
        Duration ipMinimum,
        Duration crawlDelayCap,
        Duration blockFirst,
        Duration blockCap,
        Duration forgive,
        Duration robotsMaxAge) {
    public static final Politeness DEFAULTS =
            new Politeness(
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(300),
                    Duration.ofSeconds(60),
                    Duration.ofDays(1),
                    Duration.ofMinutes(30),
                    Duration.ofHours(24));

    public Politeness {
        if (!(factor >= 0 && factor <= 100)) {
            throw new IllegalArgumentException("factor must be 0 to 100: " + factor);
        }
        if (minimum.compareTo(maximum) > 0) {
            throw new IllegalArgumentException(
                    "minimum " + minimum + " is longer than maximum " + maximum);
        }
    }

    /// The gap that a host's robots.txt and the site's file ask for together.
    public Duration wished(Duration siteMinimum, Duration crawlDelay) {
        Duration heard = crawlDelay.compareTo(crawlDelayCap) > 0 ? crawlDelayCap : crawlDelay;
        return siteMinimum.compareTo(heard) > 0 ? siteMinimum : heard;
    }
}
