package lurewatch.indexer.search;

import java.io.IOException;
import java.time.Instant;
import lurewatch.indexer.index.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/// How recently a posting was last seen, as a factor that halves with every [#HALF_LIFE_DAYS] days.
///
/// Of all ways to prefer the recent, this is the one that needs no clock: between two postings the
/// quotient of the factors depends on the days between them alone, so that the same hits stand in
/// the same order whenever somebody asks. For ranking the factor is counted from a fixed day, for
/// people from the day they ask. Days are whole days in UTC, and the powers of two come from a
/// table, so that a factor is the same to the last bit on every machine.
final class Freshness {
    /// Lures are up for days or weeks and their makers busy for months: what was last seen half a
    /// year ago counts half, as much as a score of 0 against one of 100.
    static final int HALF_LIFE_DAYS = 180;

    private static final long MILLIS_OF_DAY = 86_400_000;

    /// 2025-01-01; what was seen later counts more than one, what was seen before less. That day
    /// keeps factors far from the ends of a float for longer than a life.
    private static final long REFERENCE_DAY = 20_089;

    /// Dates from broken clocks stay within what a float holds.
    private static final int MOST_HALVINGS = 100;

    private static final double[] OF_DAY = new double[HALF_LIFE_DAYS];

    static {
        for (int day = 0; day < HALF_LIFE_DAYS; day++) {
            OF_DAY[day] = StrictMath.pow(2, (double) day / HALF_LIFE_DAYS);
        }
    }

    private Freshness() {}

    /// Days between a posting's last sighting and a moment; negative if it was seen later.
    static long daysBetween(Instant lastSeen, Instant moment) {
        return day(moment.toEpochMilli()) - day(lastSeen.toEpochMilli());
    }

    /// The factor of what was last seen that many days ago; 1 for today.
    static double after(long days) {
        return power(-days);
    }

    /// What a posting's score and last sighting multiply relevance by.
    static DoubleValuesSource timesPrior() {
        return TimesPrior.INSTANCE;
    }

    private static double sinceReference(long millis) {
        return power(day(millis) - REFERENCE_DAY);
    }

    private static double power(long days) {
        long halvings = Math.floorDiv(days, (long) HALF_LIFE_DAYS);
        int bounded = Math.clamp(halvings, -MOST_HALVINGS, MOST_HALVINGS);
        return Math.scalb(OF_DAY[(int) Math.floorMod(days, (long) HALF_LIFE_DAYS)], bounded);
    }

    private static long day(long millis) {
        return Math.floorDiv(millis, MILLIS_OF_DAY);
    }

    private static final class TimesPrior extends DoubleValuesSource {
        static final TimesPrior INSTANCE = new TimesPrior();

        @Override
        public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores)
                throws IOException {
            NumericDocValues prior = DocValues.getNumeric(leaf.reader(), IndexSchema.PRIOR);
            SortedNumericDocValues last =
                    DocValues.getSortedNumeric(leaf.reader(), IndexSchema.LAST_SEEN);
            return new DoubleValues() {
                @Override
                public double doubleValue() throws IOException {
                    return Double.longBitsToDouble(prior.longValue())
                            * sinceReference(last.nextValue());
                }

                @Override
                public boolean advanceExact(int document) throws IOException {
                    return prior.advanceExact(document) && last.advanceExact(document);
                }
            };
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return true;
        }

        @Override
        public int hashCode() {
            return TimesPrior.class.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TimesPrior;
        }

        @Override
        public String toString() {
            return "prior and freshness";
        }
    }
}
