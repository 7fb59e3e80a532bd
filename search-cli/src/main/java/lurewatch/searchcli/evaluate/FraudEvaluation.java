package lurewatch.searchcli.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.fraud.TrainingAd;

/// How well probabilities of fraud set fraudulent ads apart from others: ad by ad, and with each
/// group of copies counted once, since one campaign of a hundred copies outweighs all others.
public final class FraudEvaluation {
    private static final double FALSE_ALARMS = 0.05;

    private static final String GROUPS = "groups of copies";

    private final Ranking ads = new Ranking();
    private final Calibration calibration = new Calibration();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private long right;
    private long called;
    private long frauds;
    private long unspoken;

    /// An ad and what was said of it.
    ///
    /// @param unseen the probability by a model that has not seen it, where the one that ships has
    public record Judged(
            TrainingAd ad, String id, String origin, OptionalDouble unseen, Assessment assessment) {
        double probability() {
            return unseen.isPresent()
                    ? unseen.getAsDouble()
                    : assessment.fraud().map(FraudScore::probability).orElse(0.0);
        }

        double distance() {
            return ad.isFraud() ? 1 - probability() : probability();
        }
    }

    private final List<Judged> judged = new ArrayList<>();

    private static final class Group {
        private double sum;
        private int size;
        private boolean isFraud;
    }

    /// Counts one ad. One that the model does not speak of counts as one that it calls harmless.
    public void add(Judged ad) {
        add(ad.ad(), ad.probability());
        judged.add(ad);
        unspoken += ad.assessment().fraud().isEmpty() ? 1 : 0;
    }

    public List<Judged> judged() {
        return List.copyOf(judged);
    }

    /// The ads on whose wrong side the score stands farthest.
    public List<Judged> mistakes(int most) {
        return judged.stream()
                .filter(ad -> ad.distance() >= 0.5)
                .sorted(Comparator.comparingDouble(Judged::distance).reversed())
                .limit(most)
                .toList();
    }

    /// Counts one ad.
    public void add(TrainingAd ad, double probability) {
        ads.add(probability, ad.isFraud());
        calibration.add(probability, ad.isFraud());
        Group group = groups.computeIfAbsent(ad.group(), _ -> new Group());
        group.sum += probability;
        group.size++;
        group.isFraud = ad.isFraud();
        boolean isCalled = probability >= 0.5;
        called += isCalled ? 1 : 0;
        frauds += ad.isFraud() ? 1 : 0;
        right += isCalled && ad.isFraud() ? 1 : 0;
    }

    /// All figures; empty where there is nothing to set apart.
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        if (!ads.isDefined()) {
            return figures;
        }
        ranked(figures, "ads", ads);
        Ranking grouped = new Ranking();
        Calibration groupedCalibration = new Calibration();
        for (Group group : groups.values()) {
            grouped.add(group.sum / group.size, group.isFraud);
            groupedCalibration.add(group.sum / group.size, group.isFraud);
        }
        ranked(figures, GROUPS, grouped);
        Tally half = new Tally(right, called, frauds);
        figures.add(Figure.number("fraud at 0.5", "ads", "f1", half.f1()));
        figures.add(Figure.rate("fraud at 0.5", "ads", "precision", half.precision()));
        figures.add(Figure.rate("fraud at 0.5", "ads", "recall", half.recall()));
        figures.add(
                Figure.rate(
                        "fraud at 0.5",
                        "ads",
                        "false_alarms",
                        new Proportion(called - right, ads.negatives())));
        figures.add(Figure.count("fraud at 0.5", "ads", "without_score", unspoken));
        calibrated(figures, "ads", calibration);
        calibrated(figures, GROUPS, groupedCalibration);
        figures.addAll(groupedCalibration.figures("fraud reliability", "frauds"));
        return figures;
    }

    private static void calibrated(List<Figure> figures, String row, Calibration calibration) {
        figures.add(Figure.number("fraud calibration", row, "brier", calibration.brier()));
        figures.add(Figure.number("fraud calibration", row, "error", calibration.expectedError()));
    }

    private static void ranked(List<Figure> figures, String row, Ranking ranking) {
        figures.add(Figure.count("fraud", row, "frauds", ranking.positives()));
        figures.add(Figure.count("fraud", row, "others", ranking.negatives()));
        figures.add(Figure.number("fraud", row, "roc_auc", ranking.rocAuc()));
        figures.add(Figure.number("fraud", row, "average_precision", ranking.averagePrecision()));
        figures.add(Figure.rate("fraud", row, "recall_at_5", ranking.recallAt(FALSE_ALARMS)));
    }
}
