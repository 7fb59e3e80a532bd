package lurewatch.crawler.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateTest {
    /// What visits at irregular gaps tell, by steps, against the exact answer of the equation,
    /// found by halving.
    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.05, 2", "0.2, 3", "1, 4"})
    void stepsComeNearTheMostLikelyRate(double truth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> changed = new ArrayList<>();
        List<Double> unchanged = new ArrayList<>();
        Rate seen = Rate.of(0.5, 0.05);
        for (int visit = 0; visit < 2_000; visit++) {
            double gap = (0.2 + 2 * random.nextDouble()) * Math.min(24, 1 / truth);
            boolean isChanged = random.nextDouble() < -Math.expm1(-truth * gap);
            (isChanged ? changed : unchanged).add(gap);
            seen = seen.plus(isChanged ? Rate.changed(gap, seen.perHour()) : Rate.unchanged(gap));
        }
        double exact = exact(changed, unchanged);
        assertThat(seen.perHour()).isCloseTo(exact, within(0.12 * exact));
        assertThat(exact).isCloseTo(truth, within(0.12 * truth));
    }

    private static double exact(List<Double> changed, List<Double> unchanged) {
        double low = 1e-6;
        double high = 100;
        double right = unchanged.stream().mapToDouble(gap -> gap).sum();
        for (int step = 0; step < 100; step++) {
            double middle = Math.sqrt(low * high);
            double left = changed.stream().mapToDouble(gap -> gap / Math.expm1(middle * gap)).sum();
            if (left > right) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Gamma quantiles of shape 10 and 1, from tables: 6.221 and 14.206, 0.1054 and 2.3026.
    @Test
    void eightInTenTrueRatesLieBetweenLowAndHigh() {
        assertThat(new Rate(10, 1).low()).isCloseTo(6.221, within(0.05));
        assertThat(new Rate(10, 1).high()).isCloseTo(14.206, within(0.05));
        assertThat(new Rate(1, 1).low()).isCloseTo(0.1054, within(0.02));
        assertThat(new Rate(1, 1).high()).isCloseTo(2.3026, within(0.05));
    }

    @Test
    void theOldFades() {
        assertThat(new Rate(4, 8).faded(10, 10)).isEqualTo(new Rate(2, 4));
        assertThat(new Rate(4, 8).within(2)).isEqualTo(new Rate(1, 2));
    }
}
