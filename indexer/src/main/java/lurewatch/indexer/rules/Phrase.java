package lurewatch.indexer.rules;

/// One row of the lexicon: words that raise a signal.
///
/// @param language BCP 47, or `und` for any
/// @param weight evidence for a lure, 0.05 to 1, or against one, -1 to -0.05
/// @param origin `file:line`, to be found by whoever wonders
public record Phrase(
        String signal, String language, String text, Kind kind, double weight, String origin) {
    /// How the text of a row is meant.
    public enum Kind {
        LITERAL,
        REGEX
    }
}
