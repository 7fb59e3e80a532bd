package lurewatch.crawler.fetch;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.Header;

/// Reads the header `Retry-After`: seconds, or a date in one of the three forms of RFC 9110. Of
/// several the longest holds: whoever is asked twice to wait, waits.
final class RetryAfter {
    /// A fraction, as some write it, is no reason to come at once.
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,400})(?:[.][0-9]{1,9})?");

    /// The day's name, which nobody needs, and the zone, which is always the same.
    private static final Pattern AROUND_DATE =
            Pattern.compile("^[A-Za-z]{3,9},? +| *(?:GMT|UTC|UT|Z|[+-]0000)$");

    private static final List<DateTimeFormatter> DATES =
            List.of(
                    format(2000, "d MMM ", " H:mm:ss"),
                    format(1970, "d-MMM-", " H:mm:ss"),
                    DateTimeFormatter.ofPattern("MMM d H:mm:ss uuuu", Locale.ROOT));

    /// Nothing asks for longer; what is read as more would overflow sums.
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final BigInteger LONGEST_SECONDS = BigInteger.valueOf(LONGEST.toSeconds());

    private RetryAfter() {}

    /// @param firstYear that two digits can mean
    private static DateTimeFormatter format(int firstYear, String before, String after) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(before)
                .appendValueReduced(ChronoField.YEAR, 2, 4, firstYear)
                .appendPattern(after)
                .toFormatter(Locale.ROOT);
    }

    static Optional<Duration> of(FetchedExchange exchange, Instant now) {
        return exchange.exchange().responseHeaders().stream()
                .filter(header -> header.isNamed("Retry-After"))
                .map(Header::value)
                .flatMap(value -> parse(value.strip(), now).stream())
                .max(Duration::compareTo);
    }

    private static Optional<Duration> parse(String value, Instant now) {
        var seconds = SECONDS.matcher(value);
        if (seconds.matches()) {
            BigInteger asked = new BigInteger(seconds.group(1)).min(LONGEST_SECONDS);
            return Optional.of(Duration.ofSeconds(asked.longValueExact()));
        }
        String date = AROUND_DATE.matcher(value).replaceAll("").replaceAll(" +", " ");
        return DATES.stream()
                .flatMap(format -> date(date, format).stream())
                .findFirst()
                .map(until -> Duration.between(now, until))
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Instant> date(String written, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(written, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty(); // what cannot be understood asks for nothing
        }
    }
}
