package lurewatch.indexer.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one point in time or stretch of it as a query writes it, always in UTC: `2026`, `2026-08`,
/// `2026-08-15`, `2026-08-15T10:30Z`, `today`, `yesterday`, or how long ago: `12h`, `7d`, `4w`,
/// `6mo`, `1y`.
final class TimeExpression {
    static final String ALLOWED =
            "2026, 2026-08, 2026-08-15, 2026-08-15T10:30Z, today, yesterday, 12h, 7d, 4w, 6mo, 1y, or"
                    + " a range a..b";

    /// A stretch of time.
    ///
    /// @param from its first moment
    /// @param until the first moment behind it; equal to `from` for a point in time
    /// @param relative whether it was written as how long ago
    record Stretch(Instant from, Instant until, boolean relative) {}

    private static final Pattern AGO = Pattern.compile("(\\d{1,5})(h|d|w|mo|y)");

    /// Minutes to some, as in lurewatch.yaml, and months to others.
    private static final Pattern EITHER = Pattern.compile("\\d{1,5}m");

    private final InstantSource clock;

    TimeExpression(InstantSource clock) {
        this.clock = clock;
    }

    /// @param at where it stands in the query
    Stretch read(String written, int at) throws QueryException {
        String text = written.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher ago = AGO.matcher(text);
            if (ago.matches()) {
                Instant then = clock.instant().minus(span(ago.group(1), ago.group(2)));
                return new Stretch(then, then, true);
            }
            if (EITHER.matcher(text).matches()) {
                throw new QueryException(
                        String.format(
                                Locale.ROOT,
                                "'%s' is no time: write %so for months or 12h for hours",
                                written,
                                text),
                        at);
            }
            return absolute(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT, "'%s' is no time; write for example %s", written, ALLOWED),
                    at);
        }
    }

    /// Months and years as round numbers of days: what is asked for is *about* that long ago.
    private static Duration span(String count, String unit) {
        long n = Long.parseLong(count);
        return switch (unit) {
            case "h" -> Duration.ofHours(n);
            case "w" -> Duration.ofDays(7 * n);
            case "mo" -> Duration.ofDays(30 * n);
            case "y" -> Duration.ofDays(365 * n);
            default -> Duration.ofDays(n);
        };
    }

    private Stretch absolute(String text) {
        if (text.contains("t") && text.length() > 10) {
            String zoned = text.matches(".*(z|[+-]\\d{2}:\\d{2})$") ? text : text + "z";
            Instant moment = OffsetDateTime.parse(zoned.toUpperCase(Locale.ROOT)).toInstant();
            return new Stretch(moment, moment, false);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (text) {
            case "today" -> days(today, today.plusDays(1));
            case "yesterday" -> days(today.minusDays(1), today);
            default -> calendar(text);
        };
    }

    private static Stretch calendar(String text) {
        return switch (text.length()) {
            case 4 -> days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1));
            case 7 ->
                    days(
                            YearMonth.parse(text).atDay(1),
                            YearMonth.parse(text).plusMonths(1).atDay(1));
            default -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
        };
    }

    private static Stretch days(LocalDate from, LocalDate until) {
        return new Stretch(
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                until.atStartOfDay().toInstant(ZoneOffset.UTC),
                false);
    }
}
