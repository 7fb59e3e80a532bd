package lurewatch.indexer.search;

import java.util.Optional;

/// A query that cannot be understood or would cost too much: what is wrong, where, and where there
/// is an obvious one, a query that would work.
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final String correction;

    QueryException(String message, int position) {
        this(message, position, "");
    }

    QueryException(String message, int position, String correction) {
        super(message);
        this.position = position;
        this.correction = correction;
    }

    /// The same mistake with another corrected form, or with none where it is empty.
    QueryException correctedBy(String better) {
        return better.equals(correction)
                ? this
                : new QueryException(String.valueOf(getMessage()), position, better);
    }

    /// Where in the query, in UTF-16 units; the query's length where something is missing at its
    /// end.
    public int position() {
        return position;
    }

    /// The query with this one mistake corrected.
    public Optional<String> correction() {
        return correction.isEmpty() ? Optional.empty() : Optional.of(correction);
    }
}
