package lurewatch.crawler.frontier;

import java.time.Duration;

/// How long a host has lately kept workers waiting. Guarded by the workbench's lock.
///
/// One long answer counts for a while, so that a host that is quick now and then is not taken for a
/// quick one: what counts is the share of a worker's time that it costs.
final class Waits {
    /// What an answer may take. Up to about here a host's gap grows with it, as shipped, so that
    /// even hundreds of hosts together do not cost many workers.
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    /// After this time, half as much counts.
    private static final double HALF_LIFE = Duration.ofMinutes(5).toNanos();

    /// What one who comes back from a rest has kept us waiting, as far as we know.
    private static final long AFTER_REST = Duration.ofSeconds(20).toNanos();

    /// Answers after which a host is no stranger: its robots.txt and a page.
    private static final int KNOWN_AFTER = 2;

    private int answers;
    private double waited;
    private long at;

    private Waits(int answers, double waited, long at) {
        this.answers = answers;
        this.waited = waited;
        this.at = at;
    }

    /// Of a host that has never been asked.
    static Waits ofStranger() {
        return new Waits(0, 0, 0);
    }

    /// Of a host that has answered in earlier days.
    static Waits ofKnown() {
        return new Waits(KNOWN_AFTER, 0, 0);
    }

    /// Of a host that was in trouble not long ago.
    static Waits ofTroubled(long now) {
        return new Waits(0, AFTER_REST, now);
    }

    /// It answered.
    void answered() {
        answers = Math.min(answers + 1, KNOWN_AFTER);
    }

    /// A request took this long, whether it was answered or not.
    void add(Duration took, long now) {
        waited = left(now) + Math.max(0, took.toNanos() - PATIENCE);
        at = now;
    }

    Responsiveness standing(long now) {
        if (left(now) > PATIENCE) {
            return Responsiveness.SLOW;
        }
        return answers < KNOWN_AFTER ? Responsiveness.STRANGE : Responsiveness.QUICK;
    }

    private double left(long now) {
        return waited == 0 ? 0 : waited * Math.pow(2, -(now - at) / HALF_LIFE);
    }
}
