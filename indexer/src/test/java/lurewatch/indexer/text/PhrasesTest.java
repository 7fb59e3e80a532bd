package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Free flight             | free, free flight, flight
                    Free, flight            | free, flight
                    pay 900 now             | pay, now
                    @sample_hr or @demo now | or, now
                    ＦＲＥＥ visa             | free, free visa, visa
                    고수익 보장               | 고수익, 고수익 보장, 보장
                    """)
    void joinsWordsWithNothingButBlanksBetween(String text, String phrases) {
        assertThat(Phrases.in(text)).containsExactlyInAnyOrder(phrases.split(", "));
    }

    /// No blanks part the words of these.
    @Test
    void partsScriptsThatWriteNoBlanks() {
        assertThat(Phrases.in("เงินเดือนสูง")).contains("เงินเดือน", "เงินเดือนสูง");
        assertThat(Phrases.in("高薪招聘客服")).contains("高薪", "招聘", "高薪招聘", "招聘客服");
    }

    @Test
    void joinsAtMostThreeWordsOfALine() {
        assertThat(Phrases.in("one two three four\nfive"))
                .contains("one two three", "two three four", "five")
                .doesNotContain("one two three four")
                .allSatisfy(phrase -> assertThat(List.of(phrase.split(" "))).hasSizeLessThan(4));
    }
}
