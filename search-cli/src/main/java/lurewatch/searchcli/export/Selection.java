package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.store.StoredPosting;

/// Which of the postings that were found go along, and in which form.
///
/// @param purpose decides which kinds of text may stand in the list
/// @param mark the list's marking: what is marked stricter stays; empty for a list that is not
///   handed on to anybody
/// @param retracted ids that were called back
/// @param asOf what became known later stays
/// @param glossary explains signals and places
public record Selection(
        Purpose purpose,
        Optional<Tlp> mark,
        Handling handling,
        Redaction redaction,
        Set<String> retracted,
        Instant asOf,
        Glossary glossary) {
    public Selection {
        retracted = Set.copyOf(retracted);
    }

    ItemMaker maker() {
        return new ItemMaker(glossary, mark, asOf);
    }

    Optional<Dropped> reasonToDrop(StoredPosting stored) {
        if (!purpose.takes(stored.current().assessment().context())) {
            return Optional.of(
                    purpose == Purpose.VICTIM_URGENT ? Dropped.NOT_AN_ACCOUNT : Dropped.CONTEXT);
        }
        if (retracted.contains(stored.id().value())) {
            return Optional.of(Dropped.RETRACTED);
        }
        Tlp own = handling.of(stored.current().posting().site());
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

    /// Since when the posting stands as it is known.
    private static Instant shownSince(StoredPosting stored) {
        CaptureId last = stored.current().posting().capture();
        int version =
                stored.sightings().stream()
                        .filter(sighting -> sighting.capture().id().equals(last))
                        .mapToInt(StoredPosting.Sighting::version)
                        .findFirst()
                        .orElse(1);
        return stored.versions().stream()
                .filter(known -> known.number() == version)
                .map(StoredPosting.Version::since)
                .min(Comparator.naturalOrder())
                .orElse(stored.times().firstSeen());
    }
}
