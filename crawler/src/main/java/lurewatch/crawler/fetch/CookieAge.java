package lurewatch.crawler.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// Whether a cookie is over: the way in which servers take one back.
final class CookieAge {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /// A day, a month and a year, however they are parted; servers write a dozen forms.
    private static final Pattern DATE =
            Pattern.compile(
                    "(?<day>[0-9]{1,2})[ -](?<month>[A-Za-z]{3})[A-Za-z]{0,6}[ -](?<year>[0-9]{2,4})(?![0-9:])");

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,20}");

    private CookieAge() {}

    /// @param attributes of the cookie, names in lower case
    static boolean isOver(Map<String, String> attributes, Instant now) {
        String seconds = attributes.getOrDefault("max-age", "");
        if (SECONDS.matcher(seconds).matches()) {
            return seconds.startsWith("-") || seconds.chars().allMatch(c -> c == '0');
        }
        Matcher date = DATE.matcher(attributes.getOrDefault("expires", ""));
        return date.find() && isBefore(date, now.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /// To the day: a visit lasts minutes, and whoever takes a cookie back names a day long past.
    private static boolean isBefore(Matcher date, LocalDate today) {
        int month = MONTHS.indexOf(LowerCase.of(date.group("month"))) + 1;
        int written = Integer.parseInt(date.group("year"));
        int year = written < 70 ? written + 2000 : written < 100 ? written + 1900 : written;
        try {
            return LocalDate.of(year, month, Integer.parseInt(date.group("day"))).isBefore(today);
        } catch (DateTimeException _) {
            return false; // no day at all: as if nothing were said
        }
    }
}
