package lurewatch.indexer.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// How the model of general job fraud lies in its file.
final class ModelFile {
    private static final String MAGIC = "lurewatch-fraud-3 ";

    private ModelFile() {}

    static Optional<FraudModel> read(Path file) {
        return SealedFile.read(
                file,
                MAGIC,
                FraudModel.Card.class,
                (card, in) -> {
                    FraudModel.Pair pair = new FraudModel.Pair(weights(in), weights(in));
                    return new FraudModel(card, pair, versionOf(card, pair));
                });
    }

    static String versionOf(FraudModel.Card card, FraudModel.Pair pair) {
        return SealedFile.versionOf(bytes(card, pair));
    }

    static byte[] bytes(FraudModel.Card card, FraudModel.Pair pair) {
        return SealedFile.bytes(
                MAGIC,
                card,
                out -> {
                    write(out, pair.known());
                    write(out, pair.textAlone());
                });
    }

    private static void write(DataOutputStream out, FraudModel.Weights weights) throws IOException {
        SealedFile.write(out, weights.words());
        SealedFile.write(out, weights.said());
        for (int i = 0; i < AdFeatures.TRAITS; i++) {
            out.writeFloat((float) weights.mean()[i]);
            out.writeFloat((float) weights.spread()[i]);
            out.writeFloat((float) weights.traits()[i]);
        }
        out.writeFloat((float) weights.bias());
        out.writeFloat((float) weights.slope());
        out.writeFloat((float) weights.offset());
    }

    private static FraudModel.Weights weights(DataInputStream in) throws IOException {
        NgramWeights words = SealedFile.readNgrams(in, AdFeatures.WORD_BITS);
        NgramWeights said = SealedFile.readNgrams(in, ParticularWords.BITS);
        double[] mean = new double[AdFeatures.TRAITS];
        double[] spread = new double[AdFeatures.TRAITS];
        double[] traits = new double[AdFeatures.TRAITS];
        for (int i = 0; i < AdFeatures.TRAITS; i++) {
            mean[i] = in.readFloat();
            spread[i] = in.readFloat();
            traits[i] = in.readFloat();
        }
        return new FraudModel.Weights(
                words, said, mean, spread, traits, in.readFloat(), in.readFloat(), in.readFloat());
    }
}
