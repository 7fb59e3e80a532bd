package lurewatch.indexer.learned;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Texts as vectors of the pieces that enough of them have, each piece as telling as it is rare.
final class PieceSpace {
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_ROUNDS = 1000;

    /// By bucket; 0 where too few texts have it.
    private final float[] rarity;

    /// How many used buckets lie before each bucket, and at the end, all.
    private final int[] columns;

    private final Feature[][] vectors;

    /// What was learned: by bucket, and beside all buckets.
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    record Answer(float[] weights, float bias) {}

    /// @param fewest texts that a piece must stand in: what fewer say tells nothing of the next
    PieceSpace(List<Buckets> texts, int fewest) {
        this.rarity = rarity(texts, fewest);
        this.columns = columns(rarity);
        this.vectors = texts.stream().map(this::vector).toArray(Feature[][]::new);
    }

    private static float[] rarity(List<Buckets> texts, int fewest) {
        int[] seenIn = new int[1 << WordingLine.BITS];
        for (Buckets text : texts) {
            for (int i = 0; i < text.size(); i++) {
                seenIn[text.bucket(i)]++;
            }
        }
        float[] rarity = new float[seenIn.length];
        for (int bucket = 0; bucket < rarity.length; bucket++) {
            if (seenIn[bucket] >= fewest) {
                rarity[bucket] =
                        SealedFile.stored(
                                1 + Math.log((1.0 + texts.size()) / (1.0 + seenIn[bucket])));
            }
        }
        return rarity;
    }

    private static int[] columns(float[] rarity) {
        int[] columns = new int[rarity.length + 1];
        for (int bucket = 0; bucket < rarity.length; bucket++) {
            columns[bucket + 1] = columns[bucket] + (rarity[bucket] == 0 ? 0 : 1);
        }
        return columns;
    }

    private int bias() {
        return columns[columns.length - 1] + 1;
    }

    private Feature[] vector(Buckets text) {
        double squares = 0;
        int size = 1;
        for (int i = 0; i < text.size(); i++) {
            double value = rarity[text.bucket(i)];
            squares += value * value;
            size += value == 0 ? 0 : 1;
        }
        double unit = 1 / Math.sqrt(squares + WordingModel.Weights.SMOOTHING);
        Feature[] vector = new Feature[size];
        int next = 0;
        for (int i = 0; i < text.size(); i++) {
            int bucket = text.bucket(i);
            if (rarity[bucket] != 0) {
                vector[next++] = new FeatureNode(1 + columns[bucket], unit * rarity[bucket]);
            }
        }
        vector[next] = new FeatureNode(bias(), 1);
        Arrays.sort(vector, Comparator.comparingInt(Feature::getIndex));
        return vector;
    }

    float[] rarity() {
        return rarity;
    }

    /// Learns to tell the texts that are meant from all others.
    ///
    /// @param cost of a text told wrongly, beside weights that are far from nothing
    /// @param alike whether those meant count together as much as the others do
    Answer learn(IntPredicate isMeant, double cost, boolean alike) {
        Problem problem = new Problem();
        problem.bias = 1;
        problem.n = bias();
        problem.l = vectors.length;
        problem.x = vectors;
        problem.y = new double[vectors.length];
        int meant = 0;
        for (int i = 0; i < vectors.length; i++) {
            problem.y[i] = isMeant.test(i) ? 1 : -1;
            meant += isMeant.test(i) ? 1 : 0;
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE, MOST_ROUNDS, 0.1);
        if (alike) {
            double half = vectors.length / 2.0;
            parameter.setWeights(
                    new double[] {half / meant, half / (vectors.length - meant)},
                    new int[] {1, -1});
        }
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, parameter);
        // weights speak for the label of the first row
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] learned = model.getFeatureWeights();
        float[] weights = new float[rarity.length];
        for (int bucket = 0; bucket < rarity.length; bucket++) {
            if (rarity[bucket] != 0) {
                weights[bucket] = SealedFile.stored(sign * learned[columns[bucket]]);
            }
        }
        return new Answer(weights, (float) (sign * learned[bias() - 1]));
    }
}
