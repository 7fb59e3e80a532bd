package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LetterTreeTest {
    private static final LetterTree<Integer> TREE =
            new LetterTree<>(Map.of("ago", 1, "ago.", 2, "agora", 3, "前", 4, "", 5));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # nothing written is a word, too
                    ''    | true  | 5
                    a     | true  | -
                    ag    | true  | -
                    ago   | true  | 1
                    ago.  | true  | 2
                    agor  | true  | -
                    agora | true  | 3
                    前    | true  | 4
                    # nothing goes on so
                    b     | false | -
                    go    | false | -
                    ago., | false | -
                    前a   | false | -
                    """)
    void knowsAtEachLetterWhetherAWordGoesOnSo(String text, boolean goesOn, Integer meaning) {
        int place = LetterTree.ROOT;
        for (int i = 0; i < text.length() && place != LetterTree.NOWHERE; i++) {
            place = TREE.next(place, text.charAt(i));
        }
        assertThat(place != LetterTree.NOWHERE).isEqualTo(goesOn);
        if (goesOn) {
            assertThat(TREE.meaning(place)).isEqualTo(meaning);
        }
    }
}
