package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.store.CurrentPosting;
import lurewatch.indexer.store.StoredPosting;

/// Which of the postings that were found go along, and in which form.
///
/// @param purpose decides which kinds of text may stand in the list
/// @param mark the list's marking: what is marked stricter in one of its two stays; empty for a
///   list that is not handed on to anybody
/// @param retracted ids that were called back
/// @param said what analysts labelled postings as
/// @param witnesses what other desks' captures say, by posting
/// @param asOf what became known later stays
/// @param glossary explains signals and places
public record Selection(
        Purpose purpose,
        Optional<Marking> mark,
        Handling handling,
        Redaction redaction,
        Set<String> retracted,
        Said said,
        Map<String, List<Item.Witness>> witnesses,
        Instant asOf,
        Glossary glossary) {
    /// What analysts said of postings, as far as it matters here.
    ///
    /// @param kept ids of those that are to stand in no list of suspects
    /// @param victims ids of those among them that a victim wrote, or somebody for one
    /// @param lures ids of those that are a lure
    public record Said(Set<String> kept, Set<String> victims, Set<String> lures) {
        public static final Said NOTHING = new Said(Set.of(), Set.of(), Set.of());

        public Said {
            kept = Set.copyOf(kept);
            victims = Set.copyOf(victims);
            lures = Set.copyOf(lures);
        }
    }

    public Selection {
        retracted = Set.copyOf(retracted);
        witnesses = Map.copyOf(witnesses);
    }

    ItemMaker maker() {
        return new ItemMaker(glossary, mark, witnesses, asOf);
    }

    Optional<Dropped> reasonToDrop(CurrentPosting stored) {
        Optional<Dropped> kind = reasonOfKind(stored);
        if (kind.isPresent()) {
            return kind;
        }
        if (retracted.contains(stored.id().value())) {
            return Optional.of(Dropped.RETRACTED);
        }
        Marking own = handling.of(stored.current().posting().site());
        if (mark.isPresent() && own.isAbove(mark.get())) {
            return Optional.of(Dropped.ABOVE_CEILING);
        }
        if (stored.times().firstSeen().isAfter(asOf)) {
            return Optional.of(Dropped.LATER);
        }
        return shownSince(stored).isAfter(asOf)
                ? Optional.of(Dropped.CHANGED_LATER)
                : Optional.empty();
    }

    /// What kind of text it is, by the detector and by analysts. Of two that disagree the one that
    /// protects counts; only a label says that something is a victim's which does not look so.
    private Optional<Dropped> reasonOfKind(CurrentPosting stored) {
        String id = stored.id().value();
        boolean isTaken = purpose.takes(stored.current().assessment().context());
        if (purpose.isOfVictims()) {
            boolean isVictims = said.victims().contains(id);
            boolean isOther = said.kept().contains(id) && !isVictims;
            return (isTaken || isVictims) && !isOther
                    ? Optional.empty()
                    : Optional.of(Dropped.NOT_AN_ACCOUNT);
        }
        if (!isTaken) {
            return Optional.of(Dropped.CONTEXT);
        }
        return said.kept().contains(id) ? Optional.of(Dropped.LABELLED) : Optional.empty();
    }

    /// Whether it stands in a list of suspects although neither detector nor analyst takes it for
    /// one: a query, and nobody else, chose it.
    boolean isUnsuspected(CurrentPosting stored) {
        return purpose.isOfSuspects()
                && stored.current().assessment().assessmentClass() == AssessmentClass.LOW
                && !said.lures().contains(stored.id().value());
    }

    /// Since when the posting stands as it is known.
    private static Instant shownSince(CurrentPosting stored) {
        int version = stored.currentVersion();
        return stored.versions().stream()
                .filter(known -> known.number() == version)
                .map(StoredPosting.Version::since)
                .min(Comparator.naturalOrder())
                .orElse(stored.times().firstSeen());
    }
}
