package lurewatch.searchcli.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.Hits;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.store.CampaignFacts;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.Happening;
import lurewatch.indexer.store.Looks;
import lurewatch.indexer.store.Whereabouts;

/// The past of one watch, as facts and index tell it.
final class FactsPast implements Past {
    /// A query that finds more is about a trade and not about somebody, and is never silent.
    private static final int MOST_OTHERS = 500;

    /// The first of a campaign are enough to tell whose it is.
    private static final int MOST_MATES = 200;

    private final FactsReader facts;
    private final PostingSearch search;
    private final ParsedQuery query;
    private final Predicate<String> fired;

    FactsPast(FactsReader facts, PostingSearch search, ParsedQuery query, Predicate<String> fired) {
        this.facts = facts;
        this.search = search;
        this.query = query;
        this.fired = fired;
    }

    @Override
    public boolean hasFired(String event) {
        return fired.test(event);
    }

    @Override
    public List<Integer> versionsUntil(PostingId posting, long sequence) {
        return facts.versionsUntil(posting, sequence);
    }

    @Override
    public Optional<Looks> looks(PostingId posting, Instant since, CaptureId until) {
        return facts.looks(posting, since, until);
    }

    @Override
    public List<Shown> campaignBefore(Happening happening) {
        CampaignFacts campaigns = facts.campaigns();
        long before = happening.capture().sequence() - 1;
        return campaigns
                .of(happening.posting())
                .map(campaign -> campaigns.members(campaign.key(), Set.of(), MOST_MATES))
                .orElse(List.of())
                .stream()
                .map(CampaignFacts.Member::id)
                .filter(mate -> !mate.equals(happening.posting()))
                .flatMap(mate -> lastVersion(mate, before).stream())
                .toList();
    }

    /// Empty for what was seen later.
    private Optional<Shown> lastVersion(PostingId posting, long sequence) {
        List<Integer> versions = facts.versionsUntil(posting, sequence);
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(posting, versions.getLast()));
    }

    @Override
    public Optional<Silence> silenceBefore(Watch watch, Happening happening) {
        Hits hits = others();
        if (!hits.isComplete() || hits.total() > MOST_OTHERS) {
            return Optional.empty();
        }
        Optional<Missed> last = Optional.empty();
        long before = happening.capture().sequence() - 1;
        for (Hit hit : hits) {
            PostingId other = new PostingId(hit.id());
            Whereabouts then = facts.whereabouts(other, before);
            if (other.equals(happening.posting()) || !then.isKnown()) {
                continue;
            }
            if (then.missedSince().isEmpty()) {
                return Optional.empty();
            }
            last = later(last, new Missed(other, then.missedSince().orElse(happening.at())));
        }
        return last.flatMap(missed -> silence(missed, happening));
    }

    private record Missed(PostingId posting, Instant since) {}

    private static Optional<Missed> later(Optional<Missed> one, Missed other) {
        Comparator<Missed> order =
                Comparator.comparing(Missed::since).thenComparing(Missed::posting);
        return one.filter(missed -> order.compare(missed, other) >= 0).or(() -> Optional.of(other));
    }

    private Hits others() {
        try {
            return search.search(query, MOST_OTHERS + 1);
        } catch (QueryException e) {
            // It has just matched.
            throw new IllegalStateException(e);
        }
    }

    private Optional<Silence> silence(Missed missed, Happening happening) {
        return facts.looks(missed.posting(), missed.since(), happening.capture())
                .map(looks -> new Silence(missed.posting(), missed.since(), happening.at(), looks));
    }
}
