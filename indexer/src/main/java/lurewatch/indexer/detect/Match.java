package lurewatch.indexer.detect;

/// Where the raw text shows a target.
///
/// @param disguised whether it was written so that a plain search would miss it
record Match(Target target, int start, int end, boolean disguised) {
    boolean liesWithin(int from, int to) {
        return from <= start && end <= to;
    }

    int length() {
        return end - start;
    }
}
