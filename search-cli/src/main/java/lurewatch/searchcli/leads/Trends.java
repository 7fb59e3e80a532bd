package lurewatch.searchcli.leads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.search.ParsedQuery;
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

    /// A stretch of time and the new postings in it.
    ///
    /// @param until the first moment behind it
    public record Period(Instant from, Instant until, long postings) {}

    /// A value on the rise.
    ///
    /// @param p the probability of this or more by chance
    /// @param q the smallest share of false discoveries at which it would be listed
    public record Rise(
            String field, String value, long inWindow, long inBaseline, double p, double q) {}

    /// How often values stood in the new postings of a stretch of time.
    ///
    /// @param postings how many there were
    public record Counted(
            Instant from, Instant until, long postings, Map<String, Map<String, Long>> byField) {
        private Period period() {
            return new Period(from, until, postings);
        }

        private Map<String, Long> of(String field) {
            return byField.getOrDefault(field, Map.of());
        }
    }

    public Trends {
        rising = List.copyOf(rising);
    }

    /// Tests every value of the fields.
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
        return of(
                counted(search, among, time, baselineFrom, windowFrom, fields),
                counted(search, among, time, windowFrom, windowUntil, fields),
                fields,
                falseDiscoveries);
    }

    private static Counted counted(
            PostingSearch search,
            ParsedQuery among,
            String time,
            Instant from,
            Instant until,
            List<String> fields)
            throws QueryException {
        ValueCounts counts =
                search.counts(ParsedQuery.during(time, from, until).and(among), fields);
        Map<String, Map<String, Long>> byField = new HashMap<>();
        fields.forEach(field -> byField.put(field, byValue(counts.of(field))));
        return new Counted(from, until, counts.total(), byField);
    }

    /// Tests values that were counted elsewhere.
    public static Trends of(
            Counted baseline, Counted window, List<String> fields, double falseDiscoveries) {
        List<Rise> tested = tested(window, baseline, fields);
        return new Trends(
                window.period(),
                baseline.period(),
                discoveries(tested, falseDiscoveries),
                tested.size());
    }

    private static List<Rise> tested(Counted window, Counted baseline, List<String> fields) {
        int inWindow = Math.toIntExact(window.postings());
        int inBaseline = Math.toIntExact(baseline.postings());
        FisherTest test = new FisherTest(inWindow + inBaseline);
        List<Rise> tested = new ArrayList<>();
        for (String field : fields) {
            Map<String, Long> before = baseline.of(field);
            Map<String, Long> now = new HashMap<>(window.of(field));
            before.keySet().forEach(value -> now.putIfAbsent(value, 0L));
            now.forEach((value, postings) -> {
                long earlier = before.getOrDefault(value, 0L);
                if (postings + earlier >= FEWEST) {
                    double p =
                            test.p(
                                    Math.toIntExact(postings),
                                    inWindow,
                                    Math.toIntExact(earlier),
                                    inBaseline);
                    tested.add(new Rise(field, value, postings, earlier, p, 1));
                }
            });
        }
        tested.sort(
                Comparator.comparingDouble(Rise::p)
                        .thenComparing(Rise::field)
                        .thenComparing(Rise::value));
        return tested;
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
            Rise rise = tested.get(i);
            rising.add(
                    new Rise(
                            rise.field(),
                            rise.value(),
                            rise.inWindow(),
                            rise.inBaseline(),
                            rise.p(),
                            q[i]));
        }
        return rising;
    }

    private static Map<String, Long> byValue(List<ValueCount> counts) {
        Map<String, Long> byValue = new HashMap<>();
        counts.forEach(count -> byValue.put(count.value(), count.postings()));
        return byValue;
    }
}
