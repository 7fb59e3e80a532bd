package lurewatch.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;

/// What a search found, best first. Hits are read from the index as they are walked over, which
/// must happen before the search is closed.
public final class Hits implements Iterable<Hit> {
    private final ScoreDoc[] found;
    private final StoredFields stored;
    private final long total;
    private final boolean isComplete;

    Hits(ScoreDoc[] found, StoredFields stored, long total, boolean isComplete) {
        this.found = found;
        this.stored = stored;
        this.total = total;
        this.isComplete = isComplete;
    }

    /// How many postings match, shown or not.
    public long total() {
        return total;
    }

    /// How many of them are here.
    public int size() {
        return found.length;
    }

    /// Whether the search came to its end; false if time ran out before.
    public boolean isComplete() {
        return isComplete;
    }

    @Override
    public Iterator<Hit> iterator() {
        return IntStream.range(0, found.length).mapToObj(this::hit).iterator();
    }

    private Hit hit(int rank) {
        try {
            return StoredHit.of(stored.document(found[rank].doc));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a hit: " + e.getMessage(), e);
        }
    }
}
