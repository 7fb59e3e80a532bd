package lurewatch.searchcli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {
    /// As `sh` splits them, apart from what it expands; `¶` is a line's end.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    search a  b                        ~ search|a|b
                    search '"free flight" country:KH'  ~ search|"free flight" country:KH
                    search "a 'b' c"                   ~ search|a 'b' c
                    search "a \\" b \\\\ \\n"          ~ search|a " b \\ \\n
                    search a\\ b\\'c                   ~ search|a b'c
                    search 'a\\b'                      ~ search|a\\b
                    search a'b c'd                     ~ search|ab cd
                    search ''                          ~ search|
                    search pay>=1000usd                ~ search|pay>=1000usd
                    search a \\¶ b                     ~ search|a|b
                    search ab\\¶cd                     ~ search|abcd
                    search 'a¶b'                       ~ search|a¶b
                    search 캄보디아　고수익            ~ search|캄보디아　고수익
                    """)
    void partsWordsAsAShellDoes(String line, String words) {
        ShellWords read = ShellWords.of(line.replace('¶', '\n'));
        assertThat(String.join("|", read.words())).isEqualTo(words.replace('¶', '\n'));
        assertThat(read.isOpen()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    search 'a       ~ true
                    search "a 'b'   ~ true
                    search a \\     ~ true
                    search a \\\\   ~ false
                    search 'a\\'    ~ false
                    search "a\\"    ~ true
                    """)
    void knowsWhetherALineGoesOn(String line, boolean isOpen) {
        assertThat(ShellWords.of(line).isOpen()).isEqualTo(isOpen);
    }

    @Test
    void findsOperatorsWhereTheyAreMeant() {
        assertThat(ShellWords.of("search a | head").hasOperator()).isTrue();
        assertThat(ShellWords.of("stats > file").hasOperator()).isTrue();
        assertThat(ShellWords.of("search 'a | b' '|' \\> pay>=3 a|b").hasOperator()).isFalse();
    }
}
