package lurewatch.indexer.search;

import java.util.Optional;
import lurewatch.indexer.search.Lexeme.Form;
import lurewatch.indexer.search.Lexeme.Value;

/// The two ends of a range as written: `a..b`, `[a TO b]`, `{a TO b}`; an end that is missing or
/// `*` is open.
///
/// @param lowAt where the lower end stands in the query
/// @param includesLow whether the range starts with `low` or behind it
record Bounds(
        Optional<String> low,
        int lowAt,
        boolean includesLow,
        Optional<String> high,
        int highAt,
        boolean includesHigh) {
    private static final String TO = " TO ";

    /// The value's two ends, or empty where it is no range.
    static Optional<Bounds> of(Value value) throws QueryException {
        String text = value.text();
        if (value.form() == Form.BRACKETED) {
            return Optional.of(bracketed(value));
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            return Optional.empty();
        }
        if (text.length() == 2) {
            throw new QueryException("this range has no end at all", value.at());
        }
        return Optional.of(
                new Bounds(
                        end(text.substring(0, dots)),
                        value.at(),
                        true,
                        end(text.substring(dots + 2)),
                        value.at() + dots + 2,
                        true));
    }

    private static Bounds bracketed(Value value) throws QueryException {
        String text = value.text();
        String inner = text.substring(1, text.length() - 1);
        int to = inner.toUpperCase(java.util.Locale.ROOT).indexOf(TO);
        if (to < 0) {
            throw new QueryException("a range is written [a TO b] or a..b", value.at());
        }
        return new Bounds(
                end(inner.substring(0, to)),
                value.at() + 1,
                text.startsWith("["),
                end(inner.substring(to + TO.length())),
                value.at() + 1 + to + TO.length(),
                text.endsWith("]"));
    }

    private static Optional<String> end(String written) {
        String end = written.strip();
        return end.isEmpty() || end.equals("*") ? Optional.empty() : Optional.of(end);
    }
}
