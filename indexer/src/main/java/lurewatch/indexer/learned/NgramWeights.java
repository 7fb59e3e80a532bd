package lurewatch.indexer.learned;

import java.util.Arrays;

/// What each bucket of n-grams weighs. Most buckets were never seen and weigh nothing: a map of
/// bits says which, so that a text's many rare n-grams need not wait for memory, and only the
/// others take any.
final class NgramWeights {
    /// The place of buckets that are not used.
    static final int UNUSED = -1;

    private final long[] used;

    /// By each word of `used`, how many used buckets lie before it.
    private final int[] before;

    /// Of the used buckets, in their order.
    private final float[] scale;

    private final float[] weight;

    private NgramWeights(long[] used, int[] before, float[] scale, float[] weight) {
        this.used = used;
        this.before = before;
        this.scale = scale;
        this.weight = weight;
    }

    /// Takes the last two arrays over.
    ///
    /// @param room how many buckets there are
    /// @param buckets the used ones, ascending
    /// @param scale how telling each of them is by itself
    /// @param weight what the regression makes of each beside all others
    static NgramWeights of(int room, int[] buckets, float[] scale, float[] weight) {
        long[] used = new long[(room >>> 6) + 1];
        for (int bucket : buckets) {
            used[bucket >>> 6] |= 1L << bucket;
        }
        int[] before = new int[used.length];
        for (int word = 1; word < used.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(used[word - 1]);
        }
        return new NgramWeights(used, before, scale, weight);
    }

    /// @param scale of every bucket; 0 for those that were hardly seen and are not used
    /// @param weight of every bucket
    static NgramWeights of(float[] scale, float[] weight) {
        int[] buckets = new int[scale.length];
        float[] scales = new float[scale.length];
        float[] weights = new float[scale.length];
        int size = 0;
        for (int bucket = 0; bucket < scale.length; bucket++) {
            if (scale[bucket] != 0) {
                buckets[size] = bucket;
                scales[size] = scale[bucket];
                weights[size++] = weight[bucket];
            }
        }
        return of(
                scale.length,
                Arrays.copyOf(buckets, size),
                Arrays.copyOf(scales, size),
                Arrays.copyOf(weights, size));
    }

    /// The same buckets, as telling as they are.
    ///
    /// @param weights of the used ones, in their order
    NgramWeights weighing(float[] weights) {
        return new NgramWeights(used, before, scale, weights);
    }

    /// How many buckets are used.
    int size() {
        return scale.length;
    }

    /// The used ones, ascending.
    int[] buckets() {
        int[] buckets = new int[size()];
        int next = 0;
        for (int word = 0; word < used.length; word++) {
            for (long left = used[word]; left != 0; left &= left - 1) {
                buckets[next++] = (word << 6) + Long.numberOfTrailingZeros(left);
            }
        }
        return buckets;
    }

    boolean isUsed(int bucket) {
        return place(bucket) != UNUSED;
    }

    /// How many used buckets lie before a used one; [#UNUSED] of others.
    int place(int bucket) {
        long word = used[bucket >>> 6];
        long bit = 1L << bucket;
        return (word & bit) == 0 ? UNUSED : before[bucket >>> 6] + Long.bitCount(word & (bit - 1));
    }

    float scaleAt(int place) {
        return scale[place];
    }

    float weightAt(int place) {
        return weight[place];
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
            int place = place(buckets.bucket(i));
            if (place != UNUSED) {
                double value = scale[place];
                squares += value * value;
            }
        }
        return squares;
    }

    /// What a bucket adds to the answer, but for the text's unit.
    double product(int bucket) {
        int place = place(bucket);
        return place == UNUSED ? 0 : (double) weight[place] * scale[place];
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
