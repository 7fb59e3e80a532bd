package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Makes models of labelled ads. The same ads in the same order, with the same seed, give the same
/// model.
public final class FraudTrainer {
    static final int FOLDS = 5;

    private final List<TrainingAd> ads;
    private final List<AdFeatures> known;
    private final List<AdFeatures> textAlone;
    private final long seed;

    public FraudTrainer(List<TrainingAd> ads, long seed) {
        this.ads = List.copyOf(ads);
        this.known = ads.stream().map(ad -> AdFeatures.of(ad.text(), ad.particulars())).toList();
        this.textAlone = known.stream().map(AdFeatures::textAlone).toList();
        this.seed = seed;
    }

    /// The model of all ads, its probabilities fitted to what models of four fifths said of the
    /// fifth that they had not seen.
    ///
    /// @param data SHA-256 of the file that the ads are from, for the record
    public FraudModel train(String data) {
        FraudModel.Pair pair = new FraudModel.Pair(calibrated(known), calibrated(textAlone));
        int frauds = (int) ads.stream().filter(TrainingAd::isFraud).count();
        FraudModel.Card card =
                new FraudModel.Card(data, seed, ads.size(), frauds, Fit.parameters());
        return new FraudModel(card, pair, ModelFile.versionOf(card, pair));
    }

    /// For every ad the probabilities given by a model that has seen no ad of its group.
    public Unseen outOfFold() {
        return new Unseen(unseen(known), unseen(textAlone));
    }

    /// Probabilities of ads, in their order.
    ///
    /// @param known where all that is known of an ad was told
    /// @param textAlone where nothing but its text was
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Unseen(double[] known, double[] textAlone) {}

    private double[] unseen(List<AdFeatures> features) {
        double[] answers = answers(features);
        return DoubleStream.of(answers).map(sigmoid(answers)::probability).toArray();
    }

    private FraudModel.Weights calibrated(List<AdFeatures> features) {
        Sigmoid sigmoid = sigmoid(answers(features));
        FraudModel.Weights weights = fitted(features, IntStream.range(0, ads.size()).toArray());
        return new FraudModel.Weights(
                weights.words(),
                weights.said(),
                weights.mean(),
                weights.spread(),
                weights.traits(),
                weights.bias(),
                (float) sigmoid.slope(), // as it will be read from the file
                (float) sigmoid.offset());
    }

    private Sigmoid sigmoid(double[] answers) {
        boolean[] isFraud = new boolean[answers.length];
        for (int i = 0; i < isFraud.length; i++) {
            isFraud[i] = ads.get(i).isFraud();
        }
        return Sigmoid.fitted(answers, isFraud, Fit.groupShares(ads));
    }

    /// What models of the other folds say of each ad.
    private double[] answers(List<AdFeatures> features) {
        int[] folds = folds();
        double[] answers = new double[ads.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int tested = fold;
            int[] rest = IntStream.range(0, folds.length).filter(i -> folds[i] != tested).toArray();
            FraudModel.Weights weights = fitted(features, rest);
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == tested) {
                    answers[i] = weights.answer(features.get(i));
                }
            }
        }
        return answers;
    }

    private FraudModel.Weights fitted(List<AdFeatures> features, int[] rows) {
        return new Fit(
                        IntStream.of(rows).mapToObj(features::get).toList(),
                        IntStream.of(rows).mapToObj(ads::get).toList())
                .weights();
    }

    /// Each ad's fold: whole groups, shuffled by the seed, the largest first, each to the fold that
    /// has the fewest ads of its kind.
    private int[] folds() {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < ads.size(); i++) {
            groups.computeIfAbsent(ads.get(i).group(), _ -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> order = new ArrayList<>(groups.values());
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingInt((List<Integer> group) -> -group.size()));
        int[][] load = new int[2][FOLDS];
        int[] folds = new int[ads.size()];
        for (List<Integer> group : order) {
            int kind = ads.get(group.getFirst()).isFraud() ? 1 : 0;
            int fold = 0;
            for (int other = 1; other < FOLDS; other++) {
                fold = load[kind][other] < load[kind][fold] ? other : fold;
            }
            load[kind][fold] += group.size();
            for (int ad : group) {
                folds[ad] = fold;
            }
        }
        return folds;
    }

    /// What the model is made of, in words.
    public String summary() {
        Map<String, Integer> groups = new HashMap<>();
        ads.forEach(ad -> groups.merge(ad.group(), 1, Integer::sum));
        return String.format(Locale.ROOT, "%d ads in %d groups", ads.size(), groups.size());
    }
}
