package lurewatch.indexer.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How lures, and each other kind of text, are worded in any language: learned from labelled texts,
/// read in pieces of one to five letters. Immutable and thread-safe; reads without I/O, in time
/// linear in the text.
///
/// A passage's answer is linear in its pieces, each scaled by its rarity, over the length of their
/// vector; a sigmoid makes a probability of it. Names, numbers and links count as one sign each.
public final class WordingModel {
    /// The model's file in the folder of the signals.
    public static final String FILE = "wording.bin";

    /// What a name, a number or a link is read as; it stands in no text that people see.
    public static final char LEAD = '\u0001';

    static final String MAGIC = "lurewatch-wording-2 ";

    private final Card card;
    private final Weights weights;
    private final KindWeights kinds;

    /// What a model was made of.
    ///
    /// @param seed of the folds
    /// @param parameters all that was chosen by hand, in words
    public record Card(List<String> sources, long seed, int texts, int lures, String parameters) {
        public Card {
            sources = List.copyOf(sources);
        }
    }

    /// All numbers of a model.
    ///
    /// @param slope and `offset` turn the linear model's answer into log-odds (Platt)
    record Weights(NgramWeights pieces, double bias, double slope, double offset) {
        /// As much as a few words, so that fewer say little.
        static final double SMOOTHING = 200;

        double answer(double sum, double squares) {
            return bias + sum / Math.sqrt(squares + SMOOTHING);
        }

        double probability(double answer) {
            return new Sigmoid(slope, offset).probability(answer);
        }
    }

    WordingModel(Card card, Weights weights, KindWeights kinds) {
        this.card = card;
        this.weights = weights;
        this.kinds = kinds;
    }

    /// The model in this file; none where there is none. A
    /// [lurewatch.indexer.settings.SettingsException] says what is wrong with a broken one.
    public static Optional<WordingModel> read(Path file) {
        return SealedFile.read(file, MAGIC, Card.class, WordingModel::of);
    }

    private static WordingModel of(Card card, DataInputStream in) throws IOException {
        return new WordingModel(
                card,
                new Weights(
                        SealedFile.readNgrams(in, WordingLine.BITS),
                        in.readFloat(),
                        in.readFloat(),
                        in.readFloat()),
                KindWeights.read(in));
    }

    /// The bytes that [#read] reads.
    public byte[] bytes() {
        return SealedFile.bytes(MAGIC, card, this::write);
    }

    private void write(DataOutputStream out) throws IOException {
        SealedFile.write(out, weights.pieces());
        out.writeFloat((float) weights.bias());
        out.writeFloat((float) weights.slope());
        out.writeFloat((float) weights.offset());
        kinds.write(out);
    }

    public Card card() {
        return card;
    }

    /// The kinds of text that it tells, in the order of a reading's answers.
    public List<String> kinds() {
        return kinds.kinds();
    }

    /// Whether both judge alike: they are made of the same numbers.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WordingModel model && Arrays.equals(bytes(), model.bytes());
    }

    @Override
    public int hashCode() {
        return card.hashCode();
    }

    /// Reads a text.
    ///
    /// @param text in lower case, line feeds between its lines, [#LEAD] in place of its contacts
    public WordingScores read(String text) {
        return new WordingScores(text, weights, kinds);
    }
}
