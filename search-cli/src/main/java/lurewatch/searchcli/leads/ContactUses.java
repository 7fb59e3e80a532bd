package lurewatch.searchcli.leads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.ValueCounts;
import lurewatch.indexer.search.ValueCounts.ValueCount;

/// How much a contact is used.
///
/// @param sites with their postings, the one with most first
/// @param first when the first of them was first seen; empty where nothing uses it
public record ContactUses(
        long postings, List<ValueCount> sites, Optional<Instant> first, Optional<Instant> last) {
    public ContactUses {
        sites = List.copyOf(sites);
    }

    static ContactUses of(PostingSearch search, ParsedQuery uses) throws QueryException {
        ValueCounts counts = search.counts(uses, List.of(IndexSchema.SITE));
        List<Instant> first = search.times(uses, IndexSchema.FIRST_SEEN);
        List<Instant> last = search.times(uses, IndexSchema.LAST_SEEN);
        return new ContactUses(
                counts.total(),
                counts.of(IndexSchema.SITE),
                first.isEmpty() ? Optional.empty() : Optional.of(first.getFirst()),
                last.isEmpty() ? Optional.empty() : Optional.of(last.getLast()));
    }
}
