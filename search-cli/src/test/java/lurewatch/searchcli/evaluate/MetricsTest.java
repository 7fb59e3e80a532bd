package lurewatch.searchcli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures against values computed by hand or published.
final class MetricsTest {
    /// Wilson's interval: the first three rows are of Newcombe (Statistics in Medicine 1998, table
    /// I, method 3), the others by hand.
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0,  20,  0.0000, 0.1611",
        "1,  29,  0.0061, 0.1718",
        "1,  1,   0.2065, 1.0000",
        "0,  0,   0.0000, 1.0000",
    })
    void wilsonsInterval(long hits, long trials, double low, double high) {
        Proportion share = new Proportion(hits, trials);
        assertThat(share.low()).isCloseTo(low, within(5e-5));
        assertThat(share.high()).isCloseTo(high, within(5e-5));
    }

    /// By descending score `+ - + (+ -) -`: of the 9 pairs 6 are in order and 1 is tied, so the
    /// area is 6.5 / 9; precision at the three positives is 1, 2/3 and (tied) 3/5.
    @Test
    void rankingCountsTiesHalf() {
        Ranking ranking = new Ranking();
        ranking.add(0.9, true);
        ranking.add(0.8, false);
        ranking.add(0.7, true);
        ranking.add(0.5, true);
        ranking.add(0.5, false);
        ranking.add(0.1, false);
        assertThat(ranking.rocAuc()).isCloseTo(6.5 / 9, within(1e-12));
        assertThat(ranking.averagePrecision())
                .isCloseTo((1 + 2.0 / 3 + 3.0 / 5) / 3, within(1e-12));
        assertThat(ranking.recallAt(0.05)).isEqualTo(new Proportion(1, 3));
        assertThat(ranking.recallAt(0.34)).isEqualTo(new Proportion(2, 3));
        assertThat(ranking.recallAt(1)).isEqualTo(new Proportion(3, 3));
    }

    @Test
    void aRankingOfOneKindIsNone() {
        Ranking ranking = new Ranking();
        ranking.add(0.9, true);
        assertThat(ranking.isDefined()).isFalse();
    }

    @Test
    void calibrationCountsByBin() {
        Calibration calibration = new Calibration();
        calibration.add(0.8, true);
        calibration.add(0.84, false);
        calibration.add(0.1, false);
        calibration.add(1, true);
        assertThat(calibration.brier()).isCloseTo((0.04 + 0.84 * 0.84 + 0.01) / 4, within(1e-12));
        assertThat(calibration.said(8)).isCloseTo(0.82, within(1e-12));
        assertThat(calibration.soIn(8)).isEqualTo(new Proportion(1, 2));
        assertThat(calibration.soIn(9)).isEqualTo(new Proportion(1, 1));
        assertThat(calibration.expectedError())
                .isCloseTo((Math.abs(1.64 - 1) + 0.1 + 0) / 4, within(1e-12));
    }

    /// Expected a: 2 as a, 1 as b. Expected b: 1 as b, 1 as c. Nobody expected c, which is no class
    /// of the mean.
    @Test
    void macroF1IsTheMeanOverWhatWasExpected() {
        Confusion confusion = new Confusion();
        confusion.add("a", "a");
        confusion.add("a", "a");
        confusion.add("a", "b");
        confusion.add("b", "b");
        confusion.add("b", "c");
        assertThat(confusion.of("a")).isEqualTo(new Tally(2, 2, 3));
        assertThat(confusion.of("b")).isEqualTo(new Tally(1, 2, 2));
        assertThat(confusion.macroF1()).isCloseTo((0.8 + 0.5) / 2, within(1e-12));
        assertThat(confusion.decided()).containsExactly("a", "b", "c");
    }

    @Test
    void aTallyComparesSets() {
        Tally tally = Tally.of(Set.of("x", "y", "z"), Set.of("y", "w"));
        assertThat(tally).isEqualTo(new Tally(1, 3, 2));
        assertThat(tally.f1()).isCloseTo(2 * (1.0 / 3) * 0.5 / (1.0 / 3 + 0.5), within(1e-12));
        assertThat(Tally.of(Set.of(), Set.of()).f1()).isNaN();
    }
}
