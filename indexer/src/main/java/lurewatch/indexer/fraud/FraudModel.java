package lurewatch.indexer.fraud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.FraudScore;

/// A trained model. Immutable and thread-safe; scores without I/O, in time linear in the text, of
/// which it reads the first 20,000 characters.
///
/// The vector of a text holds its words and pairs of words, its letters and its build; a linear
/// model with a sigmoid makes a probability of it. Each n-gram's value is scaled by how much more
/// frequent it is in fraudulent ads (Wang and Manning 2012, "Baselines and Bigrams").
public final class FraudModel {
    /// The model's file in its folder.
    public static final String FILE = "fraud.bin";

    /// The one language it has learned.
    public static final String LANGUAGE = "en";

    /// Fewer words are no ad, and nothing to tell one from.
    static final int LEAST_WORDS = 8;

    private static final int SHOWN_WORDS = 8;

    private final Card card;
    private final Weights weights;
    private final String version;

    /// What a model was made of.
    ///
    /// @param data SHA-256 of the training data, unpacked, in hexadecimal
    /// @param seed of the folds
    /// @param parameters all that was chosen by hand, in words
    public record Card(String data, long seed, int ads, int frauds, String parameters) {}

    /// All numbers of a model.
    ///
    /// @param mean of the build features; with `spread` it makes them comparable
    /// @param slope and `offset` turn the linear model's answer into log-odds (Platt)
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Weights(
            NgramWeights words,
            NgramWeights letters,
            double[] mean,
            double[] spread,
            double[] build,
            double bias,
            double slope,
            double offset) {
        /// A build feature as the model takes it: no outlier counts for more than three deviations.
        double built(double[] raw, int index) {
            double value = (raw[index] - mean[index]) / spread[index];
            return BUILD_SHARE * Math.clamp(value, -3.0, 3.0);
        }

        double answer(AdFeatures ad) {
            double sum = bias;
            sum += answer(words, ad.words()) + answer(letters, ad.letters());
            for (int i = 0; i < build.length; i++) {
                sum += build[i] * built(ad.build(), i);
            }
            return sum;
        }

        private static double answer(NgramWeights kind, Buckets buckets) {
            double length = kind.length(buckets);
            double sum = 0;
            for (int i = 0; i < buckets.size(); i++) {
                int bucket = buckets.bucket(i);
                sum += kind.weight()[bucket] * kind.value(bucket, length);
            }
            return sum;
        }

        double probability(double answer) {
            return 1 / (1 + Math.exp(-(slope * answer + offset)));
        }
    }

    /// How much a deviation of the build counts beside a text's words, which together count 1.
    static final double BUILD_SHARE = 0.1;

    FraudModel(Card card, Weights weights, String version) {
        this.card = card;
        this.weights = weights;
        this.version = version;
    }

    /// The model in this folder; none where the folder has none. A
    /// [lurewatch.indexer.settings.SettingsException] says what is wrong with a broken one.
    public static Optional<FraudModel> read(Path folder) {
        return ModelFile.read(folder.resolve(FILE));
    }

    /// The bytes that [#read] reads.
    public byte[] bytes() {
        return ModelFile.bytes(card, weights);
    }

    /// Digest prefix of its bytes: equal versions judge alike.
    public String version() {
        return version;
    }

    public Card card() {
        return card;
    }

    /// Reads the text as an English ad. Empty where it is too short to be one.
    public Optional<FraudScore> score(String text) {
        AdFeatures ad = AdFeatures.of(text);
        if (ad.wordCount() < LEAST_WORDS) {
            return Optional.empty();
        }
        double probability = weights.probability(weights.answer(ad));
        return Optional.of(new FraudScore(rounded(probability), version, shares(ad)));
    }

    /// The words that moved it most, either way.
    private List<FraudScore.Share> shares(AdFeatures ad) {
        Buckets words = ad.words();
        double length = weights.words.length(words);
        int[] most = new int[SHOWN_WORDS];
        double[] logOdds = new double[SHOWN_WORDS];
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            int bucket = words.bucket(i);
            double value =
                    weights.slope
                            * weights.words.weight()[bucket]
                            * weights.words.value(bucket, length);
            int at = found;
            while (at > 0 && Math.abs(value) > Math.abs(logOdds[at - 1])) {
                at--;
            }
            if (value != 0 && at < SHOWN_WORDS) {
                found = Math.min(found + 1, SHOWN_WORDS);
                System.arraycopy(most, at, most, at + 1, found - at - 1);
                System.arraycopy(logOdds, at, logOdds, at + 1, found - at - 1);
                most[at] = i;
                logOdds[at] = value;
            }
        }
        List<FraudScore.Share> shares = new ArrayList<>();
        for (int i = 0; i < found; i++) {
            String read = ad.read().substring(words.start(most[i]), words.end(most[i]));
            shares.add(new FraudScore.Share(read.strip(), rounded(logOdds[i])));
        }
        return shares;
    }

    /// Four decimals: more would be told apart by nothing but the machine's arithmetic.
    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
