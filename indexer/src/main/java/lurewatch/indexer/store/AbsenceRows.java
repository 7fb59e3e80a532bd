package lurewatch.indexer.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Capture;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.Standing.Status;
import lurewatch.indexer.store.PageState.Outcome;

/// Writes that postings were not where they had been seen, and what follows from it. Transactions
/// are the caller's.
///
/// The life of a posting: *live* until a visit that came through does not find it, which makes it
/// *suspect*; *gone* when a later such visit, some time after, does not find it either while the
/// site was well; *live* again when it is seen in its own place. What comes in part, is blocked,
/// denied or in trouble says nothing about anybody.
final class AbsenceRows {
    /// Shorter apart, two answers are one fault of the server.
    private static final Duration APART = Duration.ofMinutes(30);

    /// Answers that one visit can go through before it comes to the page.
    private static final int MOST_HOPS = 6;

    private final Sql sql;

    AbsenceRows(Sql sql) {
        this.sql = sql;
    }

    private record Known(
            long posting,
            String site,
            Status status,
            Optional<Instant> absentSince,
            Instant lastSeen) {}

    /// An address answers that what it showed is gone: so are the posting that has it, and those on
    /// its page that have no address of their own. What others are shown there, we cannot miss.
    void absent(Capture capture, Outcome outcome) throws SQLException {
        String kind = outcome == Outcome.MISSING ? "gone_observed" : outcome.label();
        for (long posting : at(capture)) {
            // A tracker's link that sends on has never shown anything itself, nor has what was
            // always blank.
            boolean hasShown =
                    (outcome != Outcome.MOVED && outcome != Outcome.BLANK)
                            || hasPage(posting, capture.url());
            if (hasShown) {
                note(posting, capture, kind);
            }
        }
    }

    private List<Long> at(Capture capture) throws SQLException {
        return sql
                .list(
                        """
                        SELECT posting, url FROM postings
                        WHERE site = ? AND url >= ? AND url < ? AND (url = ? OR url >= ?)
                        ORDER BY posting
                        """,
                        row -> Map.entry(row.getLong(1), row.getString(2)),
                        capture.site(),
                        capture.url(),
                        capture.url() + "$",
                        capture.url(),
                        capture.url() + "#")
                .stream()
                .filter(there ->
                        capture.isSecondLook() || !SecondLookAddress.isOne(there.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// A posting was not found; what that makes of it.
    void note(long posting, Capture capture, String kind) throws SQLException {
        sql.update(
                """
                INSERT INTO observations (posting, capture, kind) VALUES (?, ?, ?)
                ON CONFLICT (posting, capture) DO NOTHING
                """,
                posting,
                capture.id().sequence(),
                kind);
        Known known = known(posting);
        if (!capture.fetchedAt().isAfter(known.lastSeen())) {
            return; // it has been seen since
        }
        switch (known.status()) {
            case LIVE ->
                    sql.update(
                            """
                            UPDATE postings SET status = 'suspect', absent_since = ?
                            WHERE posting = ?
                            """,
                            capture.fetchedAt(),
                            posting);
            case SUSPECT -> {
                if (confirms(known, capture, kind)) {
                    sql.update("UPDATE postings SET status = 'gone' WHERE posting = ?", posting);
                    turned(posting, capture, "gone", known.absentSince());
                }
            }
            case GONE -> {}
        }
    }

    /// The page came. Who was sent elsewhere from there just before was on the way to it, and has
    /// missed nobody.
    void arrived(Capture capture) throws SQLException {
        for (long hop : hopsTo(capture)) {
            sql.update(
                    "UPDATE captures SET outcome = ? WHERE sequence = ?",
                    Outcome.ON_THE_WAY.label(),
                    hop);
            sql.update(
                    """
                    UPDATE postings SET status = 'live', absent_since = NULL
                    WHERE status = 'suspect'
                    AND absent_since = (SELECT fetched_at FROM captures WHERE sequence = ?1)
                    AND posting IN (SELECT posting FROM observations WHERE capture = ?1)
                    """,
                    hop);
            sql.update("DELETE FROM observations WHERE capture = ?", hop);
        }
    }

    private List<Long> hopsTo(Capture capture) throws SQLException {
        return sql.list(
                """
                SELECT sequence FROM (
                    SELECT sequence, status, fetched_at FROM captures
                    WHERE site = ? AND url = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?)
                WHERE status IN (301, 302, 303, 307, 308) AND fetched_at > ?
                """,
                row -> row.getLong(1),
                capture.site(),
                capture.url(),
                capture.id().sequence(),
                MOST_HOPS,
                capture.fetchedAt().minus(APART));
    }

    private boolean confirms(Known known, Capture capture, String kind) throws SQLException {
        Instant since = known.absentSince().orElse(capture.fetchedAt());
        boolean isLater = !capture.fetchedAt().isBefore(since.plus(APART));
        return isLater
                && !kind.equals(Outcome.MOVED.label())
                && !kind.equals(Outcome.REPLACED.label())
                && wasWell(known.site(), since, capture.fetchedAt());
    }

    /// Whether the site gave a page between two answers: a board that loses all its addresses at
    /// once is broken, and its ads are not gone.
    private boolean wasWell(String site, Instant from, Instant to) throws SQLException {
        return sql.first(
                        """
                        SELECT 1 FROM captures WHERE fetched_at BETWEEN ? AND ? AND site = ?
                        AND outcome IN ('page', 'unchanged') LIMIT 1
                        """,
                        row -> row.getLong(1),
                        from,
                        to,
                        site)
                .isPresent();
    }

    /// A posting that was missed is seen. A listing or feed that still shows it says nothing where
    /// the posting has a page of its own, unless another ad has that now.
    ///
    /// @param ownUrl the posting's address without a fragment
    void seen(long posting, Capture capture, String ownUrl) throws SQLException {
        boolean elsewhere =
                !ownUrl.equals(capture.url())
                        && hasPage(posting, ownUrl)
                        && !hasMoved(posting, ownUrl);
        Known known = known(posting);
        Instant since = known.absentSince().orElse(capture.fetchedAt());
        if (elsewhere || capture.fetchedAt().isBefore(since)) {
            return;
        }
        if (known.status() == Status.GONE) {
            sql.update(
                    "INSERT INTO observations (posting, capture, kind) VALUES (?, ?, 'reappeared')",
                    posting,
                    capture.id().sequence());
            turned(posting, capture, "back", known.absentSince());
            sql.update(
                    "UPDATE postings SET reappeared_at = ? WHERE posting = ?",
                    capture.fetchedAt(),
                    posting);
        }
        sql.update(
                "UPDATE postings SET status = 'live', absent_since = NULL WHERE posting = ?",
                posting);
    }

    /// Remembers which observation it was: the posting's own row knows the last turn only.
    private void turned(long posting, Capture capture, String to, Optional<Instant> missedSince)
            throws SQLException {
        sql.update(
                """
                UPDATE observations SET turned = ?, missed_since = ?
                WHERE posting = ? AND capture = ?
                """,
                to,
                missedSince,
                posting,
                capture.id().sequence());
    }

    private boolean hasPage(long posting, String url) throws SQLException {
        return sql.number("SELECT count(*) FROM pages WHERE posting = ? AND url = ?", posting, url)
                        .orElse(0)
                > 0;
    }

    private Known known(long posting) throws SQLException {
        return sql.first(
                        """
                        SELECT posting, site, status, absent_since, last_seen FROM postings
                        WHERE posting = ?
                        """,
                        row ->
                                new Known(
                                        row.getLong(1),
                                        row.getString(2),
                                        Status.labelled(row.getString(3)),
                                        Sql.text(row, "absent_since").map(Times::read),
                                        Times.read(row.getString(5))),
                        posting)
                .orElseThrow();
    }

    /// Whether another ad was found at its address when it was last missed.
    boolean hasMoved(long posting, String ownUrl) throws SQLException {
        return sql.first(
                        """
                        SELECT kind FROM observations o JOIN captures c ON c.sequence = o.capture
                        WHERE o.posting = ? AND c.url = ? ORDER BY capture DESC LIMIT 1
                        """,
                        row -> row.getString(1).equals("other_ad"),
                        posting,
                        ownUrl)
                .orElse(false);
    }

    /// Notes postings that have no page of their own and are missing from a whole page of several.
    ///
    /// A page of a list or channel shows a part, and what is not on it has mostly moved to the next
    /// one. But what stood between two that are still there has not: only that is believed.
    void missingFrom(Capture capture) throws SQLException {
        Set<Long> there = new HashSet<>(on(capture.id().sequence()));
        if (there.size() < 2) {
            return;
        }
        Set<Long> missing = new HashSet<>();
        Optional<Long> before = lastWhole(capture);
        if (before.isPresent()) {
            missing.addAll(between(on(before.get()), there));
        }
        for (long suspect : suspects(capture)) {
            if (between(on(lastShown(suspect, capture)), there).contains(suspect)) {
                missing.add(suspect);
            }
        }
        for (long posting : missing.stream().sorted().toList()) {
            if (!hasPage(posting, ownUrl(posting)) || ownUrl(posting).equals(capture.url())) {
                note(posting, capture, "not_listed");
            }
        }
    }

    /// Those of a list that are missing although some before and some after them are not.
    private static List<Long> between(List<Long> list, Set<Long> there) {
        int first = 0;
        int last = list.size() - 1;
        while (first <= last && !there.contains(list.get(first))) {
            first++;
        }
        while (last > first && !there.contains(list.get(last))) {
            last--;
        }
        return list.subList(Math.min(first, list.size()), Math.max(first, last)).stream()
                .filter(posting -> !there.contains(posting))
                .toList();
    }

    private List<Long> on(long capture) throws SQLException {
        return sql.list(
                "SELECT posting FROM sightings WHERE capture = ? ORDER BY ordinal",
                row -> row.getLong(1),
                capture);
    }

    private Optional<Long> lastWhole(Capture capture) throws SQLException {
        return sql.first(
                """
                SELECT sequence FROM captures WHERE site = ? AND url = ? AND sequence < ?
                AND outcome IN ('page', 'unchanged') ORDER BY sequence DESC LIMIT 1
                """,
                row -> row.getLong(1),
                capture.site(),
                capture.url(),
                capture.id().sequence());
    }

    private List<Long> suspects(Capture capture) throws SQLException {
        return sql.list(
                """
                SELECT p.posting FROM postings p JOIN pages g USING (posting)
                WHERE p.site = ? AND p.status = 'suspect' AND g.url = ? ORDER BY p.posting
                """,
                row -> row.getLong(1),
                capture.site(),
                capture.url());
    }

    private long lastShown(long posting, Capture capture) throws SQLException {
        return sql.number(
                        """
                        SELECT coalesce(max(s.capture), 0) FROM sightings s
                        JOIN captures c ON c.sequence = s.capture WHERE s.posting = ? AND c.url = ?
                        """,
                        posting,
                        capture.url())
                .orElse(0);
    }

    private String ownUrl(long posting) throws SQLException {
        return sql.first(
                        "SELECT url FROM postings WHERE posting = ?",
                        row -> row.getString(1).split("#", 2)[0],
                        posting)
                .orElse("");
    }
}
