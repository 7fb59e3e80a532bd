package lurewatch.crawler.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.CrawlDatabase;
import lurewatch.indexer.archive.ArchiveCondition;
import lurewatch.indexer.archive.ArchiveDamagedException;

/// Whether the wall clock can be right: not before what was captured already, not before this
/// program was written, and going as fast as the steady clock.
final class ClockCheck implements Check {
    /// This program did not exist before; a machine without a battery starts in 1970.
    private static final Instant FIRST_VERSION = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    private static final Duration LONG_AGO = Duration.ofDays(365);
    private static final Duration SAMPLE = Duration.ofMillis(200);
    private static final Duration MOST_DRIFT = Duration.ofMillis(50);

    private final Path data;
    private final Clocks clocks;

    ClockCheck(Path data, Clocks clocks) {
        this.data = data;
        this.clocks = clocks;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                plausible(clocks.now(), lastCapture()),
                planned(clocks.now(), lastPlans()),
                steady());
    }

    private Optional<Instant> lastCapture() {
        try {
            return ArchiveCondition.of(data.resolve("archive")).lastCapture();
        } catch (ArchiveDamagedException _) {
            return Optional.empty(); // which the look at the archive says
        }
    }

    private Optional<Instant> lastPlans() {
        Path file = data.resolve("crawl.db");
        try {
            return Files.exists(file) ? CrawlDatabase.of(file).committedAt() : Optional.empty();
        } catch (RuntimeException _) {
            return Optional.empty(); // which the look at the stores says
        }
    }

    /// @param lastPlans when visits were last planned, by the clock of then
    static Finding planned(Instant clock, Optional<Instant> lastPlans) {
        boolean ahead = lastPlans.filter(clock.plus(TOLERANCE)::isBefore).isPresent();
        return ahead
                ? Finding.warn(
                        "clock",
                        "visits were last planned at "
                                + lastPlans.get().truncatedTo(ChronoUnit.SECONDS)
                                + ", which is still to come",
                        "see that the clock is right now; the next crawl then plans anew what was"
                                + " planned by a clock that was ahead")
                : Finding.ok("clock", "no visit was planned by a clock that was ahead");
    }

    static Finding plausible(Instant clock, Optional<Instant> lastCapture) {
        Instant now = clock.truncatedTo(ChronoUnit.SECONDS);
        if (now.isBefore(FIRST_VERSION)) {
            return Finding.fail(
                    "clock",
                    "it says " + now + ", before this program was written",
                    "set the clock (timedatectl set-ntp true): captures are dated by it, and no"
                            + " certificate is valid at that time");
        }
        Optional<Duration> since = lastCapture.map(last -> Duration.between(last, now));
        if (since.filter(span -> span.compareTo(TOLERANCE.negated()) < 0).isPresent()) {
            return Finding.fail(
                    "clock",
                    "it says "
                            + now
                            + ", but the last capture is of "
                            + lastCapture.get().truncatedTo(ChronoUnit.SECONDS),
                    "set the clock: either it is wrong now, or it was then");
        }
        if (since.filter(span -> span.compareTo(LONG_AGO) > 0).isPresent()) {
            return Finding.warn(
                    "clock",
                    "it says " + now + ", over a year after the last capture",
                    "see that the clock is right before the next crawl: everything is due then");
        }
        return Finding.ok("clock", "it says " + now + ", not before the last capture");
    }

    private Finding steady() {
        Instant began = clocks.now();
        long start = clocks.nanos().getAsLong();
        long end = start + SAMPLE.toNanos();
        while (clocks.nanos().getAsLong() < end) {
            LockSupport.parkNanos(SAMPLE.toNanos() / 10);
        }
        Duration steady = Duration.ofNanos(clocks.nanos().getAsLong() - start);
        return steadiness(Duration.between(began, clocks.now()), steady);
    }

    /// @param wall what the wall clock measured of a span that lasted `steady`
    static Finding steadiness(Duration wall, Duration steady) {
        Duration drift = wall.minus(steady);
        return drift.abs().compareTo(MOST_DRIFT) > 0
                ? Finding.warn(
                        "clock",
                        "it went "
                                + drift.toMillis()
                                + " ms astray within "
                                + steady.toMillis()
                                + " ms",
                        "something is setting it; let one service do so (chrony or timesyncd)")
                : Finding.ok("clock", "it goes steadily");
    }
}
