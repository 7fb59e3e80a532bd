package lurewatch.searchcli.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// How many postings fall into each day, week, month or year (UTC), those with none included.
///
/// @param buckets in order, without gaps
public record Timeline(Unit unit, List<Bucket> buckets) {
    /// More rows than a screen has are read by nobody; a wider unit says the same.
    private static final int MOST_AUTOMATIC = 60;

    /// Pages claim any date: ten years of days are shown, a thousand are not.
    private static final int MOST_BUCKETS = 4_000;

    /// One row.
    ///
    /// @param from the first day
    public record Bucket(LocalDate from, long postings) {}

    /// How wide a bucket is.
    public enum Unit {
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit width;

        Unit(ChronoUnit width) {
            this.width = width;
        }

        LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                // ISO weeks start on Monday.
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
            };
        }

        LocalDate after(LocalDate start) {
            return start.plus(1, width);
        }

        /// The bucket's name, year always shown: `2026-11-22`, `2026-W47`, `2026-11`, `2026`.
        public String name(LocalDate start) {
            return switch (this) {
                case DAY -> start.toString();
                case WEEK ->
                        String.format(
                                Locale.ROOT,
                                "%d-W%02d",
                                start.get(IsoFields.WEEK_BASED_YEAR),
                                start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                case MONTH -> start.toString().substring(0, 7);
                case YEAR -> Integer.toString(start.getYear());
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Timeline {
        buckets = List.copyOf(buckets);
    }

    /// By that unit.
    ///
    /// @param times in any order, at least one
    public static Timeline of(List<Instant> times, Unit unit) {
        TreeMap<LocalDate, Long> counts = new TreeMap<>();
        times.forEach(time -> counts.merge(unit.startOf(dayOf(time)), 1L, Long::sum));
        return new Timeline(unit, buckets(counts, unit, counts.firstKey(), counts.lastKey()));
    }

    /// By that unit from one day until another, both included; times outside of them do not count.
    public static Timeline between(
            List<Instant> times, Unit unit, LocalDate first, LocalDate last) {
        TreeMap<LocalDate, Long> counts = new TreeMap<>();
        times.forEach(time -> counts.merge(unit.startOf(dayOf(time)), 1L, Long::sum));
        return new Timeline(unit, buckets(counts, unit, unit.startOf(first), unit.startOf(last)));
    }

    private static List<Bucket> buckets(
            TreeMap<LocalDate, Long> counts, Unit unit, LocalDate first, LocalDate last) {
        List<Bucket> buckets = new ArrayList<>();
        for (LocalDate start = first;
                !start.isAfter(last) && buckets.size() < MOST_BUCKETS;
                start = unit.after(start)) {
            buckets.add(new Bucket(start, counts.getOrDefault(start, 0L)));
        }
        return buckets;
    }

    /// By the narrowest unit that fits on a screen.
    public static Timeline of(List<Instant> times) {
        for (Unit unit : List.of(Unit.DAY, Unit.WEEK, Unit.MONTH)) {
            Timeline timeline = of(times, unit);
            if (timeline.buckets().size() <= MOST_AUTOMATIC) {
                return timeline;
            }
        }
        return of(times, Unit.YEAR);
    }

    public long most() {
        return buckets.stream().mapToLong(Bucket::postings).max().orElse(0);
    }

    public long total() {
        return buckets.stream().mapToLong(Bucket::postings).sum();
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
