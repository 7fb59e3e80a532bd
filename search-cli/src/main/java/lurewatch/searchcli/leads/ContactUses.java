package lurewatch.searchcli.leads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.Spread;
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
        Spread spread = search.spread(uses, IndexSchema.SITE);
        return new ContactUses(
                spread.counts().total(),
                spread.counts().of(IndexSchema.SITE),
                spread.first(),
                spread.last());
    }
}
