package lurewatch.indexer.learned;

/// What each bucket of n-grams weighs. Most buckets were never seen and weigh nothing; a map of
/// bits says which, so that a text's many rare n-grams need not wait for memory.
final class NgramWeights {
    private final float[] scale;
    private final float[] weight;
    private final long[] used;

    /// Takes the arrays over.
    ///
    /// @param scale how telling a bucket is by itself; 0 for buckets that were hardly seen
    /// @param weight what the regression makes of it beside all others
    NgramWeights(float[] scale, float[] weight) {
        this.scale = scale;
        this.weight = weight;
        this.used = new long[(scale.length >>> 6) + 1];
        for (int bucket = 0; bucket < scale.length; bucket++) {
            if (scale[bucket] != 0) {
                used[bucket >>> 6] |= 1L << bucket;
            }
        }
    }

    float[] scale() {
        return scale;
    }

    float[] weight() {
        return weight;
    }

    private boolean isUsed(int bucket) {
        return (used[bucket >>> 6] >>> bucket & 1) != 0;
    }

    /// By what a text's values are multiplied, so that long ones do not count more: together they
    /// have length 1. 0 for a text without any.
    double unit(Buckets buckets) {
        double squares = squares(buckets);
        return squares == 0 ? 0 : 1 / Math.sqrt(squares);
    }

    /// The square of the length of a text's vector.
    double squares(Buckets buckets) {
        double squares = 0;
        for (int i = 0; i < buckets.size(); i++) {
            if (isUsed(buckets.bucket(i))) {
                double value = scale[buckets.bucket(i)];
                squares += value * value;
            }
        }
        return squares;
    }

    /// What a bucket adds to the answer, but for the text's unit.
    double product(int bucket) {
        return isUsed(bucket) ? (double) weight[bucket] * scale[bucket] : 0;
    }

    double answer(Buckets buckets) {
        return sum(buckets) * unit(buckets);
    }

    /// What the buckets add up to, but for the text's unit.
    double sum(Buckets buckets) {
        double sum = 0;
        for (int i = 0; i < buckets.size(); i++) {
            sum += product(buckets.bucket(i));
        }
        return sum;
    }
}
