package lurewatch.searchcli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import lurewatch.searchcli.leads.Trends;
import lurewatch.searchcli.leads.Trends.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendsTextTest {
    private static Period period(long postings) {
        return new Period(Instant.EPOCH, Instant.EPOCH, postings);
    }

    /// Shares of a sample are no shares of all, and somebody compares the two.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3000  | 6000  |
                    3001  | 6000  | phrases are those of 3000 and 6000 of them
                    12    | 70000 | phrases are those of 12 and 6000 of them
                    """)
    void saysWhereNotAllTextsAreRead(long window, long baseline, String said) {
        Trends trends = new Trends(period(window), period(baseline), List.of(), 0);
        if (said == null) {
            assertThat(TrendsText.sampled(trends)).isEmpty();
        } else {
            assertThat(TrendsText.sampled(trends)).get().asString().startsWith(said);
        }
    }
}
