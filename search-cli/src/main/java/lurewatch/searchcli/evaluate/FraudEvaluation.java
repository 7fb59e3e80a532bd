package lurewatch.searchcli.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.learned.TrainingAd;

/// How well probabilities of fraud set fraudulent ads apart from others: by all that is known of an
/// ad, and by its text alone.
public final class FraudEvaluation {
    private final FraudRanking known = new FraudRanking("");
    private final FraudRanking textAlone = new FraudRanking(", text alone");
    private final List<Judged> judged = new ArrayList<>();
    private long unspoken;

    /// An ad and the probabilities given to it. Where the model does not speak, it calls an ad
    /// harmless.
    ///
    /// @param known by its text and particulars
    /// @param textAlone by its text
    public record Answer(TrainingAd ad, double known, double textAlone) {
        public static Answer of(TrainingAd ad, Assessment known, Assessment textAlone) {
            return new Answer(ad, probability(known), probability(textAlone));
        }

        private static double probability(Assessment assessment) {
            return assessment.fraud().map(FraudScore::probability).orElse(0.0);
        }

        double distance() {
            return ad.isFraud() ? 1 - known : known;
        }
    }

    /// An ad and what the model that ships said of it.
    ///
    /// @param seen whether that model was trained on it; the answer is then another's that was not
    public record Judged(
            Answer answer, String id, String origin, boolean seen, Assessment assessment) {}

    /// Counts one ad.
    public void add(Judged ad) {
        add(ad.answer());
        judged.add(ad);
        Optional<FraudScore> spoken = ad.assessment().fraud();
        unspoken += spoken.isEmpty() ? 1 : 0;
    }

    /// Counts one ad.
    public void add(Answer answer) {
        known.add(answer.ad(), answer.known());
        textAlone.add(answer.ad(), answer.textAlone());
    }

    public List<Judged> judged() {
        return List.copyOf(judged);
    }

    /// The ads on whose wrong side the score stands farthest.
    public List<Judged> mistakes(int most) {
        return judged.stream()
                .filter(ad -> ad.answer().distance() >= 0.5)
                .sorted(
                        Comparator.comparingDouble((Judged ad) -> ad.answer().distance())
                                .reversed())
                .limit(most)
                .toList();
    }

    /// All figures; empty where there is nothing to set apart.
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        if (!known.isDefined()) {
            return figures;
        }
        for (FraudRanking ranking : List.of(known, textAlone)) {
            ranking.ranked(figures);
        }
        for (FraudRanking ranking : List.of(known, textAlone)) {
            ranking.called(figures);
        }
        figures.add(Figure.count("fraud at 0.5", "ads", "without_score", unspoken));
        for (FraudRanking ranking : List.of(known, textAlone)) {
            ranking.calibrated(figures);
        }
        figures.addAll(known.reliability());
        return figures;
    }
}
