package lurewatch.indexer.learned;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One fit of the weights to some ads: frequencies first, then the regression on vectors that are
/// scaled by them.
final class Fit {
    /// What only one campaign says tells nothing of the next.
    private static final int LEAST_GROUPS = 2;

    private static final int MOST_OF_A_GROUP = 5;
    private static final double COST = 10;
    private static final double TOLERANCE = 1e-3;

    private final List<AdFeatures> features;
    private final List<TrainingAd> ads;

    /// The ads of each group.
    private final List<List<Integer>> groups;

    private final double[] groupShares;

    Fit(List<AdFeatures> features, List<TrainingAd> ads) {
        this.features = features;
        this.ads = ads;
        Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
        for (int i = 0; i < ads.size(); i++) {
            byGroup.computeIfAbsent(ads.get(i).group(), _ -> new ArrayList<>()).add(i);
        }
        this.groups = List.copyOf(byGroup.values());
        this.groupShares = groupShares(ads);
    }

    static String parameters() {
        return String.format(
                Locale.ROOT,
                "word 1-3-grams of >= %d groups, log-count ratios by group, traits at %s, <= %d ads of a"
                        + " group, each with and without particulars, C = %s",
                LEAST_GROUPS,
                FraudModel.TRAIT_SHARE,
                MOST_OF_A_GROUP,
                COST);
    }

    /// What an ad counts where frequencies and probabilities are learned: its part of its group. A
    /// campaign of a hundred copies is one campaign.
    static double[] groupShares(List<TrainingAd> ads) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        ads.forEach(ad -> sizes.merge(ad.group(), 1, Integer::sum));
        return ads.stream().mapToDouble(ad -> 1.0 / sizes.getOrDefault(ad.group(), 1)).toArray();
    }

    FraudModel.Weights weights() {
        double[] mean = new double[AdFeatures.TRAITS];
        double[] spread = new double[AdFeatures.TRAITS];
        for (int i = 0; i < AdFeatures.TRAITS; i++) {
            describe(i, mean, spread);
        }
        return regressed(
                new FraudModel.Weights(
                        scaled(), mean, spread, new double[AdFeatures.TRAITS], 0, 1, 0));
    }

    /// A bucket's rarity times the logarithm of how much more frequent it is in fraudulent ads.
    private NgramWeights scaled() {
        int buckets = 1 << AdFeatures.WORD_BITS;
        int[] seenIn = new int[buckets];
        int[] seenInGroups = new int[buckets];
        int[] lastGroup = new int[buckets];
        double[] fraudulent = new double[buckets];
        double[] others = new double[buckets];
        for (int group = 0; group < groups.size(); group++) {
            for (int ad : groups.get(group)) {
                Buckets words = features.get(ad).words();
                double[] side = ads.get(ad).isFraud() ? fraudulent : others;
                for (int i = 0; i < words.size(); i++) {
                    int bucket = words.bucket(i);
                    seenIn[bucket]++;
                    side[bucket] += groupShares[ad];
                    if (lastGroup[bucket] != group + 1) {
                        lastGroup[bucket] = group + 1;
                        seenInGroups[bucket]++;
                    }
                }
            }
        }
        double allFraudulent = 0;
        double allOthers = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (seenInGroups[bucket] >= LEAST_GROUPS) {
                allFraudulent += 1 + fraudulent[bucket];
                allOthers += 1 + others[bucket];
            }
        }
        float[] scale = new float[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (seenInGroups[bucket] >= LEAST_GROUPS) {
                double rarity = 1 + Math.log((1.0 + ads.size()) / (1.0 + seenIn[bucket]));
                double ratio =
                        (1 + fraudulent[bucket])
                                / allFraudulent
                                / ((1 + others[bucket]) / allOthers);
                scale[bucket] = SealedFile.stored(rarity * Math.log(ratio));
            }
        }
        return new NgramWeights(scale, new float[buckets]);
    }

    /// Mean and spread of a trait over the groups of which it is known.
    private void describe(int trait, double[] mean, double[] spread) {
        double known = 0;
        double sum = 0;
        double squares = 0;
        for (int ad = 0; ad < features.size(); ad++) {
            double value = features.get(ad).traits()[trait];
            if (!Double.isNaN(value)) {
                known += groupShares[ad];
                sum += groupShares[ad] * value;
                squares += groupShares[ad] * value * value;
            }
        }
        mean[trait] = known == 0 ? 0 : (float) (sum / known);
        double variance = known == 0 ? 0 : squares / known - mean[trait] * mean[trait];
        spread[trait] = (float) Math.sqrt(Math.max(variance, 1e-6));
    }

    /// Some of each group, evenly spaced, so that no campaign outweighs all others.
    private List<Integer> chosen() {
        List<Integer> chosen = new ArrayList<>();
        for (List<Integer> group : groups) {
            int most = Math.min(group.size(), MOST_OF_A_GROUP);
            for (int i = 0; i < most; i++) {
                chosen.add(group.get(i * group.size() / most));
            }
        }
        return chosen;
    }

    private FraudModel.Weights regressed(FraudModel.Weights weights) {
        int[] columns = columns(weights.words().scale());
        int wordsEnd = columns[columns.length - 1];
        List<Integer> chosen = chosen();
        Problem problem = new Problem();
        problem.bias = 1;
        problem.n = wordsEnd + AdFeatures.TRAITS + 1;
        problem.l = 2 * chosen.size();
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < chosen.size(); i++) {
            AdFeatures ad = features.get(chosen.get(i));
            problem.x[2 * i] = vector(ad, weights, columns);
            problem.x[2 * i + 1] = vector(ad.textAlone(), weights, columns);
            problem.y[2 * i] = ads.get(chosen.get(i)).isFraud() ? 1 : -1;
            problem.y[2 * i + 1] = problem.y[2 * i];
        }
        Linear.disableDebugOutput();
        // Each ad stands there twice.
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST / 2, TOLERANCE, 1000, 0.1);
        Model model = Linear.train(problem, parameter);
        // Weights speak for the label of the first row.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] w = model.getFeatureWeights();
        for (int bucket = 0; bucket + 1 < columns.length; bucket++) {
            if (columns[bucket] < columns[bucket + 1]) {
                weights.words().weight()[bucket] = SealedFile.stored(sign * w[columns[bucket]]);
            }
        }
        for (int i = 0; i < AdFeatures.TRAITS; i++) {
            weights.traits()[i] = (float) (sign * w[wordsEnd + i]);
        }
        return new FraudModel.Weights(
                weights.words(),
                weights.mean(),
                weights.spread(),
                weights.traits(),
                (float) (sign * w[problem.n - 1]),
                1,
                0);
    }

    /// How many used buckets lie before each bucket, and at the end, all: most are empty, and the
    /// regression is fast without them.
    private static int[] columns(float[] scale) {
        int[] columns = new int[scale.length + 1];
        for (int bucket = 0; bucket < scale.length; bucket++) {
            columns[bucket + 1] = columns[bucket] + (scale[bucket] == 0 ? 0 : 1);
        }
        return columns;
    }

    private static Feature[] vector(AdFeatures ad, FraudModel.Weights weights, int[] columns) {
        int wordsEnd = columns[columns.length - 1];
        List<Feature> vector = new ArrayList<>();
        double unit = weights.words().unit(ad.words());
        for (int i = 0; i < ad.words().size(); i++) {
            int bucket = ad.words().bucket(i);
            if (weights.words().scale()[bucket] != 0) {
                vector.add(
                        new FeatureNode(
                                1 + columns[bucket], unit * weights.words().scale()[bucket]));
            }
        }
        for (int i = 0; i < AdFeatures.TRAITS; i++) {
            vector.add(new FeatureNode(wordsEnd + i + 1, weights.trait(ad.traits(), i)));
        }
        vector.add(new FeatureNode(wordsEnd + AdFeatures.TRAITS + 1, 1));
        vector.sort(Comparator.comparingInt(Feature::getIndex));
        return vector.toArray(Feature[]::new);
    }
}
