package lurewatch.searchcli.leads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PhraseCounts;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.ValueCounts;
import lurewatch.indexer.search.ValueCounts.ValueCount;

/// What is rising: values whose share of the new postings is larger in a window than in the time
/// before it, by more than chance explains.
///
/// Shares are compared, not numbers, so that a crawl that sees more does not make everything rise.
/// Each value gets Fisher's exact p; all values of all fields are one family, in which Benjamini
/// and Hochberg's procedure bounds the share of false discoveries.
///
/// @param rising what is below the bound, the least likely by chance first
/// @param tested how many values were tested
public record Trends(Period window, Period baseline, List<Rise> rising, int tested) {
    /// Values that so few postings have can never be significant; they are not tested. The number
    /// is that of both periods together, which says nothing of which of them it falls into.
    private static final int FEWEST = 3;

    /// Not a field of the index: what postings say in one to three words.
    public static final String PHRASE = "phrase";

    /// Texts are read for their phrases, which takes time; so many tell what is on the rise.
    public static final int MOST_IN_WINDOW = 3_000;

    public static final int MOST_IN_BASELINE = 6_000;

    /// A stretch of time and the new postings in it.
    ///
    /// @param until the first moment behind it
    public record Period(Instant from, Instant until, long postings) {}

    /// A value on the rise.
    ///
    /// @param ofWindow in how many of the window's postings it was looked for
    /// @param p the probability of this or more by chance
    /// @param q the smallest share of false discoveries at which it would be listed
    public record Rise(
            String field,
            String value,
            long inWindow,
            long ofWindow,
            long inBaseline,
            long ofBaseline,
            double p,
            double q) {
        private Rise withQ(double q) {
            return new Rise(field, value, inWindow, ofWindow, inBaseline, ofBaseline, p, q);
        }

        /// How many times as large a share of postings has it as before; infinitely many times
        /// where none had.
        public double times() {
            return ((double) inWindow / ofWindow) / ((double) inBaseline / ofBaseline);
        }
    }

    /// In how many postings each value of a field stands.
    ///
    /// @param of of so many
    public record Counts(long of, Map<String, Long> postings) {
        private static final Counts NONE = new Counts(0, Map.of());
    }

    /// How often values stood in the new postings of a stretch of time.
    ///
    /// @param postings how many there were
    public record Counted(Instant from, Instant until, long postings, Map<String, Counts> byField) {
        private Period period() {
            return new Period(from, until, postings);
        }

        private Counted with(String field, Counts counts) {
            Map<String, Counts> more = new HashMap<>(byField);
            more.put(field, counts);
            return new Counted(from, until, postings, more);
        }

        private Counts of(String field) {
            return byField.getOrDefault(field, Counts.NONE);
        }
    }

    public Trends {
        rising = List.copyOf(rising);
    }

    /// Tests every value of the fields, which may be [#PHRASE] as well.
    ///
    /// @param among only postings that this finds as well
    /// @param time the index's field of the time that counts
    /// @param falseDiscoveries the largest share of listed values that may be there by chance
    public static Trends of(
            PostingSearch search,
            ParsedQuery among,
            String time,
            Instant baselineFrom,
            Instant windowFrom,
            Instant windowUntil,
            List<String> fields,
            double falseDiscoveries)
            throws QueryException {
        ParsedQuery before = ParsedQuery.during(time, baselineFrom, windowFrom).and(among);
        ParsedQuery now = ParsedQuery.during(time, windowFrom, windowUntil).and(among);
        List<String> counted = fields.stream().filter(field -> !field.equals(PHRASE)).toList();
        Counted baseline = counted(search, before, baselineFrom, windowFrom, counted);
        Counted window = counted(search, now, windowFrom, windowUntil, counted);
        if (!fields.contains(PHRASE)) {
            return of(baseline, window, fields, falseDiscoveries);
        }
        PhraseCounts phrases =
                search.phrases(before, MOST_IN_BASELINE, now, MOST_IN_WINDOW, FEWEST);
        return of(
                        baseline.with(PHRASE, new Counts(phrases.ofBefore(), phrases.before())),
                        window.with(PHRASE, new Counts(phrases.ofNow(), phrases.now())),
                        fields,
                        falseDiscoveries)
                .withoutCopies(phrases);
    }

    private static Counted counted(
            PostingSearch search,
            ParsedQuery query,
            Instant from,
            Instant until,
            List<String> fields)
            throws QueryException {
        ValueCounts counts = search.counts(query, fields);
        Map<String, Counts> byField = new HashMap<>();
        for (String field : fields) {
            byField.put(field, new Counts(counts.total(), byValue(counts.of(field))));
        }
        return new Counted(from, until, counts.total(), byField);
    }

    /// Tests values that were counted elsewhere.
    public static Trends of(
            Counted baseline, Counted window, List<String> fields, double falseDiscoveries) {
        List<Rise> tested = tested(window, baseline, fields, falseDiscoveries);
        return new Trends(
                window.period(),
                baseline.period(),
                discoveries(tested, falseDiscoveries),
                tested.size());
    }

    private static List<Rise> tested(
            Counted window, Counted baseline, List<String> fields, double falseDiscoveries) {
        Map<Integer, FisherTest> tests = new HashMap<>();
        List<Rise> tested = new ArrayList<>();
        for (String field : fields) {
            Counts before = baseline.of(field);
            Counts now = window.of(field);
            int ofWindow = Math.toIntExact(now.of());
            int ofBaseline = Math.toIntExact(before.of());
            FisherTest test = tests.computeIfAbsent(ofWindow + ofBaseline, FisherTest::new);
            Set<String> values = new HashSet<>(now.postings().keySet());
            values.addAll(before.postings().keySet());
            for (String value : values) {
                int inWindow = Math.toIntExact(now.postings().getOrDefault(value, 0L));
                int inBaseline = Math.toIntExact(before.postings().getOrDefault(value, 0L));
                int having = inWindow + inBaseline;
                boolean mayRise =
                        !field.equals(PHRASE)
                                || leastP(test, having, ofWindow, ofBaseline) <= falseDiscoveries;
                if (having >= FEWEST && mayRise) {
                    double p = test.p(inWindow, ofWindow, inBaseline, ofBaseline);
                    tested.add(
                            new Rise(
                                    field,
                                    value,
                                    inWindow,
                                    ofWindow,
                                    inBaseline,
                                    ofBaseline,
                                    p,
                                    1));
                }
            }
        }
        tested.sort(
                Comparator.comparingDouble(Rise::p)
                        .thenComparing(Rise::field)
                        .thenComparing(Rise::value));
        return tested;
    }

    /// The p of a value that so many postings have if all of them that can be fell into the window.
    /// Like [#FEWEST] it says nothing of where they did fall. Most phrases are so rare that it is
    /// too large; tested with the others they would hide those (Tarone's argument for discrete
    /// tests).
    private static double leastP(FisherTest test, int having, int ofWindow, int ofBaseline) {
        int inWindow = Math.min(having, ofWindow);
        return test.p(inWindow, ofWindow, having - inWindow, ofBaseline);
    }

    /// Benjamini and Hochberg's step-up procedure on values sorted by p.
    static List<Rise> discoveries(List<Rise> tested, double falseDiscoveries) {
        double[] q = new double[tested.size()];
        double least = 1;
        for (int rank = tested.size(); rank >= 1; rank--) {
            least = Math.min(least, tested.get(rank - 1).p() * tested.size() / rank);
            q[rank - 1] = least;
        }
        List<Rise> rising = new ArrayList<>();
        for (int i = 0; i < q.length && q[i] <= falseDiscoveries; i++) {
            rising.add(tested.get(i).withQ(q[i]));
        }
        return rising;
    }

    /// With one phrase for all that stand in nearly the same postings.
    private Trends withoutCopies(PhraseCounts counts) {
        List<String> phrases =
                rising.stream()
                        .filter(rise -> rise.field().equals(PHRASE))
                        .map(Rise::value)
                        .toList();
        Set<String> kept = counts.oneForThoseOfTheSame(phrases);
        return new Trends(
                window,
                baseline,
                rising.stream()
                        .filter(rise -> !rise.field().equals(PHRASE) || kept.contains(rise.value()))
                        .toList(),
                tested);
    }

    private static Map<String, Long> byValue(List<ValueCount> counts) {
        Map<String, Long> byValue = new HashMap<>();
        counts.forEach(count -> byValue.put(count.value(), count.postings()));
        return byValue;
    }
}
