package lurewatch.indexer.rules;

import java.util.List;

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
        REGEX,
        /// `a|b ~ c|d`: any of the left words near any of the right ones, in either order.
        NEAR
    }

    /// Between the two sides of a [Kind#NEAR] phrase.
    public static final String NEAR_SIGN = " ~ ";

    /// The words of one side of a [Kind#NEAR] phrase: 0 is left, 1 is right.
    public List<String> side(int side) {
        return List.of(text.split(NEAR_SIGN, -1)[side].split("\\|", -1));
    }
}
