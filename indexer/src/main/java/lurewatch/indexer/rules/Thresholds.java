package lurewatch.indexer.rules;

/// Where classes begin, in points of 100.
///
/// @param review from here on a person should look
/// @param lure from here on it is called a lure
public record Thresholds(double review, double lure) {
    public Thresholds {
        if (!(review > 0 && review < lure && lure < 100)) {
            throw new IllegalArgumentException("needs 0 < review < lure < 100");
        }
    }
}
