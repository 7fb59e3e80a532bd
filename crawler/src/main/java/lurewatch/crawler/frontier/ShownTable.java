package lurewatch.crawler.frontier;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;

/// The table `shown`: which links a listing had at its last visit, in their order. One that is
/// there again after it was not tells of an ad that was put up anew; one that is missing between
/// others, of an ad that was taken down. Used by the recorder's thread only.
final class ShownTable {
    private final Sql sql;
    private final UrlTable urls;

    ShownTable(Sql sql, UrlTable urls) {
        this.sql = sql;
        this.urls = urls;
    }

    /// How a listing differs from its last visit.
    ///
    /// @param anew links that it did not show then
    /// @param left rows of postings that it showed then and shows no more, though what stood next
    ///   to them is still there: the last of a list may as well have slipped on to the next page
    record Difference(List<FoundLink> anew, List<UrlRow> left) {
        static final Difference NONE = new Difference(List.of(), List.of());
    }

    /// A link as it is remembered.
    ///
    /// @param id of a posting's row in `url`; 0 for what is none, or is not known
    private record Entry(long print, long id) {}

    /// Compares with the last visit, of which nothing is known at the first, and remembers this one
    /// for the next time.
    Difference look(UrlRow listing, List<FoundLink> links) throws SQLException {
        Optional<List<Entry>> stored =
                sql.first(
                        "SELECT links FROM shown WHERE url_id = ?",
                        row -> entries(row.getBytes(1)),
                        listing.id());
        List<Entry> before = stored.orElse(List.of());
        Map<Long, Entry> known = new HashMap<>();
        before.forEach(entry -> known.put(entry.print(), entry));
        List<Entry> now = new ArrayList<>();
        List<FoundLink> anew = new ArrayList<>();
        for (FoundLink link : links) {
            Entry entry = known.get(link.url().fingerprint());
            if (entry == null) {
                anew.add(link);
            }
            now.add(entry != null && entry.id() != 0 ? entry : entryOf(link));
        }
        if (stored.isEmpty() || !before.equals(now)) {
            sql.update("INSERT OR REPLACE INTO shown VALUES (?, ?)", listing.id(), bytes(now));
        }
        return stored.isEmpty()
                ? Difference.NONE
                : new Difference(anew, left(listing, before, now));
    }

    private Entry entryOf(FoundLink link) throws SQLException {
        boolean isPosting = link.kind() == FoundLink.Kind.ITEM;
        long id = isPosting ? urls.id(link.url().toString()).orElse(0) : 0;
        return new Entry(link.url().fingerprint(), id);
    }

    private List<UrlRow> left(UrlRow listing, List<Entry> before, List<Entry> now)
            throws SQLException {
        Map<Long, Entry> there = new HashMap<>();
        now.forEach(entry -> there.put(entry.print(), entry));
        List<Entry> postings = before.stream().filter(entry -> entry.id() != 0).toList();
        int from = 0;
        int to = postings.size();
        while (to > 0 && !there.containsKey(postings.get(to - 1).print())) {
            to--;
        }
        // The first of a later page moves up to the page before where one above it was taken down.
        while (listing.paging() > 0
                && from < to
                && !there.containsKey(postings.get(from).print())) {
            from++;
        }
        List<UrlRow> left = new ArrayList<>();
        for (Entry entry : postings.subList(from, to)) {
            if (!there.containsKey(entry.print())) {
                urls.row(entry.id())
                        .filter(row -> printOf(row) == entry.print()) // ids of the erased come back
                        .ifPresent(left::add);
            }
        }
        return left;
    }

    private static long printOf(UrlRow row) {
        return WebUrl.parse(row.url()).orElseThrow().fingerprint();
    }

    private static byte[] bytes(List<Entry> entries) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES * entries.size());
        entries.forEach(entry -> bytes.putLong(entry.print()).putLong(entry.id()));
        return bytes.array();
    }

    private static List<Entry> entries(byte[] bytes) {
        LongBuffer values = ByteBuffer.wrap(bytes).asLongBuffer();
        List<Entry> entries = new ArrayList<>();
        while (values.remaining() > 1) {
            entries.add(new Entry(values.get(), values.get()));
        }
        return entries;
    }
}
