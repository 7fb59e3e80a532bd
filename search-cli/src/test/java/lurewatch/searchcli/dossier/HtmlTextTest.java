package lurewatch.searchcli.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import lurewatch.indexer.console.TerminalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlTextTest {
    /// A code point stands between two letters.
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x1B, 0x7F, 0x9B, 0xAD, 0x061C, 0x202E, 0x2066, 0x2028, 0x2060, 0xFEFF,
                0xD800, 0xE000, 0x0378, 0xE0041, 0x034F, 0x115F, 0x1160, 0x17B4, 0x3164, 0xFFA0
            })
    void spellsOutWhatATerminalIsSpared(int c) {
        String text = "a" + Character.toString(c) + "b";
        String spelled = String.format(Locale.ROOT, "U+%04X", c);
        assertThat(HtmlText.of(text)).isEqualTo("a‹" + spelled + "›b");
        assertThat(TerminalText.line(text)).isEqualTo("a<" + spelled + ">b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    plain                    | plain
                    <b title="x">&'          | &lt;b title=&quot;x&quot;&gt;&amp;&#39;
                    캄보디아 ลูกค้า ប្រាក់ 👩‍💻 ☎️ | 캄보디아 ลูกค้า ប្រាក់ 👩‍💻 ☎️
                    """)
    void leavesWhatPeopleWrite(String text, String html) {
        assertThat(HtmlText.of(text)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource({"4, ''", "5, ‹U+0301›", "6, ‹U+0301›‹U+0301›"})
    void spellsOutMarksThatArePiledUp(int marks, String spelled) {
        assertThat(HtmlText.of("e" + "\u0301".repeat(marks) + "t"))
                .isEqualTo("e" + "\u0301".repeat(4) + spelled + "t");
    }
}
