package lurewatch.searchcli.evaluate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Place;

/// A case and what the detector made of it.
public record Outcome(Case known, Assessment assessment) {
    boolean isLure() {
        return known.label() == Label.LURE;
    }

    boolean isClassedLure() {
        return assessment.assessmentClass() == AssessmentClass.LURE;
    }

    /// Whether anybody would look at it.
    boolean isShown() {
        return assessment.assessmentClass() != AssessmentClass.LOW;
    }

    boolean isMistake() {
        return isLure() ? !isClassedLure() : isShown();
    }

    Label decided() {
        return Label.decided(assessment.assessmentClass(), assessment.context());
    }

    /// Whether the eight-way decision is what is known.
    public boolean isDecidedRight() {
        return decided() == known.label();
    }

    /// How far off the score is, in points.
    double distance() {
        return isLure() ? 100 - assessment.score() : assessment.score();
    }

    /// Class and context in one word: `low`, `review warning`.
    String answer() {
        String context = assessment.context().label();
        return assessment.assessmentClass().label() + (context.equals("none") ? "" : " " + context);
    }

    Set<String> contacts() {
        return assessment.contacts().stream()
                .map(contact -> JsonCase.contactKey(contact.kind(), contact.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> places() {
        return assessment.places().stream()
                .map(Place::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Contacts and places that it misses, each behind its kind.
    Set<String> missed() {
        Set<String> missed = new TreeSet<>();
        missed.addAll(without(known.contacts().orElse(Set.of()), contacts()));
        without(known.places().orElse(Set.of()), places()).forEach(id -> missed.add("place:" + id));
        return missed;
    }

    /// Contacts and places that are not there.
    Set<String> invented() {
        Set<String> invented = new TreeSet<>();
        known.contacts().ifPresent(there -> invented.addAll(without(contacts(), there)));
        Optional<Set<String>> places = known.places();
        places.ifPresent(
                there -> without(places(), there).forEach(id -> invented.add("place:" + id)));
        return invented;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
