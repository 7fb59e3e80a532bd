package lurewatch.indexer.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lurewatch.indexer.Particulars;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdWordsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Apply at #URL_1efb08d6a6da1c56afb2d0c6# Now | apply at xxurlxx now
                    write to Hr.Jobs+1@mail.example.com today   | write to xxemailxx today
                    see https://board.example/ad?x=1 or www.a.b | see xxurlxx or xxurlxx
                    call +855 00 000 000 or 1000 - 2000         | call xxphonexx or 1000 - 2000
                    #EMAIL_0000000000000000#,#PHONE_0000000000000000# | xxemailxx , xxphonexx
                    #HIRING 5 people @ our office               | #hiring 5 people @ our office
                    """)
    void marksWhatLeadsOutOfTheBoard(String text, String read) {
        assertThat(AdWords.read(text).strip().replaceAll(" +", " ")).isEqualTo(read);
    }

    /// Each would take hours if any of the patterns went back over what it has read.
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a.", "a@", "@", "+1 ", "#URL_0", "www.", "http://", "A", "\u00a0"})
    void takesNoLongerForHostileTexts(String piece) {
        String text = piece.repeat(AdWords.LONGEST / piece.length() + 1);
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    for (int i = 0; i < 10; i++) {
                        AdFeatures.of(text, Particulars.UNKNOWN);
                    }
                });
    }

    @Test
    void countsWordsPairsAndTriplesOnce() {
        AdFeatures once = AdFeatures.of("earn cash earn cash", Particulars.UNKNOWN);
        // earn, cash, "earn cash", "cash earn", "earn cash earn", "cash earn cash"
        assertThat(once.words().size()).isEqualTo(6);
        assertThat(once.wordCount()).isEqualTo(4);
        assertThat(once.read().substring(once.words().start(2), once.words().end(2)))
                .isEqualTo("earn cash");
        assertThat(once.read().substring(once.words().start(4), once.words().end(4)))
                .isEqualTo("earn cash earn");
    }
}
