package lurewatch.indexer.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Behaviour;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactUse;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.campaign.Grouping;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.campaign.Wording;
import lurewatch.indexer.detect.Crossposts;
import lurewatch.indexer.detect.Likeness;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;
import lurewatch.indexer.store.FactsStore.TimedPosting;
import lurewatch.indexer.text.TextViews;

/// What a recorded capture says of other postings, and they of its own. The work is bounded by what
/// is new: a contact that a posting used before costs one look-up, a new use of a contact the few
/// postings that use it at about the same time.
final class SecondPass {
    /// Pages claim any date; older than this before we first saw it, it is not believed.
    private static final Duration LONGEST_BELIEVED = Duration.ofDays(3650);

    /// Postings that a new one is compared with: of a contact used daily, the last ones.
    private static final int MOST_COMPARED = 6;

    private static final Duration WINDOW = Duration.ofHours(Crossposts.WINDOW_HOURS);

    private final FactsStore facts;
    private final Crossposts crossposts;
    private final Grouping grouping;

    SecondPass(FactsStore facts, Crossposts crossposts) {
        this.facts = facts;
        this.crossposts = crossposts;
        this.grouping = new Grouping(facts.campaigns());
    }

    /// Which uses of contacts others are looked at for.
    enum Uses {
        NEW,
        /// All: where the index may have missed what the facts have.
        ALL
    }

    /// What the index should hold now: the capture's postings, and others that have changed.
    List<IndexEntry> after(CaptureFacts recorded, Uses which) {
        Map<PostingId, IndexEntry> touched = new LinkedHashMap<>();
        Set<PostingId> others = new LinkedHashSet<>();
        List<TimedPosting> own = facts.current(recorded);
        for (TimedPosting posting : own) {
            others.addAll(othersOf(posting, which));
        }
        for (TimedPosting posting : own) {
            others.remove(id(posting));
            if (which == Uses.NEW) { // what is recorded anew only: texts have changed since
                joinToEarlier(posting, recorded);
            }
            TextViews views = TextViews.of(posting.posting().posting().text());
            Wording wording = Wording.of(posting.posting(), views);
            grouping.place(posting.posting(), wording);
            touched.put(id(posting), entry(judged(posting).posting(), wording.sketch(), views));
        }
        for (PostingId missed : facts.observed(recorded.capture().id())) {
            touched.computeIfAbsent(missed, id -> entry(judged(facts.current(id)).posting()));
            others.remove(missed);
        }
        for (PostingId other : others) {
            Judged judged = judged(facts.current(other));
            if (judged.isChanged() || which == Uses.ALL) {
                touched.put(other, entry(judged.posting()));
            }
        }
        return new ArrayList<>(touched.values());
    }

    private Set<PostingId> othersOf(TimedPosting posting, Uses which) {
        Set<PostingId> others = new LinkedHashSet<>();
        AssessedPosting text = posting.posting();
        for (Contact contact : crossposts.telling(text.assessment())) {
            boolean isNew = facts.noteUse(text, contact, since(posting));
            if (isNew || which == Uses.ALL) {
                usesAround(id(posting), contact).stream()
                        .map(ContactUse::posting)
                        .forEach(others::add);
            }
        }
        return others;
    }

    /// Joins a posting that is seen for the first time to the last one that has its contact and
    /// nearly its text: an ad that came back at another address.
    private void joinToEarlier(TimedPosting posting, CaptureFacts recorded) {
        boolean isNew =
                posting.times().versions() == 1
                        && posting.times().firstSeen().equals(recorded.capture().fetchedAt());
        if (!isNew) {
            return;
        }
        String text = posting.posting().posting().text();
        Set<PostingId> compared = new LinkedHashSet<>();
        for (Contact contact : crossposts.telling(posting.posting().assessment())) {
            for (PostingId user : facts.usersOf(contact, id(posting), MOST_COMPARED)) {
                if (compared.add(user) && compared.size() <= MOST_COMPARED) {
                    join(posting, text, facts.current(user));
                }
            }
        }
    }

    private void join(TimedPosting posting, String text, TimedPosting earlier) {
        boolean isEarlier = earlier.times().firstSeen().isBefore(posting.times().firstSeen());
        double likeness = isEarlier ? Likeness.of(text, earlier.posting().posting().text()) : 0;
        if (likeness >= Likeness.SAME) {
            facts.keepRepost(id(posting), id(earlier), likeness);
        }
    }

    /// A posting with what others say of it, and whether that is new.
    private record Judged(TimedPosting posting, boolean isChanged) {}

    private Judged judged(TimedPosting posting) {
        AssessedPosting text = posting.posting();
        Optional<Behaviour> behaviour =
                crossposts.behaviour(
                        id(posting),
                        text.assessment(),
                        contact -> usesAround(id(posting), contact));
        boolean isChanged = facts.keep(id(posting), behaviour);
        AssessedPosting whole =
                behaviour
                        .map(says ->
                                new AssessedPosting(text.posting(), text.assessment().with(says)))
                        .orElse(text);
        return new Judged(new TimedPosting(whole, posting.times(), posting.standing()), isChanged);
    }

    private List<ContactUse> usesAround(PostingId posting, Contact contact) {
        return facts.usesAround(posting, contact, WINDOW);
    }

    private static Instant since(TimedPosting posting) {
        Instant seen = posting.times().firstSeen();
        return posting.posting()
                .posting()
                .postedAt()
                .filter(claimed -> claimed.isBefore(seen))
                .filter(claimed -> claimed.isAfter(seen.minus(LONGEST_BELIEVED)))
                .orElse(seen);
    }

    private static IndexEntry entry(TimedPosting posting) {
        TextViews views = TextViews.of(posting.posting().posting().text());
        return entry(posting, Sketches.of(posting.posting(), views), views);
    }

    private static IndexEntry entry(
            TimedPosting posting, Optional<Sketch> sketch, TextViews views) {
        return new IndexEntry(
                posting.posting(),
                posting.times(),
                posting.standing(),
                sketch,
                IndexEntry.hiddenWordsOf(posting.posting().posting(), views));
    }

    private static PostingId id(TimedPosting posting) {
        return posting.posting().posting().id();
    }
}
