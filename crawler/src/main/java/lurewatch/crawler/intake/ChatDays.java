package lurewatch.crawler.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// The days that a chat's file names, each as the phone's language writes days: `01/08/2026` may be
/// of January or of August. The whole file tells, by numbers that can be no month and by days that
/// go on as time does; where it does not, such a day stays unknown.
final class ChatDays {
    private static final Pattern NUMBERS =
            Pattern.compile(
                    "\\P{Nd}{0,3}(\\p{Nd}{1,4})\\P{Nd}{1,3}(\\p{Nd}{1,2})\\P{Nd}{1,3}(\\p{Nd}{1,4})\\P{Nd}{0,2}");

    private static final Pattern NAMED =
            Pattern.compile("(\\p{L}{3})\\p{L}{0,6}\\W(\\p{Nd}{1,2}),\\W(\\p{Nd}{4})");

    private static final Map<String, Integer> MONTHS = months();

    /// In Thailand years are counted from the death of the Buddha.
    private static final int BUDDHIST = 543;

    private static final int FIRST_BUDDHIST = 2400;
    private static final int CENTURY = 2000;

    private boolean mayBeDayFirst = true;
    private boolean mayBeMonthFirst = true;
    private Optional<LocalDate> lastDayFirst = Optional.empty();
    private Optional<LocalDate> lastMonthFirst = Optional.empty();

    /// Learns from a day, in the file's order.
    void learn(String written) {
        Matcher numbers = NUMBERS.matcher(written);
        if (numbers.matches() && !isYear(numbers.group(1))) {
            Optional<LocalDate> dayFirst = date(numbers, 1, 2);
            Optional<LocalDate> monthFirst = date(numbers, 2, 1);
            mayBeDayFirst &= goesOn(lastDayFirst, dayFirst);
            mayBeMonthFirst &= goesOn(lastMonthFirst, monthFirst);
            lastDayFirst = dayFirst.or(() -> lastDayFirst);
            lastMonthFirst = monthFirst.or(() -> lastMonthFirst);
        }
    }

    /// A day before the last one tells nothing of the order but that it is not this one.
    private static boolean goesOn(Optional<LocalDate> last, Optional<LocalDate> next) {
        return next.isPresent() && last.filter(next.get()::isBefore).isEmpty();
    }

    /// The day that is meant.
    Optional<LocalDate> of(String written) {
        Matcher named = NAMED.matcher(written);
        if (named.matches()) {
            Integer month = MONTHS.get(LowerCase.of(named.group(1)));
            return month == null
                    ? Optional.empty()
                    : date(number(named.group(3)), month, number(named.group(2)));
        }
        Matcher numbers = NUMBERS.matcher(written);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        if (isYear(numbers.group(1))) {
            return date(year(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)));
        }
        if (mayBeDayFirst == mayBeMonthFirst) {
            return date(numbers, 1, 2).filter(day -> date(numbers, 2, 1).equals(Optional.of(day)));
        }
        return mayBeDayFirst ? date(numbers, 1, 2) : date(numbers, 2, 1);
    }

    private static Optional<LocalDate> date(Matcher numbers, int day, int month) {
        return date(
                year(numbers.group(3)), number(numbers.group(month)), number(numbers.group(day)));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4;
    }

    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() <= 2) {
            return CENTURY + year;
        }
        return year >= FIRST_BUDDHIST ? year - BUDDHIST : year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        String names = "janfebmaraprmayjunjulaugsepoctnovdec";
        for (int month = 0; month < 12; month++) {
            months.put(names.substring(3 * month, 3 * month + 3), month + 1);
        }
        return months;
    }
}
