package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;

/// What unclassified pages were worth below the first one and two steps of their paths. A board may
/// have a calendar or a maze below one of them, and ads below others: only the maze is cut. Used by
/// the recorder's thread only.
final class PathYields {
    private static final int REMEMBERED = 50_000;

    /// A maze has a path for each of its pages, of which nothing is worth being written.
    private static final int WORTH_WRITING = 20;

    /// One page in so many that leads to something keeps a path open.
    private static final int FOUND_AMONG = 100;

    private final Sql sql;
    private final int enough;
    private final Map<Long, Yield> changed = new HashMap<>();
    private final Map<Long, Yield> yields = new RecentlyUsed<>(REMEMBERED);

    /// @param enough pages below a path to judge it by
    PathYields(Sql sql, int enough) {
        this.sql = sql;
        this.enough = enough;
    }

    /// @param found pages that were relevant, or that led to a posting not known before
    private record Yield(long pages, long found) {
        static final Yield NONE = new Yield(0, 0);

        Yield plus(boolean one) {
            return new Yield(pages + 1, found + (one ? 1 : 0));
        }
    }

    void open() throws SQLException {
        sql.list(
                        "SELECT print, pages, found FROM path_yield ORDER BY pages DESC"
                                + " LIMIT "
                                + REMEMBERED,
                        row -> Map.entry(row.getLong(1), new Yield(row.getLong(2), row.getLong(3))))
                .reversed()
                .forEach(known -> yields.put(known.getKey(), known.getValue()));
    }

    /// Learns whether an unclassified page led to anything.
    void learn(WebUrl url, boolean found) {
        for (long path : paths(url)) {
            Yield now = yields.getOrDefault(path, Yield.NONE).plus(found);
            yields.put(path, now);
            if (now.pages() >= WORTH_WRITING) {
                changed.put(path, now);
            }
        }
    }

    /// Whether so many pages below one of the page's paths led to nothing.
    boolean isBarren(WebUrl url) {
        for (long path : paths(url)) {
            Yield known = yields.getOrDefault(path, Yield.NONE);
            if (known.pages() >= enough && known.found() * FOUND_AMONG < known.pages()) {
                return true;
            }
        }
        return false;
    }

    void flush() throws SQLException {
        for (Map.Entry<Long, Yield> path : changed.entrySet()) {
            sql.update(
                    "INSERT OR REPLACE INTO path_yield VALUES (?, ?, ?)",
                    path.getKey(),
                    path.getValue().pages(),
                    path.getValue().found());
        }
        changed.clear();
    }

    /// Fingerprints of the folders that the page is in, two at most; of one in no folder, of what
    /// stands before its query, where it has one.
    private static List<Long> paths(WebUrl url) {
        String path = url.path();
        int query = path.indexOf('?');
        int end = query < 0 ? path.length() : query;
        List<Long> paths = new ArrayList<>(2);
        long print = url.host().hashCode();
        int folders = 0;
        for (int at = 0; at < end && folders < 2; at++) {
            char c = path.charAt(at);
            if (c == '/' && at > 0) {
                paths.add(mixed(print));
                folders++;
            }
            print = 31 * print + c;
        }
        if (folders == 0 && query > 0) {
            paths.add(mixed(print));
        }
        return paths;
    }

    private static long mixed(long print) {
        long mixed = print * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
