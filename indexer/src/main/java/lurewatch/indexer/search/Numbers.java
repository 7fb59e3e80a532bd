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

    /// Which values a typed number stands for.
    private interface Width {
        Numbers of(double number);
    }

    static Numbers of(Condition condition, double tolerance) throws QueryException {
        return of(condition, tolerance, Numbers::read);
    }

    /// @param tolerance how far a value may be from a number that is asked for as such
    static Numbers of(Condition condition, double tolerance, Reading reading)
            throws QueryException {
        return of(condition, reading, number -> around(number, tolerance), Numbers::exactly);
    }

    /// Of values that are shown rounded half up: a number that can be shown stands for all values
    /// that are shown as it, however they are compared; any other number for itself.
    ///
    /// @param step from one number that can be shown to the next
    static Numbers asShown(Condition condition, double step) throws QueryException {
        return of(
                condition,
                Numbers::read,
                number -> around(number, step / 2),
                number -> isMultiple(number, step) ? around(number, step / 2) : exactly(number));
    }

    /// Typed with decimals, a multiple is one but for what doubles lose.
    private static boolean isMultiple(double number, double step) {
        double times = number / step;
        return Math.abs(times - Math.rint(times)) < 1e-6;
    }

    private static Numbers of(Condition condition, Reading reading, Width alone, Width end)
            throws QueryException {
        Optional<Bounds> bounds = Bounds.of(condition.value());
        if (bounds.isPresent()) {
            return between(condition, bounds.get(), reading, end);
        }
        double number = reading.read(condition, condition.value().text(), condition.value().at());
        Numbers meant = end.of(number);
        return switch (condition.comparison()) {
            case IS -> alone.of(number);
            case AT_LEAST -> new Numbers(meant.low, Double.POSITIVE_INFINITY);
            case MORE -> new Numbers(Math.nextUp(meant.high), Double.POSITIVE_INFINITY);
            case AT_MOST -> new Numbers(Double.NEGATIVE_INFINITY, meant.high);
            case LESS -> new Numbers(Double.NEGATIVE_INFINITY, Math.nextDown(meant.low));
        };
    }

    /// What is half of it above is the next number's already.
    private static Numbers around(double number, double tolerance) {
        return tolerance == 0
                ? exactly(number)
                : new Numbers(number - tolerance, Math.nextDown(number + tolerance));
    }

    private static Numbers exactly(double number) {
        return new Numbers(number, number);
    }

    private static Numbers between(Condition condition, Bounds bounds, Reading reading, Width width)
            throws QueryException {
        bounds = Ranges.checked(condition, bounds);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        if (bounds.low().isPresent()) {
            Numbers end = width.of(reading.read(condition, bounds.low().get(), bounds.lowAt()));
            low = bounds.includesLow() ? end.low : Math.nextUp(end.high);
        }
        if (bounds.high().isPresent()) {
            Numbers end = width.of(reading.read(condition, bounds.high().get(), bounds.highAt()));
            high = bounds.includesHigh() ? end.high : Math.nextDown(end.low);
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
