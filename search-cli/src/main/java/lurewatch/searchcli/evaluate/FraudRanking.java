package lurewatch.searchcli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.learned.TrainingAd;

/// One way of judging ads, measured ad by ad; ad by ad without the largest campaigns; and with each
/// group of copies counted once. One campaign of a hundred copies outweighs all others otherwise.
final class FraudRanking {
    private static final double FALSE_ALARMS = 0.05;
    private static final double CALLED_FROM = 0.5;

    /// Larger groups are few enough for each to be a matter of luck.
    private static final int LARGEST_ORDINARY_GROUP = 25;

    private final String way;
    private final Ranking ads = new Ranking();
    private final Calibration calibration = new Calibration();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private long right;
    private long called;
    private long frauds;

    private static final class Group {
        private final List<Double> probabilities = new ArrayList<>();
        private boolean isFraud;

        double mean() {
            return probabilities.stream().mapToDouble(p -> p).sum() / probabilities.size();
        }
    }

    /// @param way what its rows are called, after what is counted
    FraudRanking(String way) {
        this.way = way;
    }

    void add(TrainingAd ad, double probability) {
        ads.add(probability, ad.isFraud());
        calibration.add(probability, ad.isFraud());
        Group group = groups.computeIfAbsent(ad.group(), _ -> new Group());
        group.probabilities.add(probability);
        group.isFraud = ad.isFraud();
        boolean isCalled = probability >= CALLED_FROM;
        called += isCalled ? 1 : 0;
        frauds += ad.isFraud() ? 1 : 0;
        right += isCalled && ad.isFraud() ? 1 : 0;
    }

    boolean isDefined() {
        return ads.isDefined();
    }

    void ranked(List<Figure> figures) {
        Ranking ordinary = new Ranking();
        Ranking grouped = new Ranking();
        for (Group group : groups.values()) {
            grouped.add(group.mean(), group.isFraud);
            if (group.probabilities.size() <= LARGEST_ORDINARY_GROUP) {
                group.probabilities.forEach(p -> ordinary.add(p, group.isFraud));
            }
        }
        ranked(figures, "ads" + way, ads);
        if (ordinary.isDefined()) {
            ranked(figures, "ads of groups up to " + LARGEST_ORDINARY_GROUP + way, ordinary);
        }
        ranked(figures, "groups of copies" + way, grouped);
    }

    private static void ranked(List<Figure> figures, String row, Ranking ranking) {
        figures.add(Figure.count("fraud", row, "frauds", ranking.positives()));
        figures.add(Figure.count("fraud", row, "others", ranking.negatives()));
        figures.add(Figure.number("fraud", row, "roc_auc", ranking.rocAuc()));
        figures.add(Figure.number("fraud", row, "average_precision", ranking.averagePrecision()));
        figures.add(Figure.rate("fraud", row, "recall_at_5", ranking.recallAt(FALSE_ALARMS)));
    }

    void called(List<Figure> figures) {
        String section = "fraud at 0.5";
        String row = "ads" + way;
        Tally half = new Tally(right, called, frauds);
        figures.add(Figure.number(section, row, "f1", half.f1()));
        figures.add(Figure.rate(section, row, "precision", half.precision()));
        figures.add(Figure.rate(section, row, "recall", half.recall()));
        figures.add(
                Figure.rate(
                        section,
                        row,
                        "false_alarms",
                        new Proportion(called - right, ads.negatives())));
    }

    void calibrated(List<Figure> figures) {
        calibrated(figures, "ads" + way, calibration);
        calibrated(figures, "groups of copies" + way, grouped());
    }

    private static void calibrated(List<Figure> figures, String row, Calibration calibration) {
        figures.add(Figure.number("fraud calibration", row, "brier", calibration.brier()));
        figures.add(Figure.number("fraud calibration", row, "error", calibration.expectedError()));
    }

    List<Figure> reliability() {
        return grouped().figures("fraud reliability", "frauds");
    }

    private Calibration grouped() {
        Calibration grouped = new Calibration();
        groups.values().forEach(group -> grouped.add(group.mean(), group.isFraud));
        return grouped;
    }
}
