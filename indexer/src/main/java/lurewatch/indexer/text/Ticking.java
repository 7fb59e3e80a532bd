package lurewatch.indexer.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a text that somebody changed from one in which time went by: clocks, ages and counters.
///
/// A clock is known by having gone on as long as passed between two visits, an age by its words in
/// any language or by having grown as much, a counter by its words or, at the second time, by
/// changing again where nothing else does.
public final class Ticking {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<date>(?<![\\p{Nd}./-])(?<d1>\\p{Nd}{1,4})(?<sep>[-./])(?<d2>\\p{Nd}{1,2})\\k<sep>(?<d3>\\p{Nd}{1,4})(?!\\p{Nd}))"
                            + "|(?<time>(?<![\\p{Nd}:.])(?<h>\\p{Nd}{1,2}):(?<m>\\p{Nd}{2})(?::\\p{Nd}{2})?(?![\\p{Nd}:]))"
                            + "|(?<day>(?<![\\p{Nd}./-])(?<m1>\\p{Nd}{1,2})[-./](?<m2>\\p{Nd}{1,2})(?![\\p{Nd}]|[-./]\\p{Nd}))"
                            + "|(?<number>\\p{Nd}+(?:[.,'’\u00a0\u202f]\\p{Nd}{3})*(?:[.,]\\p{Nd}+)?)");

    /// Longer ones are names: telephones, accounts, ids.
    private static final int LONGEST_NUMBER = 9;

    private static final int LONGEST_AGE = 9_999;

    /// Letters of a line that says next to nothing but its numbers.
    private static final int SHORT_LINE = 40;

    private static final int LONGEST_STILLED = 1 << 16;

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    /// Seconds are left out: nearly any number grows so.
    private static final List<ChronoUnit> UNITS =
            List.of(
                    ChronoUnit.MINUTES,
                    ChronoUnit.HOURS,
                    ChronoUnit.DAYS,
                    ChronoUnit.WEEKS,
                    ChronoUnit.MONTHS,
                    ChronoUnit.YEARS);

    private Ticking() {}

    /// A number in a text that became another.
    ///
    /// @param line counted from 0
    /// @param ordinal among the line's numbers, from 0
    /// @param grows whether it is larger in the later text
    public record Slot(int line, int ordinal, boolean grows) {}

    /// What is left of a text when time does not count: no ages, clocks, dates and counters. Only
    /// the beginning of a very long one is looked at.
    public static String still(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_STILLED));
        String signed = signed(beginning).replace(RelativeTimes.SIGN, '#');
        Matcher matcher = NUMBER.matcher(signed).useTransparentBounds(true);
        StringBuilder still = new StringBuilder();
        int done = 0;
        int digit = digit(signed, 0);
        // A number begins with each digit, and most of a text has none.
        while (matcher.region(digit, signed.length()).lookingAt()) {
            if (matcher.group("time") != null || date(matcher).isPresent()) {
                still.append(signed, done, digit).append('#');
                done = matcher.end();
            }
            digit = digit(signed, matcher.end());
        }
        return still.append(signed, done, signed.length())
                .append(text, beginning.length(), text.length())
                .toString();
    }

    /// The first digit from there, or the end.
    private static int digit(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (Character.isDigit(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /// How one text became another, line by line: the numbers whose change nothing explains. Empty
    /// where more than numbers changed.
    public static Optional<Set<Slot>> between(
            List<String> before, Instant then, List<String> after, Instant now) {
        if (before.size() != after.size()) {
            return Optional.empty();
        }
        Set<Slot> slots = new HashSet<>();
        for (int i = 0; i < before.size(); i++) {
            String was = before.get(i);
            String is = after.get(i);
            // What nobody sees, invisible characters, blanks or another form of a letter, is no
            // change.
            if (!was.equals(is) && !CleanView.of(was).text().equals(CleanView.of(is).text())) {
                Line old = Line.of(was);
                Line fresh = Line.of(is);
                if (!fresh.follows(old, i, then, now, slots)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(slots);
    }

    private static String signed(String text) {
        return Counters.without(RelativeTimes.all().signed(text));
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        if (matcher.group("date") == null) {
            return Optional.empty();
        }
        int first = value(matcher.group("d1"));
        int middle = value(matcher.group("d2"));
        int last = value(matcher.group("d3"));
        if (first > 31) {
            return date(first, middle, last);
        }
        return matcher.group("d1").length() <= 2 && last >= 0
                ? date(last, middle, first).or(() -> date(last, first, middle))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        int full = year < 100 ? 2000 + year : year;
        if (full < 1990 || full > 2100) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(full, month, day));
        } catch (DateTimeException _) {
            return Optional.empty(); // three numbers, and no date
        }
    }

    private static int value(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + Character.digit(digits.charAt(i), 10);
        }
        return value;
    }

    /// What a number in a line is.
    private sealed interface Item {}

    /// A time as seen from now.
    private record Age() implements Item {}

    /// @param minutes of the day
    private record Clock(int minutes) implements Item {}

    private record Date(LocalDate date) implements Item {}

    /// A day of the month without its year, whichever of the two numbers is the month.
    private record Day(int one, int other) implements Item {
        boolean isNear(Instant time) {
            LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
            return is(day) || is(day.minusDays(1)) || is(day.plusDays(1));
        }

        private boolean is(LocalDate day) {
            int month = day.getMonthValue();
            int inMonth = day.getDayOfMonth();
            return (one == month && other == inMonth) || (one == inMonth && other == month);
        }
    }

    private record Amount(long value) implements Item {}

    /// A line with its numbers taken out.
    private record Line(String rest, boolean isShort, List<Item> items) {
        static Line of(String text) {
            List<Item> items = new ArrayList<>();
            StringBuilder rest = new StringBuilder();
            String signed = signed(text);
            Matcher matcher = NUMBER.matcher(signed);
            int done = 0;
            while (matcher.find()) {
                addSigns(signed, done, matcher.start(), rest, items);
                done = matcher.end();
                Optional<Item> item = item(matcher);
                rest.append(item.map(Line::sign).orElse(matcher.group()));
                item.ifPresent(items::add);
            }
            addSigns(signed, done, signed.length(), rest, items);
            long letters = rest.codePoints().filter(Character::isLetter).count();
            return new Line(rest.toString().strip(), letters <= SHORT_LINE, items);
        }

        private static void addSigns(
                String text, int start, int end, StringBuilder rest, List<Item> items) {
            for (int i = start; i < end; i++) {
                rest.append(text.charAt(i));
                if (text.charAt(i) == RelativeTimes.SIGN) {
                    items.add(new Age());
                }
            }
        }

        private static Optional<Item> item(Matcher matcher) {
            if (matcher.group("date") != null) {
                return date(matcher).map(Date::new);
            }
            if (matcher.group("time") != null) {
                int hours = value(matcher.group("h"));
                int minutes = value(matcher.group("m"));
                return hours < 25 && minutes < 60
                        ? Optional.of(new Clock(60 * hours + minutes))
                        : Optional.empty();
            }
            if (matcher.group("day") != null) {
                return Optional.of(new Day(value(matcher.group("m1")), value(matcher.group("m2"))));
            }
            String digits = matcher.group().replaceAll("\\P{Nd}", "");
            return digits.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(new Amount(value(digits)));
        }

        /// Times of all kinds may take each other's place: a board says *14:05* on the day, *3 days
        /// ago* in the week, and then the date.
        private static String sign(Item item) {
            return item instanceof Amount ? "0" : String.valueOf(RelativeTimes.SIGN);
        }

        boolean follows(Line before, int line, Instant then, Instant now, Set<Slot> slots) {
            if (!rest.equals(before.rest) || items.size() != before.items.size()) {
                return false;
            }
            for (int i = 0; i < items.size(); i++) {
                Item old = before.items.get(i);
                Item fresh = items.get(i);
                if (old.equals(fresh)) {
                    continue;
                }
                if (old instanceof Amount(long was) && fresh instanceof Amount(long is)) {
                    if (!(isShort && isAge(was, is, then, now))) {
                        slots.add(new Slot(line, i, (is > was) == now.isAfter(then)));
                    }
                } else if (!isTimeGoneBy(old, fresh, then, now)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isTimeGoneBy(Item old, Item fresh, Instant then, Instant now) {
            Duration passed = Duration.between(then, now);
            return switch (old) {
                case Age _ -> !(fresh instanceof Amount);
                case Clock(int was) ->
                        switch (fresh) {
                            case Clock(int is) -> isClock(is - was, passed);
                            case Day day -> day.isNear(then);
                            case Age _, Date _ -> true;
                            case Amount _ -> false;
                        };
                case Date(LocalDate was) ->
                        fresh instanceof Date(LocalDate is)
                                && isCalendar(ChronoUnit.DAYS.between(was, is), passed);
                case Day was -> fresh instanceof Day is && was.isNear(then) && is.isNear(now);
                case Amount _ -> false;
            };
        }

        /// Also where it counts to twelve.
        private static boolean isClock(int minutes, Duration passed) {
            long difference = Math.floorMod(passed.toMinutes() - minutes, 720L);
            return Math.min(difference, 720 - difference) <= CLOCKS_DIFFER.toMinutes();
        }

        private static boolean isCalendar(long days, Duration passed) {
            return Math.abs(24 * days - passed.toHours()) < 24;
        }

        /// Whether a number grew, or shrank, as the time did in some unit.
        private static boolean isAge(long was, long is, Instant then, Instant now) {
            long steps = Math.abs(is - was);
            double passed = Math.abs(Duration.between(then, now).toMillis());
            return Math.max(was, is) <= LONGEST_AGE
                    && UNITS.stream()
                            .mapToDouble(unit -> passed / unit.getDuration().toMillis())
                            .anyMatch(units ->
                                    units >= 0.5
                                            && steps >= Math.floor(units)
                                            && steps <= Math.ceil(units));
        }
    }
}
