package lurewatch.indexer.learned;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
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
    private static final int FOLDS = 6;

    /// What only one text says tells nothing of the next.
    private static final int LEAST_TEXTS = 2;

    private static final double COST = 50;
    private static final double TOLERANCE = 1e-3;

    private final List<Sample> samples;
    private final List<Buckets> pieces;
    private final long seed;

    /// A text whose answer is known.
    ///
    /// @param source texts of one source were written by one hand; they are never split between
    ///   training and test
    /// @param text as [WordingModel#read] takes it
    public record Sample(String source, String text, boolean isLure) {}

    public WordingTrainer(List<Sample> samples, long seed) {
        this.samples = List.copyOf(samples);
        this.pieces = samples.stream().map(sample -> piecesOf(sample.text())).toList();
        this.seed = seed;
    }

    private static Buckets piecesOf(String text) {
        Buckets pieces = new Buckets(WordingLine.BITS);
        for (WordingLines.Span span : WordingLines.of(text)) {
            new WordingLine(text, span.start(), span.end()).forEachPiece(pieces::add);
        }
        return pieces;
    }

    /// The model of all texts, its probabilities fitted to what models said of sources that they
    /// had not seen.
    public WordingModel train() {
        WordingModel.Weights weights = weights(IntStream.range(0, samples.size()).toArray());
        Sigmoid sigmoid = sigmoid(unseenAnswers());
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
                        (float) sigmoid.offset()));
    }

    private static String parameters() {
        return String.format(
                Locale.ROOT,
                "1-%d letters of >= %d texts, scaled by rarity, smoothed by %s, C = %s",
                WordingLine.LONGEST,
                LEAST_TEXTS,
                WordingModel.Weights.SMOOTHING,
                COST);
    }

    /// For every text the probability that a model gives which has seen no text of its source.
    public double[] outOfFold() {
        double[] answers = unseenAnswers();
        Sigmoid sigmoid = sigmoid(answers);
        return Arrays.stream(answers).map(sigmoid::probability).toArray();
    }

    private Sigmoid sigmoid(double[] answers) {
        double lures = samples.stream().filter(Sample::isLure).count();
        double others = samples.size() - lures;
        boolean[] isLure = new boolean[samples.size()];
        double[] shares = new double[samples.size()];
        for (int i = 0; i < shares.length; i++) {
            isLure[i] = samples.get(i).isLure();
            shares[i] = isLure[i] ? 1 : lures / others; // both kinds count alike
        }
        return Sigmoid.fitted(answers, isLure, shares);
    }

    private double[] unseenAnswers() {
        int[] folds = folds();
        double[] answers = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int tested = fold;
            WordingModel.Weights weights =
                    weights(
                            IntStream.range(0, folds.length)
                                    .filter(i -> folds[i] != tested)
                                    .toArray());
            WordingModel model =
                    new WordingModel(
                            new WordingModel.Card(List.of(), seed, 0, 0, ""),
                            new WordingModel.Weights(weights.pieces(), weights.bias(), 1, 0));
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == tested) {
                    answers[i] = answer(model, samples.get(i).text());
                }
            }
        }
        return answers;
    }

    /// The log-odds of the passage most like lures; of a text too short to have one, none at all.
    private static double answer(WordingModel model, String text) {
        return model.read(text)
                .strongest(_ -> true)
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

    private WordingModel.Weights weights(int[] rows) {
        float[] rarity = rarity(rows);
        int[] columns = columns(rarity);
        int bias = columns[columns.length - 1] + 1;
        Problem problem = new Problem();
        problem.bias = 1;
        problem.n = bias;
        problem.l = rows.length;
        problem.x = new Feature[rows.length][];
        problem.y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            problem.x[i] = vector(pieces.get(rows[i]), rarity, columns, bias);
            problem.y[i] = samples.get(rows[i]).isLure() ? 1 : -1;
        }
        Linear.disableDebugOutput();
        Model model =
                Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE, 1000, 0.1));
        // Weights speak for the label of the first row.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] learned = model.getFeatureWeights();
        float[] weight = new float[rarity.length];
        for (int bucket = 0; bucket < rarity.length; bucket++) {
            if (rarity[bucket] != 0) {
                weight[bucket] = SealedFile.stored(sign * learned[columns[bucket]]);
            }
        }
        return new WordingModel.Weights(
                NgramWeights.of(rarity, weight), (float) (sign * learned[bias - 1]), 1, 0);
    }

    private float[] rarity(int[] rows) {
        int[] seenIn = new int[1 << WordingLine.BITS];
        for (int row : rows) {
            Buckets text = pieces.get(row);
            for (int i = 0; i < text.size(); i++) {
                seenIn[text.bucket(i)]++;
            }
        }
        float[] rarity = new float[seenIn.length];
        for (int bucket = 0; bucket < rarity.length; bucket++) {
            if (seenIn[bucket] >= LEAST_TEXTS) {
                rarity[bucket] =
                        SealedFile.stored(
                                1 + Math.log((1.0 + rows.length) / (1.0 + seenIn[bucket])));
            }
        }
        return rarity;
    }

    /// How many used buckets lie before each bucket, and at the end, all.
    private static int[] columns(float[] rarity) {
        int[] columns = new int[rarity.length + 1];
        for (int bucket = 0; bucket < rarity.length; bucket++) {
            columns[bucket + 1] = columns[bucket] + (rarity[bucket] == 0 ? 0 : 1);
        }
        return columns;
    }

    private static Feature[] vector(Buckets text, float[] rarity, int[] columns, int bias) {
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
        vector[next] = new FeatureNode(bias, 1);
        Arrays.sort(vector, Comparator.comparingInt(Feature::getIndex));
        return vector;
    }
}
