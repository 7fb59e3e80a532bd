package lurewatch.indexer;

/// The exact words that raised something: `text.substring(start, end)` of the raw text is `quote`.
public record Evidence(String quote, int start, int end) {
    public Evidence {
        if (start < 0 || end <= start || quote.length() != end - start) {
            throw new IllegalArgumentException(
                    "evidence does not span its quote: " + start + ".." + end);
        }
    }

    /// The words of `text` from `start` to `end`.
    public static Evidence in(String text, int start, int end) {
        return new Evidence(text.substring(start, end), start, end);
    }
}
