package lurewatch.searchcli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import lurewatch.indexer.console.TerminalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
    private static final int STRINGS = 100_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain                 | plain
                    \\u001b[2J            | <U+001B>[2J
                    \\u001b]8;;x\\u0007   | <U+001B>]8;;x<U+0007>
                    \\u009b31m            | <U+009B>31m
                    a\\u202eb             | a<U+202E>b
                    a\\u2066b\\u2069      | a<U+2066>b<U+2069>
                    a\\u200bb\\u200db     | a<U+200B>b<U+200D>b
                    a\\u00adb             | a<U+00AD>b
                    a\\u3164b             | a<U+3164>b
                    a\\u115fb             | a<U+115F>b
                    a\\u2028b             | a<U+2028>b
                    a\\ud800b             | a<U+D800>b
                    a\\udb40\\udc41b      | a<U+E0041>b
                    a\\u007fb             | a<U+007F>b
                    a\\rb                 | a<U+000D>b
                    a\\tb                 | a b
                    a\\nb                 | a b
                    a\\u00a0b             | a b
                    캄보디아 ลูกค้า ប្រាក់  | 캄보디아 ลูกค้า ប្រាក់
                    ☎️ 😀                 | ☎️ 😀
                    """)
    void spellsOutWhatWouldDoMoreThanShow(String escaped, String shown) {
        assertThat(TerminalText.line(unescaped(escaped))).isEqualTo(shown);
    }

    /// Escapes of code units, which a text block would have resolved too early.
    private static String unescaped(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            if (written.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(written.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (written.charAt(i) == '\\') {
                text.append(written.substring(i, i + 2).translateEscapes());
                i++;
            } else {
                text.append(written.charAt(i));
            }
        }
        return text.toString();
    }

    @Test
    void keepsMarksOfRealWritingAndSpellsOutPiles() {
        assertThat(TerminalText.line("e\u0301\u0323")).isEqualTo("e\u0301\u0323");
        assertThat(TerminalText.line("e" + "\u0301".repeat(6)))
                .isEqualTo("e" + "\u0301".repeat(4) + "<U+0301><U+0301>");
    }

    @Test
    void keepsLineFeedsInBlocksOnly() {
        assertThat(TerminalText.block("a\r\nb\n\u0007")).isEqualTo("a\nb\n<U+0007>");
    }

    @Test
    void letsNoControlOrBidiCharacterThrough() {
        long seed = 20_261_128;
        Random random = new Random(seed);
        for (int i = 0; i < STRINGS; i++) {
            String hostile = hostile(random);
            String line = TerminalText.line(hostile);
            assertThat(line.codePoints().noneMatch(TerminalTextTest::isDangerous))
                    .as("seed %d, string %d", seed, i)
                    .isTrue();
            String cut = TerminalText.cut(line, 10);
            assertThat(TerminalText.width(cut))
                    .as("seed %d, string %d", seed, i)
                    .isLessThanOrEqualTo(10);
        }
    }

    static boolean isDangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0xA0));
                case 1 -> text.append((char) (0x2000 + random.nextInt(0x70)));
                case 2 -> text.append((char) random.nextInt(0x10000));
                case 3 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> text.append("\u001b]52;c;ZXZpbA==\u0007");
            }
        }
        return text.toString();
    }

    @Test
    void measuresAndCutsByColumns() {
        assertThat(TerminalText.width("캄보디아")).isEqualTo(8);
        assertThat(TerminalText.cut("캄보디아", 5)).isEqualTo("캄보…");
        assertThat(TerminalText.fitted("캄", 4)).isEqualTo("캄  ");
        assertThat(TerminalText.cut("abc", 3)).isEqualTo("abc");
    }
}
