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
import java.util.function.Function;

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
                "word 1-3-grams of >= %d groups in 2^%d buckets, 1-2-grams of title and of each particular"
                        + " at %s, log-count ratios by group, traits at %s, <= %d ads of a group, one"
                        + " model with particulars and one of the text alone, C = %s",
                LEAST_GROUPS,
                AdFeatures.WORD_BITS,
                FraudModel.SAID_SHARE,
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
                        scaled(AdFeatures.WORD_BITS, AdFeatures::words),
                        scaled(ParticularWords.BITS, ad -> ad.said().words()),
                        mean,
                        spread,
                        new double[AdFeatures.TRAITS],
                        0,
                        1,
                        0));
    }

    /// A bucket's rarity times the logarithm of how much more frequent it is in fraudulent ads.
    private NgramWeights scaled(int bits, Function<AdFeatures, Buckets> ngrams) {
        int buckets = 1 << bits;
        int[] seenIn = new int[buckets];
        int[] seenInGroups = new int[buckets];
        int[] lastGroup = new int[buckets];
        double[] fraudulent = new double[buckets];
        double[] others = new double[buckets];
        for (int group = 0; group < groups.size(); group++) {
            for (int ad : groups.get(group)) {
                Buckets words = ngrams.apply(features.get(ad));
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
        return NgramWeights.of(scale, new float[buckets]);
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
        int saidStart = weights.words().size();
        int traitsStart = saidStart + weights.said().size();
        List<Integer> chosen = chosen();
        Problem problem = new Problem();
        problem.bias = 1;
        problem.n = traitsStart + AdFeatures.TRAITS + 1;
        problem.l = chosen.size();
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < chosen.size(); i++) {
            int ad = chosen.get(i);
            problem.x[i] = vector(features.get(ad), weights);
            problem.y[i] = ads.get(ad).isFraud() ? 1 : -1;
        }
        Linear.disableDebugOutput();
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE, 1000, 0.1);
        Model model = Linear.train(problem, parameter);
        // Weights speak for the label of the first row.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] w = model.getFeatureWeights();
        for (int i = 0; i < AdFeatures.TRAITS; i++) {
            weights.traits()[i] = (float) (sign * w[traitsStart + i]);
        }
        return new FraudModel.Weights(
                weights.words().weighing(stored(w, 0, saidStart, sign)),
                weights.said().weighing(stored(w, saidStart, traitsStart, sign)),
                weights.mean(),
                weights.spread(),
                weights.traits(),
                (float) (sign * w[problem.n - 1]),
                1,
                0);
    }

    private static float[] stored(double[] learned, int start, int end, double sign) {
        float[] stored = new float[end - start];
        for (int i = start; i < end; i++) {
            stored[i - start] = SealedFile.stored(sign * learned[i]);
        }
        return stored;
    }

    /// The used buckets' columns come first, those of what is said next, then the traits'.
    private static Feature[] vector(AdFeatures ad, FraudModel.Weights weights) {
        List<Feature> vector = new ArrayList<>();
        int saidStart = weights.words().size();
        add(vector, ad.words(), weights.words(), 0, 1);
        add(vector, ad.said().words(), weights.said(), saidStart, FraudModel.SAID_SHARE);
        int traitsStart = saidStart + weights.said().size();
        for (int i = 0; i < AdFeatures.TRAITS; i++) {
            vector.add(new FeatureNode(traitsStart + i + 1, weights.trait(ad.traits(), i)));
        }
        vector.add(new FeatureNode(traitsStart + AdFeatures.TRAITS + 1, 1));
        vector.sort(Comparator.comparingInt(Feature::getIndex));
        return vector.toArray(Feature[]::new);
    }

    private static void add(
            List<Feature> vector, Buckets ngrams, NgramWeights weights, int start, double share) {
        double unit = share * weights.unit(ngrams);
        for (int i = 0; i < ngrams.size(); i++) {
            int bucket = ngrams.bucket(i);
            if (weights.isUsed(bucket)) {
                int place = weights.place(bucket);
                vector.add(new FeatureNode(1 + start + place, unit * weights.scaleAt(place)));
            }
        }
    }
}
