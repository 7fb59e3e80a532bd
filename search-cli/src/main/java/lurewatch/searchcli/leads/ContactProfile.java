package lurewatch.searchcli.leads;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.ValueCounts;
import lurewatch.indexer.search.ValueCounts.ValueCount;

/// What is known about one contact.
///
/// @param key `kind:value`
/// @param counts of the postings that use it, by [#FIELDS]
/// @param beside the other contacts in those postings
/// @param firstSeen of each posting, sorted
public record ContactProfile(
        String key,
        ContactUses uses,
        ValueCounts counts,
        List<ValueCount> beside,
        List<Instant> firstSeen) {
    /// What is counted, in the order in which it is shown.
    public static final List<String> FIELDS =
            List.of(
                    IndexSchema.CLASS,
                    IndexSchema.CONTEXT,
                    IndexSchema.SITE,
                    IndexSchema.LANGUAGE,
                    IndexSchema.COUNTRY,
                    IndexSchema.PLACE,
                    IndexSchema.SIGNAL);

    public ContactProfile {
        beside = List.copyOf(beside);
        firstSeen = List.copyOf(firstSeen);
    }

    public static ContactProfile of(PostingSearch search, String key) throws QueryException {
        ParsedQuery uses = ParsedQuery.contact(key);
        ValueCounts counts =
                search.counts(
                        uses,
                        Stream.concat(FIELDS.stream(), Stream.of(IndexSchema.CONTACT)).toList());
        return new ContactProfile(
                key,
                ContactUses.of(search, uses),
                counts,
                counts.of(IndexSchema.CONTACT).stream()
                        .filter(count -> !count.value().equals(key))
                        .toList(),
                search.times(uses, IndexSchema.FIRST_SEEN));
    }
}
