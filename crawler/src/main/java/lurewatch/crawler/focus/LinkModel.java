package lurewatch.crawler.focus;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/// What links led to: a logistic regression on what they show, taught one example at a time with
/// the score of the page behind each (AdaGrad: Duchi, Hazan and Singer, JMLR 2011). Mutable; one
/// owner.
public final class LinkModel {
    /// A power of two; collisions of rare pieces cost little.
    private static final int SIZE = 1 << 13;

    private static final double RATE = 0.15;

    /// Fewer examples say nothing of links in general.
    private static final long ENOUGH = 100;

    private final float[] weights = new float[SIZE + 1];
    private final float[] squares = new float[SIZE + 1];
    private long examples;

    /// Whether enough was seen to go by.
    public boolean isTaught() {
        return examples >= ENOUGH;
    }

    public long examples() {
        return examples;
    }

    /// How relevant the page behind a link is likely to be, 0 to 1.
    public double promise(Link link) {
        return sigmoid(sum(LinkFeatures.of(link, SIZE)));
    }

    /// Learns how relevant the page behind a link was, 0 to 1.
    public void learn(Link link, double relevance) {
        int[] features = LinkFeatures.of(link, SIZE);
        double share = 1 / Math.sqrt(features.length);
        double error = sigmoid(sum(features)) - relevance;
        for (int feature : features) {
            step(feature, error * share);
        }
        step(SIZE, error);
        examples++;
    }

    private void step(int at, double gradient) {
        squares[at] += (float) (gradient * gradient);
        weights[at] -= (float) (RATE * gradient / Math.sqrt(squares[at] + 1e-4));
    }

    private double sum(int[] features) {
        double sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return weights[SIZE] + sum / Math.sqrt(Math.max(1, features.length));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// All that was learnt, to be stored.
    public byte[] memory() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * (SIZE + 1) * Float.BYTES);
        bytes.asFloatBuffer().put(weights).put(squares);
        return bytes.array();
    }

    /// Goes on from what was stored; a memory of another size is one of another version, and is
    /// forgotten.
    public void restore(byte[] memory, long examplesSeen) {
        if (memory.length != 2 * (SIZE + 1) * Float.BYTES) {
            return;
        }
        FloatBuffer floats = ByteBuffer.wrap(memory).asFloatBuffer();
        floats.get(weights).get(squares);
        examples = examplesSeen;
    }
}
