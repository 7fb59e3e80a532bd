package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import lurewatch.crawler.settings.Politeness;
import lurewatch.indexer.store.Sql;

/// Puts right what was written while the wall clock was ahead: pages would be due in ten years, and
/// hosts rest until then. Noticed at a start, by the time of the last commit, and later by the
/// steady clock. Nothing is done while the clock is right, since it means a look at every row. Used
/// by the recorder's thread only.
final class WrongClock {
    /// Clocks are set by less than this all the time.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /// No page is planned for a later day.
    private static final Duration LATEST = Duration.ofDays(400);

    private final Sql sql;
    private final Clocks clocks;
    private final Politeness politeness;
    private Instant wall;
    private long nanos;

    WrongClock(Sql sql, Clocks clocks, Politeness politeness) {
        this.sql = sql;
        this.clocks = clocks;
        this.politeness = politeness;
        this.wall = clocks.now();
        this.nanos = clocks.nano();
    }

    /// Whether the wall clock has been set back since the last question, or the start.
    boolean wasSetBack() {
        Instant nowWall = clocks.now();
        long nowNanos = clocks.nano();
        Instant expected = wall.plusNanos(nowNanos - nanos);
        boolean setBack = nowWall.plus(TOLERANCE).isBefore(expected);
        wall = nowWall;
        nanos = nowNanos;
        return setBack;
    }

    /// Whether something was written at a time that is still to come.
    boolean wasAhead(Instant lastCommit) {
        return lastCommit.isAfter(clocks.now().plus(TOLERANCE));
    }

    /// What happened in the future happened now; what was planned from there is planned from now.
    void putRight() throws SQLException {
        long now = clocks.now().toEpochMilli();
        sql.update(
                """
                UPDATE url SET
                    due_at = CASE
                        WHEN last_at IS NULL THEN min(due_at, ?1)
                        WHEN last_at > ?1 THEN min(due_at, ?1 + max(0, due_at - last_at))
                        ELSE min(due_at, ?2) END,
                    first_seen = min(first_seen, ?1), last_at = min(last_at, ?1),
                    last_ok = min(last_ok, ?1), born = min(born, ?1),
                    told_at = min(told_at, ?1), news_at = min(news_at, ?1)
                WHERE due_at > ?2 OR first_seen > ?1 OR last_at > ?1 OR told_at > ?1
                    OR news_at > ?1
                """,
                now,
                now + LATEST.toMillis());
        sql.update(
                """
                UPDATE host SET blocked_until = min(blocked_until, ?1 + ?2),
                    next_at = min(next_at,
                        ?1 + CASE WHEN blocked_until > ?1 THEN ?2 ELSE gap END),
                    traffic_at = min(traffic_at, ?1),
                    due_at = CASE WHEN due_at IS NULL THEN NULL ELSE 0 END
                """,
                now,
                politeness.blockCap().toMillis());
        sql.update("UPDATE robots SET fetched_at = 0 WHERE fetched_at > ?", now);
        sql.update(
                """
                UPDATE site SET last_success = min(last_success, ?1),
                    full_since = min(full_since, ?1)
                """,
                now);
    }
}
