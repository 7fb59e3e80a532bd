package lurewatch.indexer.search;

import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.search.Lexeme.Condition;

/// What a condition on a number allows, both ends included.
record Numbers(double low, double high) {
    /// Reads a number where it stands in the query.
    interface Reading {
        double read(Condition condition, String written, int at) throws QueryException;
    }

    static Numbers of(Condition condition, double tolerance) throws QueryException {
        return of(condition, tolerance, Numbers::read);
    }

    /// @param tolerance how far a value may be from a number that is asked for as such
    static Numbers of(Condition condition, double tolerance, Reading reading)
            throws QueryException {
        Optional<Bounds> bounds = Bounds.of(condition.value());
        if (bounds.isPresent()) {
            return between(condition, bounds.get(), reading);
        }
        double number = reading.read(condition, condition.value().text(), condition.value().at());
        return switch (condition.comparison()) {
            case IS ->
                    new Numbers(
                            number - tolerance,
                            Math.nextDown(number + tolerance + ulp(tolerance, number)));
            case AT_LEAST -> new Numbers(number, Double.POSITIVE_INFINITY);
            case MORE -> new Numbers(Math.nextUp(number), Double.POSITIVE_INFINITY);
            case AT_MOST -> new Numbers(Double.NEGATIVE_INFINITY, number);
            case LESS -> new Numbers(Double.NEGATIVE_INFINITY, Math.nextDown(number));
        };
    }

    /// With no tolerance the number itself must stay inside.
    private static double ulp(double tolerance, double number) {
        return tolerance > 0 ? 0 : Math.ulp(number);
    }

    private static Numbers between(Condition condition, Bounds bounds, Reading reading)
            throws QueryException {
        bounds = Ranges.checked(condition, bounds);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        if (bounds.low().isPresent()) {
            double end = reading.read(condition, bounds.low().get(), bounds.lowAt());
            low = bounds.includesLow() ? end : Math.nextUp(end);
        }
        if (bounds.high().isPresent()) {
            double end = reading.read(condition, bounds.high().get(), bounds.highAt());
            high = bounds.includesHigh() ? end : Math.nextDown(end);
        }
        if (low > high) {
            throw new QueryException("this range ends before it starts", bounds.lowAt());
        }
        return new Numbers(low, high);
    }

    private static double read(Condition condition, String written, int at) throws QueryException {
        // Double.parseDouble alone would take NaN, 0x1p3 and 70d.
        if (!written.strip().matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' wants a number, not '%s'; for example %s>=70 or %s:[70 TO 100]",
                            condition.field(),
                            written.strip(),
                            condition.field(),
                            condition.field()),
                    at);
        }
        return Double.parseDouble(written.strip());
    }
}
