package lurewatch.indexer.fraud;

/// What each bucket of n-grams weighs.
///
/// @param scale how telling a bucket is by itself: its rarity times how much more frequent it is in
///   fraudulent ads (a logarithm). 0 for buckets that were hardly seen
/// @param weight what the regression makes of it beside all others
@SuppressWarnings("ArrayRecordComponent") // never compared
record NgramWeights(float[] scale, float[] weight) {
    /// By what a text's values are multiplied, so that long ones do not count more: together they
    /// have length 1. 0 for a text without any.
    double unit(Buckets buckets) {
        double squares = 0;
        for (int i = 0; i < buckets.size(); i++) {
            double value = scale[buckets.bucket(i)];
            squares += value * value;
        }
        return squares == 0 ? 0 : 1 / Math.sqrt(squares);
    }

    /// What a bucket adds to the answer, but for the text's unit.
    double product(int bucket) {
        return (double) weight[bucket] * scale[bucket];
    }

    double answer(Buckets buckets) {
        double sum = 0;
        for (int i = 0; i < buckets.size(); i++) {
            sum += product(buckets.bucket(i));
        }
        return sum * unit(buckets);
    }
}
