package lurewatch.indexer.fraud;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// One fit of the weights to some ads: frequencies first, then the regression on vectors that are
/// scaled by them.
final class Fit {
    private static final int LEAST_ADS_WITH_WORDS = 2;
    private static final int LEAST_ADS_WITH_LETTERS = 3;
    private static final double LETTERS_SHARE = 0.5;
    private static final double COST = 10;
    private static final double TOLERANCE = 1e-3;

    private final List<AdFeatures> features;
    private final List<TrainingAd> ads;
    private final double[] groupShares;

    Fit(List<AdFeatures> features, List<TrainingAd> ads) {
        this.features = features;
        this.ads = ads;
        this.groupShares = groupShares(ads);
    }

    static String parameters() {
        return String.format(
                Locale.ROOT,
                "word 1-2-grams in >= %d ads, letters 3-4 within words in >= %d ads at %s,"
                        + " build at %s, C = %s, log-count ratios by group",
                LEAST_ADS_WITH_WORDS,
                LEAST_ADS_WITH_LETTERS,
                LETTERS_SHARE,
                FraudModel.BUILD_SHARE,
                COST);
    }

    /// What an ad counts where frequencies and probabilities are learned: its part of its group. A
    /// campaign of a hundred copies is one campaign.
    static double[] groupShares(List<TrainingAd> ads) {
        Map<String, Integer> sizes = new HashMap<>();
        ads.forEach(ad -> sizes.merge(ad.group(), 1, Integer::sum));
        return ads.stream().mapToDouble(ad -> 1.0 / sizes.getOrDefault(ad.group(), 1)).toArray();
    }

    FraudModel.Weights weights() {
        NgramWeights words =
                scaled(AdFeatures::words, AdFeatures.WORD_BITS, LEAST_ADS_WITH_WORDS, 1);
        NgramWeights letters =
                scaled(
                        AdFeatures::letters,
                        AdFeatures.LETTER_BITS,
                        LEAST_ADS_WITH_LETTERS,
                        LETTERS_SHARE);
        double[] mean = new double[AdFeatures.BUILD];
        double[] spread = new double[AdFeatures.BUILD];
        describeBuild(mean, spread);
        FraudModel.Weights weights =
                new FraudModel.Weights(
                        words, letters, mean, spread, new double[AdFeatures.BUILD], 0, 1, 0);
        return regressed(weights);
    }

    /// A bucket's rarity times the logarithm of how much more frequent it is in fraudulent ads.
    private NgramWeights scaled(
            Function<AdFeatures, Buckets> kind, int bits, int leastAds, double share) {
        int[] ads = new int[1 << bits];
        double[] fraudulent = new double[1 << bits];
        double[] others = new double[1 << bits];
        for (int i = 0; i < features.size(); i++) {
            Buckets buckets = kind.apply(features.get(i));
            double[] side = this.ads.get(i).isFraud() ? fraudulent : others;
            for (int j = 0; j < buckets.size(); j++) {
                ads[buckets.bucket(j)]++;
                side[buckets.bucket(j)] += groupShares[i];
            }
        }
        double allFraudulent = 0;
        double allOthers = 0;
        for (int bucket = 0; bucket < ads.length; bucket++) {
            if (ads[bucket] >= leastAds) {
                allFraudulent += 1 + fraudulent[bucket];
                allOthers += 1 + others[bucket];
            }
        }
        float[] scale = new float[1 << bits];
        for (int bucket = 0; bucket < ads.length; bucket++) {
            if (ads[bucket] >= leastAds) {
                double rarity = 1 + Math.log((1.0 + features.size()) / (1.0 + ads[bucket]));
                double ratio =
                        (1 + fraudulent[bucket])
                                / allFraudulent
                                / ((1 + others[bucket]) / allOthers);
                scale[bucket] = stored(rarity * Math.log(ratio));
            }
        }
        return new NgramWeights(scale, new float[1 << bits], share);
    }

    /// As it will be read from the file, so that a trained model and its file judge alike.
    private static float stored(double value) {
        return Float.float16ToFloat(Float.floatToFloat16((float) value));
    }

    private void describeBuild(double[] mean, double[] spread) {
        for (int i = 0; i < AdFeatures.BUILD; i++) {
            double sum = 0;
            double squares = 0;
            for (AdFeatures ad : features) {
                sum += ad.build()[i];
                squares += ad.build()[i] * ad.build()[i];
            }
            mean[i] = (float) (sum / features.size());
            double variance = squares / features.size() - mean[i] * mean[i];
            spread[i] = (float) Math.sqrt(Math.max(variance, 1e-6));
        }
    }

    private FraudModel.Weights regressed(FraudModel.Weights weights) {
        int wordsEnd = 1 << AdFeatures.WORD_BITS;
        int lettersEnd = wordsEnd + (1 << AdFeatures.LETTER_BITS);
        Problem problem = new Problem();
        problem.bias = 1;
        problem.n = lettersEnd + AdFeatures.BUILD + 1;
        problem.l = features.size();
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int row = 0; row < problem.l; row++) {
            problem.x[row] = vector(features.get(row), weights, wordsEnd, lettersEnd);
            problem.y[row] = ads.get(row).isFraud() ? 1 : -1;
        }
        Linear.disableDebugOutput();
        Model model =
                Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE, 1000, 0.1));
        // Weights speak for the label of the first row.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] w = model.getFeatureWeights();
        for (int bucket = 0; bucket < wordsEnd; bucket++) {
            weights.words().weight()[bucket] = stored(sign * w[bucket]);
        }
        for (int bucket = 0; bucket < lettersEnd - wordsEnd; bucket++) {
            weights.letters().weight()[bucket] = stored(sign * w[wordsEnd + bucket]);
        }
        double[] build = new double[AdFeatures.BUILD];
        for (int i = 0; i < build.length; i++) {
            build[i] = (float) (sign * w[lettersEnd + i]);
        }
        return new FraudModel.Weights(
                weights.words(),
                weights.letters(),
                weights.mean(),
                weights.spread(),
                build,
                (float) (sign * w[problem.n - 1]),
                1,
                0);
    }

    private static Feature[] vector(
            AdFeatures ad, FraudModel.Weights weights, int wordsEnd, int lettersEnd) {
        List<Feature> vector = new ArrayList<>();
        add(vector, ad.words(), weights.words(), 1);
        add(vector, ad.letters(), weights.letters(), wordsEnd + 1);
        for (int i = 0; i < AdFeatures.BUILD; i++) {
            vector.add(new FeatureNode(lettersEnd + i + 1, weights.built(ad.build(), i)));
        }
        vector.add(new FeatureNode(lettersEnd + AdFeatures.BUILD + 1, 1));
        vector.sort(Comparator.comparingInt(Feature::getIndex));
        return vector.toArray(Feature[]::new);
    }

    private static void add(List<Feature> vector, Buckets buckets, NgramWeights kind, int first) {
        double length = kind.length(buckets);
        for (int i = 0; i < buckets.size(); i++) {
            double value = kind.value(buckets.bucket(i), length);
            if (value != 0) {
                vector.add(new FeatureNode(first + buckets.bucket(i), value));
            }
        }
    }
}
