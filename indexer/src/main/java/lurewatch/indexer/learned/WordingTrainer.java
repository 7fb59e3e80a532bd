package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Makes models of labelled texts. The same texts in the same order, with the same seed, give the
/// same model.
public final class WordingTrainer {
    /// The label of lures.
    public static final String LURE = "lure";

    private static final int FOLDS = 6;

    /// What only one text says tells nothing of the next.
    private static final int LEAST_TEXTS = 2;

    private static final double COST = 50;

    /// A piece weighs something for each kind: those of two texts alone take more room than they
    /// tell.
    private static final int LEAST_TEXTS_OF_KINDS = 3;

    private static final double COST_OF_KINDS = 20;

    private final List<Sample> samples;
    private final List<String> kinds;
    private final long seed;

    /// By text, what a model answers that has seen no text of its source.
    private final double[] unseen;

    /// A text whose answer is known.
    ///
    /// @param source texts of one source were written by one hand; they are never split between
    ///   training and test
    /// @param text as [WordingModel#read] takes it
    /// @param label its kind, or something else where that is not quite known
    public record Sample(String source, String text, String label) {
        public boolean isLure() {
            return label.equals(LURE);
        }
    }

    /// @param kinds to be told, in the order of the model's answers
    public WordingTrainer(List<Sample> samples, List<String> kinds, long seed) {
        this.samples = List.copyOf(samples);
        this.kinds = List.copyOf(kinds);
        this.seed = seed;
        this.unseen = unseenAnswers();
    }

    private static Buckets piecesOf(String text, int longest) {
        Buckets pieces = new Buckets(WordingLine.BITS);
        for (WordingLines.Span span : WordingLines.of(text)) {
            new WordingLine(text, span.start(), span.end()).forEachPiece(longest, pieces::add);
        }
        return pieces;
    }

    /// The model of all texts, its probabilities fitted to what models said of sources that they
    /// had not seen.
    public WordingModel train() {
        WordingModel.Weights weights = weights(samples);
        Sigmoid sigmoid = sigmoid();
        return new WordingModel(
                new WordingModel.Card(
                        samples.stream().map(Sample::source).distinct().toList(),
                        seed,
                        samples.size(),
                        (int) samples.stream().filter(Sample::isLure).count(),
                        parameters()),
                new WordingModel.Weights(
                        weights.pieces(),
                        weights.bias(),
                        (float) sigmoid.slope(), // as it will be read from the file
                        (float) sigmoid.offset()),
                kindWeights());
    }

    private static String parameters() {
        return String.format(
                Locale.ROOT,
                "1-%d letters of >= %d texts, scaled by rarity, smoothed by %s, C = %s;"
                        + " kinds by 1-%d letters of >= %d texts, C = %s, each and all others alike",
                WordingLine.LONGEST,
                LEAST_TEXTS,
                WordingModel.Weights.SMOOTHING,
                COST,
                KindWeights.LONGEST,
                LEAST_TEXTS_OF_KINDS,
                COST_OF_KINDS);
    }

    /// For every text the probability that a model gives which has seen no text of its source.
    public double[] outOfFold() {
        return Arrays.stream(unseen).map(sigmoid()::probability).toArray();
    }

    private Sigmoid sigmoid() {
        double lures = samples.stream().filter(Sample::isLure).count();
        double others = samples.size() - lures;
        boolean[] isLure = new boolean[samples.size()];
        double[] shares = new double[samples.size()];
        for (int i = 0; i < shares.length; i++) {
            isLure[i] = samples.get(i).isLure();
            shares[i] = isLure[i] ? 1 : lures / others; // both kinds count alike
        }
        return Sigmoid.fitted(unseen, isLure, shares);
    }

    private double[] unseenAnswers() {
        int[] folds = folds();
        double[] answers = new double[samples.size()];
        IntStream.range(0, FOLDS)
                .parallel()
                .forEach(fold -> {
                    WordingModel.Weights weights =
                            weights(
                                    IntStream.range(0, folds.length)
                                            .filter(i -> folds[i] != fold)
                                            .mapToObj(samples::get)
                                            .toList());
                    for (int i = 0; i < folds.length; i++) {
                        if (folds[i] == fold) {
                            answers[i] = answer(weights, samples.get(i).text());
                        }
                    }
                });
        return answers;
    }

    /// The log-odds of the passage most like lures; of a text too short to have one, none at all.
    private static double answer(WordingModel.Weights weights, String text) {
        return new WordingScores(text, weights, KindWeights.none())
                .strongest((_, _) -> true)
                .map(passage -> Math.log(passage.probability() / (1 - passage.probability())))
                .orElse(0.0);
    }

    /// Each text's fold: whole sources, shuffled by the seed, each to the fold with fewest texts.
    private int[] folds() {
        Map<String, List<Integer>> sources = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            String source = samples.get(i).source();
            if (!sources.containsKey(source)) {
                names.add(source);
            }
            sources.computeIfAbsent(source, _ -> new ArrayList<>()).add(i);
        }
        Collections.shuffle(names, new Random(seed));
        names.sort(
                Comparator.comparingInt(
                        (String name) -> -sources.getOrDefault(name, List.of()).size()));
        int[] load = new int[FOLDS];
        int[] folds = new int[samples.size()];
        for (String name : names) {
            int fold = 0;
            for (int other = 1; other < FOLDS; other++) {
                fold = load[other] < load[fold] ? other : fold;
            }
            List<Integer> texts = sources.getOrDefault(name, List.of());
            load[fold] += texts.size();
            for (int text : texts) {
                folds[text] = fold;
            }
        }
        return folds;
    }

    private static WordingModel.Weights weights(List<Sample> samples) {
        PieceSpace space = space(samples, WordingLine.LONGEST, LEAST_TEXTS);
        PieceSpace.Answer answer = space.learn(i -> samples.get(i).isLure(), COST, false);
        return new WordingModel.Weights(
                NgramWeights.of(space.rarity(), answer.weights()), answer.bias(), 1, 0);
    }

    private KindWeights kindWeights() {
        List<Sample> known = samples.stream().filter(s -> kinds.contains(s.label())).toList();
        PieceSpace space = space(known, KindWeights.LONGEST, LEAST_TEXTS_OF_KINDS);
        return KindWeights.of(
                kinds,
                space.rarity(),
                kinds.stream()
                        .map(kind ->
                                space.learn(
                                        i -> known.get(i).label().equals(kind),
                                        COST_OF_KINDS,
                                        true))
                        .toList());
    }

    private static PieceSpace space(List<Sample> samples, int longest, int fewest) {
        return new PieceSpace(
                samples.stream().map(sample -> piecesOf(sample.text(), longest)).toList(), fewest);
    }
}
