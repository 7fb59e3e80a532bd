package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<AdFeatures> features;
    private final long seed;

    public FraudTrainer(List<TrainingAd> ads, long seed) {
        this.ads = List.copyOf(ads);
        this.features = ads.stream().map(ad -> AdFeatures.of(ad.text(), ad.particulars())).toList();
        this.seed = seed;
    }

    /// The model of all ads, its probabilities fitted to what models of four fifths said of the
    /// fifth that they had not seen.
    ///
    /// @param data SHA-256 of the file that the ads are from, for the record
    public FraudModel train(String data) {
        FraudModel.Weights weights = calibrated(fitted(IntStream.range(0, ads.size()).toArray()));
        int frauds = (int) ads.stream().filter(TrainingAd::isFraud).count();
        FraudModel.Card card =
                new FraudModel.Card(data, seed, ads.size(), frauds, Fit.parameters());
        return new FraudModel(card, weights, ModelFile.versionOf(card, weights));
    }

    /// For every ad the probabilities given by a model that has seen no ad of its group.
    public Unseen outOfFold() {
        Answers answers = answers();
        Sigmoid sigmoid = sigmoid(answers);
        return new Unseen(
                DoubleStream.of(answers.known()).map(sigmoid::probability).toArray(),
                DoubleStream.of(answers.textAlone()).map(sigmoid::probability).toArray());
    }

    /// Probabilities of ads, in their order.
    ///
    /// @param known where all that is known of an ad was told
    /// @param textAlone where nothing but its text was
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Unseen(double[] known, double[] textAlone) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answers(double[] known, double[] textAlone) {}

    private FraudModel.Weights calibrated(FraudModel.Weights weights) {
        Sigmoid sigmoid = sigmoid(answers());
        return new FraudModel.Weights(
                weights.words(),
                weights.mean(),
                weights.spread(),
                weights.traits(),
                weights.bias(),
                (float) sigmoid.slope(), // as it will be read from the file
                (float) sigmoid.offset());
    }

    /// One sigmoid for both, as what is known of an ad on a page lies between them.
    private Sigmoid sigmoid(Answers answers) {
        int count = ads.size();
        double[] both = Arrays.copyOf(answers.known(), 2 * count);
        System.arraycopy(answers.textAlone(), 0, both, count, count);
        double[] groupShares = Fit.groupShares(ads);
        double[] shares = new double[2 * count];
        boolean[] isFraud = new boolean[2 * count];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = groupShares[i % count] / 2;
            isFraud[i] = ads.get(i % count).isFraud();
        }
        return Sigmoid.fitted(both, isFraud, shares);
    }

    private Answers answers() {
        int[] folds = folds();
        double[] known = new double[ads.size()];
        double[] textAlone = new double[ads.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int tested = fold;
            int[] rest = IntStream.range(0, folds.length).filter(i -> folds[i] != tested).toArray();
            FraudModel.Weights weights = fitted(rest);
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == tested) {
                    known[i] = weights.answer(features.get(i));
                    textAlone[i] = weights.answer(features.get(i).textAlone());
                }
            }
        }
        return new Answers(known, textAlone);
    }

    private FraudModel.Weights fitted(int[] rows) {
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
