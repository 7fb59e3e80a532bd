package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.store.Sql;

/// The table `listed`: which postings a channel or listing has shown, so that its further pages are
/// not walked again whenever something new comes, in this run or a later one.
///
/// Where the address of the next page names a posting (`?before=4711`), each new posting moves all
/// of them, and none is known by its address. A page whose postings were all seen in this list
/// before leads to none that was not. Seen counts only what stood on a page whose next page came to
/// be known: a walk that met a limit goes on from there. Used by the recorder's thread only.
final class ListedTable {
    /// A page of one posting is no list.
    private static final int LIST = 2;

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Sql sql;

    ListedTable(Sql sql) {
        this.sql = sql;
    }

    /// Whether the list that this link goes on with has shown all postings of the page before.
    boolean hasAll(UrlRow page, FoundLink next, List<String> postings) throws SQLException {
        if (!isList(page, next, postings)) {
            return false;
        }
        long list = list(page, next);
        for (String posting : postings) {
            boolean isKnown =
                    sql.number("SELECT 1 FROM listed WHERE print = ?", with(list, posting))
                            .isPresent();
            if (!isKnown) {
                return false;
            }
        }
        return true;
    }

    /// Remembers them.
    void add(UrlRow page, FoundLink next, List<String> postings) throws SQLException {
        if (isList(page, next, postings)) {
            long list = list(page, next);
            for (String posting : postings) {
                sql.update("INSERT OR IGNORE INTO listed VALUES (?)", with(list, posting));
            }
        }
    }

    private static boolean isList(UrlRow page, FoundLink next, List<String> postings) {
        return postings.size() >= LIST && path(page.url()).equals(path(next.url().toString()));
    }

    /// What the addresses of a list's pages have in common: the path, and what of the query stays.
    private static long list(UrlRow page, FoundLink next) {
        Set<String> kept = parameters(page.url());
        kept.retainAll(parameters(next.url().toString()));
        return with(BASIS, path(page.url()) + "?" + String.join("&", kept));
    }

    private static String path(String url) {
        return url.split("\\?", 2)[0];
    }

    private static Set<String> parameters(String url) {
        int question = url.indexOf('?');
        return new TreeSet<>(
                question < 0 ? List.of() : List.of(url.substring(question + 1).split("&", -1)));
    }

    /// FNV-1a, mixed once more so that all bits are good.
    private static long with(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
