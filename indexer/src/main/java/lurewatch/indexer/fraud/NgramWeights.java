package lurewatch.indexer.fraud;

/// What each bucket of one kind of n-gram weighs.
///
/// @param scale how telling a bucket is by itself: its rarity times how much more frequent it is in
///   fraudulent ads (a logarithm). 0 for buckets that were hardly seen
/// @param weight what the regression makes of it beside all others
/// @param share the length of this kind's part of a text's vector, 1 for the most important one
@SuppressWarnings("ArrayRecordComponent") // never compared
record NgramWeights(float[] scale, float[] weight, double share) {
    /// The length by which a text's values are divided, so that long ones do not count more.
    double length(Buckets buckets) {
        double squares = 0;
        for (int i = 0; i < buckets.size(); i++) {
            double value = scale[buckets.bucket(i)];
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    /// The value of a text's bucket in its vector.
    double value(int bucket, double length) {
        return length == 0 ? 0 : share * scale[bucket] / length;
    }
}
