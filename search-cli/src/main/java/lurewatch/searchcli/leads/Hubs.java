package lurewatch.searchcli.leads;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import org.jspecify.annotations.Nullable;

/// Which contacts are too common to say that two postings belong together: a job board's hotline
/// stands in all its ads.
final class Hubs {
    /// On one site. Fewer are what one recruiter may put up.
    private static final int ENOUGH_TO_TELL = 20;

    private final PostingSearch search;
    private final int mostPostings;

    /// Counted over the whole index when first asked for: most contacts are too rare to ask.
    private @Nullable Map<String, Long> postingsBySite;

    /// Used by one thread.
    Hubs(PostingSearch search, int mostPostings) {
        this.search = search;
        this.mostPostings = mostPostings;
    }

    /// Why a contact with these uses joins nothing.
    Optional<String> reason(ContactUses uses) throws QueryException {
        if (uses.postings() > mostPostings) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "%d postings, more than --max-degree %d",
                            uses.postings(),
                            mostPostings));
        }
        for (ValueCount site : uses.sites()) {
            if (site.postings() >= ENOUGH_TO_TELL && site.postings() * 2 > total(site)) {
                return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "in %d of the %d postings of %s: the site's own",
                                site.postings(),
                                total(site),
                                site.value()));
            }
        }
        return Optional.empty();
    }

    private long total(ValueCount site) throws QueryException {
        Map<String, Long> counted = postingsBySite;
        if (counted == null) {
            counted =
                    search
                            .counts(ParsedQuery.all(), List.of(IndexSchema.SITE))
                            .of(IndexSchema.SITE)
                            .stream()
                            .collect(Collectors.toMap(ValueCount::value, ValueCount::postings));
            postingsBySite = counted;
        }
        return counted.getOrDefault(site.value(), Long.MAX_VALUE);
    }
}
