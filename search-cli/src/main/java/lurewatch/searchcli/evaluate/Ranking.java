package lurewatch.searchcli.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How well a score sets apart what it should find from what it should not. Equal scores are one
/// step: nothing is won by the order in which they happened to come.
final class Ranking {
    private record Scored(double score, boolean isPositive) {}

    /// All that have one score, the ones above it included.
    private record Step(double score, long truePositives, long falsePositives) {}

    private final List<Scored> scored = new ArrayList<>();

    void add(double score, boolean isPositive) {
        scored.add(new Scored(score, isPositive));
    }

    long positives() {
        return scored.stream().filter(Scored::isPositive).count();
    }

    long negatives() {
        return scored.size() - positives();
    }

    /// Whether there is anything to set apart.
    boolean isDefined() {
        return positives() > 0 && negatives() > 0;
    }

    /// The chance that a positive has the higher score than a negative; ties count half.
    double rocAuc() {
        double area = 0;
        Step last = new Step(Double.POSITIVE_INFINITY, 0, 0);
        for (Step step : steps()) {
            area +=
                    (step.falsePositives - last.falsePositives)
                            * (step.truePositives + last.truePositives)
                            / 2.0;
            last = step;
        }
        return area / ((double) positives() * negatives());
    }

    /// The mean precision over the positives, each at its own score.
    double averagePrecision() {
        double sum = 0;
        long found = 0;
        for (Step step : steps()) {
            double precision =
                    (double) step.truePositives / (step.truePositives + step.falsePositives);
            sum += precision * (step.truePositives - found);
            found = step.truePositives;
        }
        return sum / positives();
    }

    /// The share of positives found where at most that share of negatives is.
    Proportion recallAt(double falseAlarmRate) {
        long found = 0;
        for (Step step : steps()) {
            if (step.falsePositives <= falseAlarmRate * negatives()) {
                found = step.truePositives;
            }
        }
        return new Proportion(found, positives());
    }

    private List<Step> steps() {
        List<Scored> sorted = new ArrayList<>(scored);
        sorted.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Step> steps = new ArrayList<>();
        long truePositives = 0;
        long falsePositives = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Scored at = sorted.get(i);
            if (at.isPositive) {
                truePositives++;
            } else {
                falsePositives++;
            }
            boolean isLastOfItsScore =
                    i + 1 == sorted.size() || sorted.get(i + 1).score != at.score;
            if (isLastOfItsScore) {
                steps.add(new Step(at.score, truePositives, falsePositives));
            }
        }
        return steps;
    }
}
