package lurewatch.indexer.search;

import java.time.Instant;
import java.util.Optional;
import lurewatch.indexer.search.Lexeme.Condition;
import lurewatch.indexer.search.TimeExpression.Stretch;

/// What a condition on a time allows.
///
/// @param from the first moment, [Instant#MIN] where it is open
/// @param until the first moment that is too late, [Instant#MAX] where it is open
record Times(Instant from, Instant until) {
    static Times of(Condition condition, TimeExpression times) throws QueryException {
        Optional<Bounds> bounds = Bounds.of(condition.value());
        if (bounds.isPresent()) {
            return between(Ranges.checked(condition, bounds.get()), times);
        }
        Stretch stretch = times.read(condition.value().text(), condition.value().at());
        return switch (condition.comparison()) {
            // 7d as such means the last seven days, a date that day, and a moment that second.
            case IS ->
                    stretch.relative()
                            ? new Times(stretch.from(), Instant.MAX)
                            : new Times(stretch.from(), behind(stretch));
            case AT_LEAST -> new Times(stretch.from(), Instant.MAX);
            case MORE -> new Times(behind(stretch), Instant.MAX);
            case AT_MOST -> new Times(Instant.MIN, behind(stretch));
            case LESS -> new Times(Instant.MIN, stretch.from());
        };
    }

    private static Times between(Bounds bounds, TimeExpression times) throws QueryException {
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        if (bounds.low().isPresent()) {
            Stretch low = times.read(bounds.low().get(), bounds.lowAt());
            from = bounds.includesLow() ? low.from() : behind(low);
        }
        if (bounds.high().isPresent()) {
            Stretch high = times.read(bounds.high().get(), bounds.highAt());
            until = bounds.includesHigh() ? behind(high) : high.from();
        }
        if (!from.isBefore(until)) {
            throw new QueryException("this range ends before it starts", bounds.lowAt());
        }
        return new Times(from, until);
    }

    /// A moment lasts a millisecond, which is what the index counts in.
    private static Instant behind(Stretch stretch) {
        return stretch.until().equals(stretch.from())
                ? stretch.from().plusMillis(1)
                : stretch.until();
    }
}
