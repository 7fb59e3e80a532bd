package lurewatch.indexer.search;

import java.util.Locale;
import lurewatch.indexer.search.Lexeme.Comparison;
import lurewatch.indexer.search.Lexeme.Condition;

/// What holds for ranges of numbers and of times alike.
final class Ranges {
    private Ranges() {}

    /// The bounds, unless they stand behind `>` or one of its relatives.
    static Bounds checked(Condition condition, Bounds bounds) throws QueryException {
        if (condition.comparison() != Comparison.IS) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "a range stands behind ':', not behind '%s'",
                            condition.comparison().sign),
                    condition.at() + condition.field().length());
        }
        return bounds;
    }
}
