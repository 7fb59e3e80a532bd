package lurewatch.indexer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everything the detectors found in one posting, and how that adds up.
///
/// @param language BCP 47, empty where it cannot be told
/// @param score 0 to 100
/// @param contributions what each signal added to or took from the score; they sum to `score`
/// @param rulesVersion digest prefix of the rules that judged
/// @param fraud what the text model for job fraud says; empty for texts that it does not speak of
/// @param failures detectors that failed on this text: what they would have found is *not
///   assessed*, which is not *clean*
public record Assessment(
        Optional<String> language,
        double score,
        AssessmentClass assessmentClass,
        Context context,
        List<Signal> signals,
        List<Contact> contacts,
        List<Place> places,
        List<Pay> pay,
        List<Contribution> contributions,
        String rulesVersion,
        Optional<FraudScore> fraud,
        List<String> failures) {
    /// A signal's share of the score, in points.
    public record Contribution(String signalId, double points) {}

    public Assessment {
        signals = List.copyOf(signals);
        contacts = List.copyOf(contacts);
        places = List.copyOf(places);
        pay = List.copyOf(pay);
        contributions = List.copyOf(contributions);
        failures = List.copyOf(failures);
        if (!(score >= 0 && score <= 100)) {
            throw new IllegalArgumentException("score out of range: " + score);
        }
    }

    /// One without a word of the text model.
    public Assessment(
            Optional<String> language,
            double score,
            AssessmentClass assessmentClass,
            Context context,
            List<Signal> signals,
            List<Contact> contacts,
            List<Place> places,
            List<Pay> pay,
            List<Contribution> contributions,
            String rulesVersion,
            List<String> failures) {
        this(
                language,
                score,
                assessmentClass,
                context,
                signals,
                contacts,
                places,
                pay,
                contributions,
                rulesVersion,
                Optional.empty(),
                failures);
    }

    /// What no rule could judge is for human eyes, not for the pile of the harmless.
    public static Assessment notAssessed(String failure) {
        return new Assessment(
                Optional.empty(),
                0,
                AssessmentClass.REVIEW,
                Context.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "none",
                List.of(failure));
    }

    /// This one with what the other postings say. Contributions still add up to the score.
    public Assessment with(Behaviour behaviour) {
        List<Signal> allSignals = new ArrayList<>(signals);
        allSignals.add(behaviour.signal());
        allSignals.sort(Comparator.comparing(Signal::id));
        List<Contribution> shares = new ArrayList<>(contributions);
        shares.add(new Contribution(behaviour.signal().id(), behaviour.points()));
        return new Assessment(
                language,
                behaviour.score(),
                behaviour.assessmentClass(),
                context,
                allSignals,
                contacts,
                places,
                pay,
                shares,
                rulesVersion,
                fraud,
                failures);
    }

    /// Whether a person may be in danger now.
    public boolean isUrgent() {
        return context == Context.VICTIM_REPORT;
    }
}
