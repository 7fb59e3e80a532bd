package lurewatch.indexer.learned;

/// Turns a linear model's answer into a probability (Platt 1999), by Newton's method on the two
/// parameters; with Platt's smoothed targets it is never quite sure.
record Sigmoid(double slope, double offset) {
    private static final int STEPS = 100;

    double probability(double answer) {
        return 1 / (1 + Math.exp(-(slope * answer + offset)));
    }

    /// Fits to answers whose truth is known.
    ///
    /// @param weights how much each counts
    static Sigmoid fitted(double[] answers, boolean[] isTrue, double[] weights) {
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < answers.length; i++) {
            positives += isTrue[i] ? weights[i] : 0;
            negatives += isTrue[i] ? 0 : weights[i];
        }
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        Sigmoid sigmoid = new Sigmoid(1, 0);
        for (int step = 0; step < STEPS; step++) {
            sigmoid = sigmoid.improved(answers, isTrue, weights, high, low);
        }
        return sigmoid;
    }

    private Sigmoid improved(
            double[] answers, boolean[] isTrue, double[] weights, double high, double low) {
        double gradientSlope = 0;
        double gradientOffset = 0;
        double slopeSlope = 1e-6; // keeps the matrix invertible
        double slopeOffset = 0;
        double offsetOffset = 1e-6;
        for (int i = 0; i < answers.length; i++) {
            double p = probability(answers[i]);
            double error = weights[i] * (p - (isTrue[i] ? high : low));
            double curve = weights[i] * p * (1 - p);
            gradientSlope += error * answers[i];
            gradientOffset += error;
            slopeSlope += curve * answers[i] * answers[i];
            slopeOffset += curve * answers[i];
            offsetOffset += curve;
        }
        double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
        double stepSlope =
                (offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant;
        double stepOffset =
                (slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant;
        return new Sigmoid(slope - limited(stepSlope), offset - limited(stepOffset));
    }

    /// A step too long may throw Newton's method off its course.
    private static double limited(double step) {
        return Math.clamp(step, -2.0, 2.0);
    }
}
