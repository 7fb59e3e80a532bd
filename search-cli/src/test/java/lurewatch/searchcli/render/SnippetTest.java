package lurewatch.searchcli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.console.TerminalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnippetTest {
    /// Thirty letters before the match may be sixty columns.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "형님이 다 챙겨 줍니다. 한 달만 같이 있으면 인생이 바뀝니다. 텔레 | @sample_word2 | 43",
                "工作內容輕鬆不用經驗包吃包住包機票月入十萬起請加我們的飛機 | @sample_tw | 40",
                "people who want to travel and earn good money should write to | @sample_en | 30",
                "형님이 다 챙겨 줍니다. 한 달만 같이 있으면 인생이 바뀝니다. | 텔레그램으로 연락 주세요 | 20",
            })
    void showsTheMatchWhateverStandsBeforeIt(String before, String match, int columns) {
        String text = before + " " + match + " and more";
        int start = text.indexOf(match);
        Evidence evidence = Evidence.in(text, start, start + match.length());
        String shown = Snippet.of(text, List.of(evidence), columns, Style.PLAIN);
        assertThat(shown).contains("»" + match.substring(0, 3));
        assertThat(TerminalText.width(shown)).isLessThanOrEqualTo(columns);
    }
}
