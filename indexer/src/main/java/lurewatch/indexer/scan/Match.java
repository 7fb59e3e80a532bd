package lurewatch.indexer.scan;

/// Where the raw text shows a target.
///
/// @param disguised whether it was written so that a plain search would miss it
public record Match(Target target, int start, int end, boolean disguised) {
    public boolean liesWithin(int from, int to) {
        return from <= start && end <= to;
    }

    public int length() {
        return end - start;
    }
}
