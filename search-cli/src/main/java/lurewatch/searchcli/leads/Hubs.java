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

/// Which contacts are too common to say that two postings belong together: a job board's hotline
/// stands in all its ads.
final class Hubs {
    /// On one site. Fewer are what one recruiter may put up.
    private static final int ENOUGH_TO_TELL = 20;

    private final int mostPostings;
    private final Map<String, Long> postingsBySite;

    private Hubs(int mostPostings, Map<String, Long> postingsBySite) {
        this.mostPostings = mostPostings;
        this.postingsBySite = postingsBySite;
    }

    static Hubs in(PostingSearch search, int mostPostings) throws QueryException {
        return new Hubs(
                mostPostings,
                search
                        .counts(ParsedQuery.all(), List.of(IndexSchema.SITE))
                        .of(IndexSchema.SITE)
                        .stream()
                        .collect(Collectors.toMap(ValueCount::value, ValueCount::postings)));
    }

    /// Why a contact with these uses joins nothing.
    Optional<String> reason(ContactUses uses) {
        if (uses.postings() > mostPostings) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "%d postings, more than --max-degree %d",
                            uses.postings(),
                            mostPostings));
        }
        return uses.sites().stream()
                .filter(site -> site.postings() >= ENOUGH_TO_TELL)
                .filter(site -> site.postings() * 2 > total(site))
                .findFirst()
                .map(site ->
                        String.format(
                                Locale.ROOT,
                                "in %d of the %d postings of %s: the site's own",
                                site.postings(),
                                total(site),
                                site.value()));
    }

    private long total(ValueCount site) {
        return postingsBySite.getOrDefault(site.value(), Long.MAX_VALUE);
    }
}
