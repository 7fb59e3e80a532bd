package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.settings.Politeness;

/// How fast one host may be asked: its gap, and its rest after trouble. Values only; the workbench
/// keeps one per host and `crawl.db` persists it.
///
/// @param gap between the end of a request and the start of the next
/// @param strikes troubles since the last calm; each doubles the next rest
/// @param blockedUntil end of the present or last rest
/// @param crawlDelay what the host's robots.txt asks for
/// @param traffic what the host has sent of late
record Pace(
        Duration gap,
        int strikes,
        Optional<Instant> blockedUntil,
        Optional<Duration> crawlDelay,
        Traffic traffic) {
    /// Rests differ by up to a tenth either way, so that hosts blocked together do not return
    /// together.
    private static final double JITTER = 0.1;

    /// Enough to reach any cap; keeps the shift below defined.
    private static final int MOST_STRIKES = 30;

    static Pace fresh(Duration least) {
        return new Pace(least, 0, Optional.empty(), Optional.empty(), Traffic.NONE);
    }

    /// The pace after a request that took this long.
    ///
    /// `politeness.maximum` bounds what we derive from the server's speed; an operator's minimum
    /// for the site and a Crawl-delay, up to its own cap, are wishes, and stand above it.
    Pace after(
            Ending ending,
            Duration took,
            Optional<Duration> retryAfter,
            Duration siteMinimum,
            Politeness politeness,
            Instant now,
            RandomGenerator random) {
        Duration measured = clamp(scaled(took, politeness.factor()), politeness);
        Duration wished = politeness.wished(siteMinimum, crawlDelay.orElse(Duration.ZERO));
        Duration due = measured.compareTo(wished) > 0 ? measured : wished;
        boolean lower = due.compareTo(gap) < 0;
        Duration next = lower && !ending.isHealthy() ? gap : due;
        Pace paced = new Pace(next, strikes, blockedUntil, crawlDelay, traffic);
        return ending == Ending.TROUBLED || retryAfter.isPresent()
                ? paced.resting(retryAfter, politeness, now, random)
                : paced;
    }

    Pace withCrawlDelay(Optional<Duration> asked, Duration siteMinimum, Politeness politeness) {
        Duration wished = politeness.wished(siteMinimum, asked.orElse(Duration.ZERO));
        Duration next = wished.compareTo(gap) > 0 ? wished : gap;
        return new Pace(next, strikes, blockedUntil, asked, traffic);
    }

    /// The same after the host has sent so much.
    Pace having(Traffic sent) {
        return new Pace(gap, strikes, blockedUntil, crawlDelay, sent);
    }

    /// The same with a gap no shorter than this.
    Pace atLeast(Duration least) {
        return gap.compareTo(least) < 0
                ? new Pace(least, strikes, blockedUntil, crawlDelay, traffic)
                : this;
    }

    /// Whether there was no trouble for so long that there might have been none ever.
    boolean isCalm(Politeness politeness, Instant now) {
        return blockedUntil.isEmpty()
                || blockedUntil.get().plus(politeness.forgive()).isBefore(now);
    }

    private Pace resting(
            Optional<Duration> asked, Politeness politeness, Instant now, RandomGenerator random) {
        int before = isCalm(politeness, now) ? 0 : strikes;
        Duration doubled = doubled(politeness.blockFirst(), before, politeness.blockCap());
        Duration own = scaled(doubled, 1 - JITTER + 2 * JITTER * random.nextDouble());
        Duration wanted = asked.orElse(Duration.ZERO);
        Duration rest = wanted.compareTo(own) > 0 ? wanted : own;
        Duration capped = rest.compareTo(politeness.blockCap()) > 0 ? politeness.blockCap() : rest;
        int after = Math.min(before + 1, MOST_STRIKES);
        return new Pace(gap, after, Optional.of(now.plus(capped)), crawlDelay, traffic);
    }

    static Duration doubled(Duration first, int times, Duration cap) {
        Duration value = first;
        for (int i = 0; i < times && value.compareTo(cap) < 0; i++) {
            value = value.multipliedBy(2);
        }
        return value.compareTo(cap) > 0 ? cap : value;
    }

    private static Duration clamp(Duration value, Politeness politeness) {
        if (value.compareTo(politeness.minimum()) < 0) {
            return politeness.minimum();
        }
        return value.compareTo(politeness.maximum()) > 0 ? politeness.maximum() : value;
    }

    private static Duration scaled(Duration value, double factor) {
        return Duration.ofNanos((long) (value.toNanos() * factor));
    }
}
