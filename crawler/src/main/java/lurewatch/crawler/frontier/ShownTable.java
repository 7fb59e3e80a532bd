package lurewatch.crawler.frontier;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The table `shown`: which links a listing's first page had. A link that is there again after it
/// was not tells of an ad that was put up anew. Used by the recorder's thread only.
final class ShownTable {
    private final Sql sql;

    ShownTable(Sql sql) {
        this.sql = sql;
    }

    /// Those of the links that the listing did not show at its last visit; none at the first.
    /// Remembers them for the next time.
    List<FoundLink> shownAnew(UrlRow listing, List<FoundLink> links) throws SQLException {
        long[] now = links.stream().mapToLong(link -> link.url().fingerprint()).sorted().toArray();
        Optional<long[]> before =
                sql.first(
                        "SELECT links FROM shown WHERE url_id = ?",
                        row -> longs(row.getBytes(1)),
                        listing.id());
        if (before.isEmpty() || !Arrays.equals(before.get(), now)) {
            sql.update("INSERT OR REPLACE INTO shown VALUES (?, ?)", listing.id(), bytes(now));
        }
        return before.isEmpty()
                ? List.of()
                : links.stream()
                        .filter(link ->
                                Arrays.binarySearch(before.get(), link.url().fingerprint()) < 0)
                        .toList();
    }

    private static byte[] bytes(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    private static long[] longs(byte[] bytes) {
        LongBuffer buffer = ByteBuffer.wrap(bytes).asLongBuffer();
        long[] values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
