package lurewatch.searchcli.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lurewatch.searchcli.leads.Trends.Rise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The statistics of `trends` against exact arithmetic and against chance itself.
class TrendsTest {
    /// Fisher's tea tasting, his convicts' twins, and counts of the size we see.
    @ParameterizedTest
    @CsvSource({"3,4,1,4", "10,12,3,18", "7,200,2,1500", "1,1,0,1", "0,5,3,5", "40,300,90,2000"})
    void agreesWithExactArithmetic(int inWindow, int window, int inBaseline, int baseline) {
        double p = new FisherTest(window + baseline).p(inWindow, window, inBaseline, baseline);
        assertThat(p).isCloseTo(exact(inWindow, window, inBaseline, baseline), within(1e-10));
    }

    @Test
    void givesThePrintedResultOfTheTeaTasting() {
        assertThat(new FisherTest(8).p(3, 4, 1, 4)).isCloseTo(17.0 / 70, within(1e-12));
    }

    /// A thousand phrases of three postings each can rise by no accident, and keep nothing else
    /// from it.
    @Test
    void rarePhrasesHideNoOther() {
        Map<String, Long> now = new HashMap<>(Map.of("dog pushing", 12L));
        for (int i = 0; i < 1000; i++) {
            now.put("rare " + i, 3L);
        }
        Instant start = Instant.EPOCH;
        Trends trends =
                Trends.of(
                        counted(start, new Trends.Counts(50, Map.of())),
                        counted(start.plusSeconds(1), new Trends.Counts(50, now)),
                        List.of(Trends.PHRASE),
                        0.05);
        assertThat(trends.rising())
                .singleElement()
                .extracting(Rise::value)
                .isEqualTo("dog pushing");
        assertThat(trends.tested()).isEqualTo(1);
    }

    private static Trends.Counted counted(Instant from, Trends.Counts phrases) {
        return new Trends.Counted(from, from.plusSeconds(1), 50, Map.of(Trends.PHRASE, phrases));
    }

    /// A worked example: Benjamini and Hochberg (1995), section 3.2, fifteen p-values at 0.05; four
    /// are rejected.
    @Test
    void boundsFalseDiscoveriesAsItsInventorsDid() {
        double[] published = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0
        };
        List<Rise> tested = new ArrayList<>();
        for (double p : published) {
            tested.add(new Rise("contact", "v" + p, 1, 10, 1, 10, p, 1));
        }
        assertThat(Trends.discoveries(tested, 0.05)).hasSize(4);
        assertThat(Trends.discoveries(tested, 0.05).getFirst().q())
                .isCloseTo(0.0015, within(1e-12));
    }

    /// Where nothing rises, something is listed in at most one of twenty trials (plus four standard
    /// errors).
    @Test
    void listsLittleWhereOnlyChanceIsAtWork() {
        Random random = new Random(11);
        FisherTest test = new FisherTest(1000);
        int alarms = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            List<Rise> tested = new ArrayList<>();
            for (int value = 0; value < 100; value++) {
                int now = binomial(random, 200, 0.02);
                int before = binomial(random, 800, 0.02);
                double p = test.p(now, 200, before, 800);
                tested.add(new Rise("signal", "", now, 200, before, 800, p, 1));
            }
            tested.sort(Comparator.comparingDouble(Rise::p));
            alarms += Trends.discoveries(tested, 0.05).isEmpty() ? 0 : 1;
        }
        assertThat((double) alarms / trials).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / trials));
    }

    private static int binomial(Random random, int n, double p) {
        int successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < p ? 1 : 0;
        }
        return successes;
    }

    private static double exact(int inWindow, int window, int inBaseline, int baseline) {
        int having = inWindow + inBaseline;
        BigInteger favourable = BigInteger.ZERO;
        for (int k = inWindow; k <= Math.min(having, window); k++) {
            favourable = favourable.add(choose(window, k).multiply(choose(baseline, having - k)));
        }
        return new BigDecimal(favourable)
                .divide(new BigDecimal(choose(window + baseline, having)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(int n, int k) {
        BigInteger result = k < 0 || k > n ? BigInteger.ZERO : BigInteger.ONE;
        for (int i = 1; i <= k && result.signum() > 0; i++) {
            result = result.multiply(BigInteger.valueOf(n - i + 1L)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
