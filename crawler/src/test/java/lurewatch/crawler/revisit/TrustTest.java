package lurewatch.crawler.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lurewatch.crawler.revisit.Trust.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {
    /// What a claim makes of a page that has changed with a probability of a tenth, after a hundred
    /// visits of a host of which one in ten found a change.
    ///
    /// @param ofChanged changes in ten that had been claimed
    /// @param ofSame visits in ninety without a change, before which one had been claimed
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # says of every page that it changed just now: worth nothing
                    10 | 90 | 0.08 | 0.12
                    # is right about most
                    9  | 1  | 0.8  | 0.95
                    # misses half of the changes, and is right when it speaks
                    5  | 0  | 0.8  | 1
                    # speaks at random
                    1  | 9  | 0.08 | 0.3
                    # says of pages that they changed only when they did not
                    0  | 45 | 0    | 0.05
                    """)
    void aClaimIsWorthWhatClaimsWereWorth(int ofChanged, int ofSame, double low, double high) {
        Trust trust = visits(ofChanged, ofSame);

        assertThat(trust.believed(0.1)).isBetween(low, high);
    }

    private static Trust visits(int ofChanged, int ofSame) {
        Trust trust = Trust.NONE;
        int told = 0;
        int toldSame = 0;
        for (int visit = 0; visit < 100; visit++) {
            boolean changed = visit % 10 == 0;
            boolean tells = changed ? told < ofChanged : toldSame < ofSame;
            told += changed && tells ? 1 : 0;
            toldSame += !changed && tells ? 1 : 0;
            trust =
                    trust.after(
                            tells ? Told.NEWS : Told.NOTHING,
                            changed ? Sight.Kind.CHANGED : Sight.Kind.SAME);
        }
        return trust;
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.03, 0.06", "0.1, 0.7, 0.9", "0.9, 0.99, 1"})
    void anUnknownSourceIsBelievedWithinReason(double before, double low, double high) {
        assertThat(Trust.NONE.believed(before)).isBetween(low, high);
    }

    @Test
    void aSiteMayMendItsWays() {
        Trust liar = visits(10, 90);
        Trust mended =
                Stream.iterate(
                                liar,
                                trust ->
                                        trust.after(Told.NEWS, Sight.Kind.CHANGED)
                                                .after(Told.NOTHING, Sight.Kind.SAME)
                                                .after(Told.NOTHING, Sight.Kind.SAME))
                        .skip(200)
                        .findFirst()
                        .orElseThrow();
        assertThat(mended.believed(0.1)).isGreaterThan(0.6);
    }
}
