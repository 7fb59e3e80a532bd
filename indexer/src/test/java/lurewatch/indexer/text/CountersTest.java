package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "조회수 1,204 고수익 알바|# 고수익 알바",
                "Views: 77 pay 900 USD|# pay 900 USD",
                "1.204 views, 3 days ago|#, #",
                "浏览次数：88 3天前|# #",
                "previews 7 of 3 reviews|previews 7 of 3 reviews",
                "15 days holiday, 900 a month|15 days holiday, 900 a month",
            })
    void leavesWhatDoesNotCount(String text, String left) {
        assertThat(Counters.without(text)).isEqualTo(left);
    }

    @Test
    void leavesThemOutWhereverTheyStand() {
        String words = "good pay and a free room ".repeat(20);
        assertThat(
                        Counters.without(
                                words
                                        + "3 days ago "
                                        + words
                                        + "просмотров: 1.204.300, 15 "
                                        + words
                                        + "7 menit yang lalu"))
                .isEqualTo(words + "# " + words + "# 15 " + words + "#");
        assertThat(Counters.without("7 7 ".repeat(50) + words + "views 8"))
                .isEqualTo("7 7 ".repeat(50) + words + "#");
    }

    /// Java's word boundary looks back over all of them from each.
    @Test
    void readsMarksOnce() {
        String marks = "a" + "\u0301".repeat(100_000);
        assertThat(Counters.without(marks)).isEqualTo(marks);
    }
}
