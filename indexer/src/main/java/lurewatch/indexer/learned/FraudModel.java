package lurewatch.indexer.learned;

import java.nio.file.Path;
import java.util.Optional;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;

/// A trained model. Immutable and thread-safe; scores without I/O, in time linear in the text, of
/// which it reads the first 20,000 characters.
///
/// The vector of an ad holds its words, pairs and triples of words, those of its title and of what
/// its particulars say once more for themselves, how it is built and which particulars it gives; a
/// linear model with a sigmoid makes a probability of it. Each n-gram's value is scaled by how much
/// more frequent it is in fraudulent ads (Wang and Manning 2012, "Baselines and Bigrams"). There
/// are two such models: one has learned from ads with their particulars, the other from the text
/// alone, and judges where no particular is known. A particular of which nothing is known counts
/// for nothing.
public final class FraudModel {
    /// The model's file in its folder.
    public static final String FILE = "fraud.bin";

    /// The one language it has learned.
    public static final String LANGUAGE = "en";

    /// Fewer words are no ad, and nothing to tell one from.
    static final int LEAST_WORDS = 8;

    private static final int SHOWN_WORDS = 8;

    private final Card card;
    private final Pair pair;
    private final String version;

    /// What a model was made of.
    ///
    /// @param data SHA-256 of the training data, unpacked, in hexadecimal
    /// @param seed of the folds
    /// @param parameters all that was chosen by hand, in words
    public record Card(String data, long seed, int ads, int frauds, String parameters) {}

    /// All numbers of a model.
    ///
    /// @param mean of the traits; with `spread` it makes them comparable
    /// @param slope and `offset` turn the linear model's answer into log-odds (Platt)
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Weights(
            NgramWeights words,
            NgramWeights said,
            double[] mean,
            double[] spread,
            double[] traits,
            double bias,
            double slope,
            double offset) {
        /// A trait as the model takes it: no outlier counts for more than three deviations, and
        /// what is unknown for nothing.
        double trait(double[] raw, int index) {
            if (Double.isNaN(raw[index])) {
                return 0;
            }
            double value = (raw[index] - mean[index]) / spread[index];
            return TRAIT_SHARE * Math.clamp(value, -3.0, 3.0);
        }

        double answer(AdFeatures ad) {
            double sum =
                    bias + words.answer(ad.words()) + SAID_SHARE * said.answer(ad.said().words());
            for (int i = 0; i < traits.length; i++) {
                sum += traits[i] * trait(ad.traits(), i);
            }
            return sum;
        }

        double probability(double answer) {
            return 1 / (1 + Math.exp(-(slope * answer + offset)));
        }
    }

    /// Both models.
    ///
    /// @param known for ads of which a particular is known
    /// @param textAlone for texts
    record Pair(Weights known, Weights textAlone) {
        Weights of(Particulars particulars) {
            return particulars.equals(Particulars.UNKNOWN) ? textAlone : known;
        }
    }

    /// How much a deviation of a trait counts beside a text's words, which together count 1.
    static final double TRAIT_SHARE = 0.1;

    /// How much what title and particulars say, taken together, counts beside a text's words.
    static final double SAID_SHARE = 0.45;

    FraudModel(Card card, Pair pair, String version) {
        this.card = card;
        this.pair = pair;
        this.version = version;
    }

    /// The model in this folder; none where the folder has none. A
    /// [lurewatch.indexer.settings.SettingsException] says what is wrong with a broken one.
    public static Optional<FraudModel> read(Path folder) {
        return ModelFile.read(folder.resolve(FILE));
    }

    /// The bytes that [#read] reads.
    public byte[] bytes() {
        return ModelFile.bytes(card, pair);
    }

    /// Digest prefix of its bytes: equal versions judge alike.
    public String version() {
        return version;
    }

    public Card card() {
        return card;
    }

    /// Reads the text as an English ad of which nothing else is known. Empty where it is too short
    /// to be one.
    public Optional<FraudScore> score(String text) {
        return score(text, Particulars.UNKNOWN);
    }

    /// Reads the text as that of an English ad with these particulars.
    public Optional<FraudScore> score(String text, Particulars particulars) {
        AdFeatures ad = AdFeatures.of(text, particulars);
        if (ad.wordCount() < LEAST_WORDS) {
            return Optional.empty();
        }
        Weights weights = pair.of(particulars);
        double probability = weights.probability(weights.answer(ad));
        return Optional.of(
                new FraudScore(
                        rounded(probability),
                        version,
                        strongest(ad, weights).shares(key -> name(key, ad, particulars))));
    }

    /// The words and particulars that moved it most, either way: a word by its index, what title
    /// and particulars say by its index after all words, a particular by the complement of its own.
    private static Strongest strongest(AdFeatures ad, Weights weights) {
        Strongest strongest = new Strongest(SHOWN_WORDS);
        Buckets words = ad.words();
        double unit = weights.slope * weights.words.unit(words);
        for (int i = 0; i < words.size(); i++) {
            strongest.offer(i, unit * weights.words.product(words.bucket(i)));
        }
        Buckets said = ad.said().words();
        double saidUnit = weights.slope * SAID_SHARE * weights.said.unit(said);
        for (int i = 0; i < said.size(); i++) {
            strongest.offer(words.size() + i, saidUnit * weights.said.product(said.bucket(i)));
        }
        for (int i = 0; i < AdFeatures.PARTICULARS.size(); i++) {
            int trait = Build.COUNT + i;
            strongest.offer(
                    ~i, weights.slope * weights.traits[trait] * weights.trait(ad.traits(), trait));
        }
        return strongest;
    }

    private static String name(int key, AdFeatures ad, Particulars particulars) {
        if (key >= ad.words().size()) {
            return "[" + ad.said().name(key - ad.words().size()) + "]";
        }
        if (key >= 0) {
            return ad.read().substring(ad.words().start(key), ad.words().end(key)).strip();
        }
        Particular particular = AdFeatures.PARTICULARS.get(~key);
        return particulars.given().contains(particular)
                ? "[" + particular + "]"
                : "[no " + particular + "]";
    }

    /// Four decimals: more would be told apart by nothing but the machine's arithmetic.
    static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
