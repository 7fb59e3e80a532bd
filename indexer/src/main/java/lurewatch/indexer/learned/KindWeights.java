package lurewatch.indexer.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/// How much each piece of wording speaks for each kind of text. Of each weight the root is kept, in
/// a byte: finely where it is small, as most are, and roughly where it is large.
final class KindWeights {
    /// Pieces are of so many letters at most.
    static final int LONGEST = 4;

    private static final int STEPS = 127;

    private final List<String> kinds;

    /// How telling each piece is; what it speaks for stands in `roots`.
    private final NgramWeights pieces;

    /// Of each used bucket in turn, one for each kind.
    private final byte[] roots;

    /// By kind, the largest weight.
    private final float[] largest;

    private final float[] biases;

    /// By kind and byte.
    private final double[][] weights;

    private KindWeights(
            List<String> kinds,
            NgramWeights pieces,
            byte[] roots,
            float[] largest,
            float[] biases) {
        this.kinds = List.copyOf(kinds);
        this.pieces = pieces;
        this.roots = roots;
        this.largest = largest;
        this.biases = biases;
        this.weights = new double[kinds.size()][2 * STEPS + 1];
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int step = -STEPS; step <= STEPS; step++) {
                double root = step / (double) STEPS;
                weights[kind][step + STEPS] = largest[kind] * root * Math.abs(root);
            }
        }
    }

    /// @param rarity of every bucket
    /// @param answers one for each kind
    static KindWeights of(List<String> kinds, float[] rarity, List<PieceSpace.Answer> answers) {
        NgramWeights pieces = NgramWeights.of(rarity, new float[rarity.length]);
        float[] largest = new float[kinds.size()];
        float[] biases = new float[kinds.size()];
        byte[] roots = new byte[pieces.size() * kinds.size()];
        int[] buckets = pieces.buckets();
        for (int kind = 0; kind < kinds.size(); kind++) {
            PieceSpace.Answer answer = answers.get(kind);
            biases[kind] = answer.bias();
            for (float weight : answer.weights()) {
                largest[kind] = Math.max(largest[kind], Math.abs(weight));
            }
            for (int place = 0; place < buckets.length; place++) {
                double share = answer.weights()[buckets[place]] / Math.max(1e-9, largest[kind]);
                roots[place * kinds.size() + kind] =
                        (byte) Math.round(STEPS * Math.signum(share) * Math.sqrt(Math.abs(share)));
            }
        }
        return new KindWeights(kinds, pieces.weighing(new float[0]), roots, largest, biases);
    }

    /// Tells none.
    static KindWeights none() {
        return of(List.of(), new float[1 << WordingLine.BITS], List.of());
    }

    static KindWeights read(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        String[] kinds = new String[size];
        float[] largest = new float[size];
        float[] biases = new float[size];
        for (int kind = 0; kind < size; kind++) {
            kinds[kind] = in.readUTF();
            largest[kind] = in.readFloat();
            biases[kind] = in.readFloat();
        }
        NgramWeights pieces = SealedFile.readScales(in, WordingLine.BITS);
        byte[] roots = new byte[pieces.size() * size];
        in.readFully(roots);
        return new KindWeights(List.of(kinds), pieces, roots, largest, biases);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(kinds.size());
        for (int kind = 0; kind < kinds.size(); kind++) {
            out.writeUTF(kinds.get(kind));
            out.writeFloat(largest[kind]);
            out.writeFloat(biases[kind]);
        }
        SealedFile.writeScales(out, pieces);
        out.write(roots);
    }

    List<String> kinds() {
        return kinds;
    }

    /// How much a text of these pieces is of each kind; above 0 where it rather is.
    double[] answers(Buckets buckets) {
        double[] sums = new double[kinds.size()];
        double squares = WordingModel.Weights.SMOOTHING;
        for (int i = 0; i < buckets.size(); i++) {
            int place = pieces.place(buckets.bucket(i));
            if (place != NgramWeights.UNUSED) {
                double scale = pieces.scaleAt(place);
                squares += scale * scale;
                for (int kind = 0; kind < sums.length; kind++) {
                    sums[kind] += scale * weight(place, kind);
                }
            }
        }
        double unit = 1 / Math.sqrt(squares);
        for (int kind = 0; kind < sums.length; kind++) {
            sums[kind] = biases[kind] + unit * sums[kind];
        }
        return sums;
    }

    /// What a bucket adds to the answer for one kind rather than another, but for the text's unit.
    double product(int bucket, int kind, int other) {
        int place = pieces.place(bucket);
        return place == NgramWeights.UNUSED
                ? 0
                : pieces.scaleAt(place) * (weight(place, kind) - weight(place, other));
    }

    private double weight(int place, int kind) {
        return weights[kind][roots[place * kinds.size() + kind] + STEPS];
    }
}
