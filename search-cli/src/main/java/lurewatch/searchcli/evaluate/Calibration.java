package lurewatch.searchcli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether of all texts that were given the probability 0.8 eight in ten are what was said.
final class Calibration {
    static final int BINS = 10;

    private final long[] count = new long[BINS];
    private final long[] positives = new long[BINS];
    private final double[] sum = new double[BINS];
    private double squares;
    private long all;

    /// @param probability 0 to 1
    void add(double probability, boolean isPositive) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        double truth = isPositive ? 1 : 0;
        count[bin]++;
        sum[bin] += probability;
        positives[bin] += isPositive ? 1 : 0;
        squares += (probability - truth) * (probability - truth);
        all++;
    }

    /// The mean squared distance from the truth: 0 is perfect, 0.25 is a coin's answer.
    double brier() {
        return squares / all;
    }

    /// The mean distance of what was said from what was so, over the bins.
    double expectedError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sum[bin] - positives[bin]);
        }
        return error / all;
    }

    /// The reliability table: what was said and what was so, by tenths of the probability.
    List<Figure> figures(String section, String positive) {
        List<Figure> figures = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                String row = String.format(Locale.ROOT, "%.1f-%.1f", bin / 10.0, (bin + 1) / 10.0);
                figures.add(Figure.count(section, row, "cases", count[bin]));
                figures.add(Figure.number(section, row, "said", said(bin)));
                figures.add(Figure.rate(section, row, positive, soIn(bin)));
            }
        }
        return figures;
    }

    /// The mean probability that was given in this bin.
    double said(int bin) {
        return sum[bin] / count[bin];
    }

    Proportion soIn(int bin) {
        return new Proportion(positives[bin], count[bin]);
    }
}
