package lurewatch.indexer.extract;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import lurewatch.indexer.LowerCase;
import org.jspecify.annotations.Nullable;

/// Reads the times that pages claim. Where no zone is named, UTC is taken: a guess of hours at
/// most. Where one is named by letters that we do not know, or that are two zones' (`CST` is
/// China's and Chicago's, `IST` India's and Israel's), the hour says nothing and the day alone is
/// taken.
final class Dates {
    private static final int LONGEST = 120;

    /// 2026-11-03, 2026.11.3. 14:22, 2026年11月3日, 2026년 11월 3일, 26-11-03 14:22:05.
    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "(?:^|\\D)(\\d{4}|\\d{2})\\s*[-./年년]\\s*(\\d{1,2})\\s*[-./月월]\\s*(\\d{1,2})"
                            + "(?:\\D{1,6}(\\d{1,2}):(\\d{2}))?");

    /// 3 Nov 2026, Tue, 03 Nov 2026 14:22:05 +0900 (as in feeds), 3rd November 2026.
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile(
                    "(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+([A-Za-z]{3,9})[\\s.,-]+(\\d{4})"
                            + "(?:\\D{1,6}(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\s*([+-]\\d{4}|[A-Z]{1,5}\\b)?");

    /// November 3, 2026.
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile(
                    "([A-Za-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"
                            + "(?:\\D{1,6}(\\d{1,2}):(\\d{2}))?");

    /// 25/12/2026, 25.12.2026 14:22: day first, as everywhere but in one country.
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(?:^|\\D)(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})(?:\\D{1,6}(\\d{1,2}):(\\d{2}))?");

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /// The letters that feeds and boards put behind a time, of those alone that mean one zone.
    private static final Map<String, ZoneOffset> ZONES =
            zones(
                    """
                    +0 UT UTC GMT Z WET
                    +1 BST CET WAT
                    +2 CEST CAT EET SAST
                    +3 EAT EEST MSK TRT
                    +5 PKT UZT
                    +7 ICT WIB
                    +8 HKT MYT PHT SGT WITA
                    +9 JST KST WIT
                    +10 AEST
                    +11 AEDT
                    +12 NZST
                    +13 NZDT
                    -3 BRT
                    -4 EDT
                    -5 EST CDT
                    -6 MDT
                    -7 MST PDT
                    +05:45 NPT
                    +06:30 MMT
                    """);

    private Dates() {}

    /// The time in a text, if it names one between 1990 and 2100.
    static Optional<Instant> read(String text) {
        String stripped = Prose.shortened(text.strip(), LONGEST);
        if (stripped.length() < 6) {
            return Optional.empty();
        }
        try {
            return iso(stripped)
                    .or(() -> yearFirst(stripped))
                    .or(() -> dayMonthYear(stripped))
                    .or(() -> monthDayYear(stripped))
                    .or(() -> dayFirst(stripped))
                    .filter(Dates::isPlausible);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty(); // the 31st of February: no date
        }
    }

    /// The time so many seconds after the beginning of 1970, if it lies between 1990 and 2100.
    static Optional<Instant> ofSeconds(long seconds) {
        boolean isTime = seconds > 0 && seconds <= Instant.MAX.getEpochSecond();
        return isTime
                ? Optional.of(Instant.ofEpochSecond(seconds)).filter(Dates::isPlausible)
                : Optional.empty();
    }

    /// The time in a text as [#read] has it, or a day, a month or a year by itself, of which the
    /// beginning is meant: the forms of W3C's note on dates, which sitemaps use.
    static Optional<Instant> claimed(String text) {
        return read(text).or(() -> coarse(text)).filter(Dates::isPlausible);
    }

    private static Optional<Instant> coarse(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(startOf(Year.parse(text).atDay(1)));
                case 7 -> Optional.of(startOf(YearMonth.parse(text).atDay(1)));
                default -> Optional.empty();
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isPlausible(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1990 && year < 2100;
    }

    private static Optional<Instant> iso(String text) {
        if (text.length() < 16 || (text.charAt(10) != 'T' && text.charAt(10) != ' ')) {
            return Optional.empty();
        }
        String joined = text.substring(0, 10) + 'T' + text.substring(11);
        try {
            return Optional.of(OffsetDateTime.parse(withColon(joined)).toInstant());
        } catch (DateTimeParseException e) {
            return isoWithoutZone(joined);
        }
    }

    private static Optional<Instant> isoWithoutZone(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // the looser patterns follow
        }
    }

    /// `+0900` as `+09:00`.
    private static String withColon(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        boolean compact = sign > 15 && text.length() == sign + 5 && text.indexOf(':', sign) < 0;
        return compact ? text.substring(0, sign + 3) + ":" + text.substring(sign + 3) : text;
    }

    private static Optional<Instant> yearFirst(String text) {
        Matcher found = YEAR_FIRST.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(found.group(1));
        int month = Integer.parseInt(found.group(2));
        boolean shortYear = year < 100;
        if (month > 12 || (shortYear && (year < 15 || found.group(4) == null))) {
            return Optional.empty();
        }
        return Optional.of(
                at(shortYear ? 2000 + year : year, month, found, 3, 4, 5, ZoneOffset.UTC));
    }

    private static Optional<Instant> dayMonthYear(String text) {
        Matcher found = DAY_MONTH_YEAR.matcher(text);
        if (!found.find() || month(found.group(2)) == 0) {
            return Optional.empty();
        }
        int year = number(found, 3);
        int month = month(found.group(2));
        return zone(found.group(7))
                .map(zone -> at(year, month, found, 1, 4, 5, zone).plusSeconds(number(found, 6)))
                .or(() ->
                        Optional.of(
                                LocalDate.of(year, month, number(found, 1))
                                        .atStartOfDay()
                                        .toInstant(ZoneOffset.UTC)));
    }

    private static Optional<Instant> monthDayYear(String text) {
        Matcher found = MONTH_DAY_YEAR.matcher(text);
        if (!found.find() || month(found.group(1)) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                at(number(found, 3), month(found.group(1)), found, 2, 4, 5, ZoneOffset.UTC));
    }

    private static Optional<Instant> dayFirst(String text) {
        Matcher found = DAY_FIRST.matcher(text);
        if (!found.find() || number(found, 2) > 12) {
            return Optional.empty();
        }
        return Optional.of(at(number(found, 3), number(found, 2), found, 1, 4, 5, ZoneOffset.UTC));
    }

    private static Instant at(
            int year, int month, Matcher found, int day, int hour, int minute, ZoneOffset zone) {
        return LocalDateTime.of(
                        year, month, number(found, day), number(found, hour), number(found, minute))
                .toInstant(zone);
    }

    private static int number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int month(String name) {
        return MONTHS.indexOf(LowerCase.of(name.substring(0, 3))) + 1;
    }

    /// @return empty if the letters are no zone's, or more than one's
    private static Optional<ZoneOffset> zone(@Nullable String name) {
        if (name == null) {
            return Optional.of(ZoneOffset.UTC);
        }
        return Character.isLetter(name.charAt(0))
                ? Optional.ofNullable(ZONES.get(name))
                : Optional.of(ZoneOffset.of(name));
    }

    private static Map<String, ZoneOffset> zones(String table) {
        Map<String, ZoneOffset> zones = new HashMap<>();
        for (String row : table.lines().toList()) {
            StringTokenizer words = new StringTokenizer(row);
            ZoneOffset offset = ZoneOffset.of(words.nextToken());
            while (words.hasMoreTokens()) {
                zones.put(words.nextToken(), offset);
            }
        }
        return Map.copyOf(zones);
    }
}
