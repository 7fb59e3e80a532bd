package lurewatch.searchcli.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+855961234567",
                "-1",
                "@handle",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\"=1",
                "'=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "\u00a0=1",
                "\u200b=1",
                "\u3000@x",
                "\u0001=1",
                "\0=1",
                "=cmd|' /C calc'!A0"
            })
    void startsWithAQuoteWhereItCouldBeAFormula(String text) {
        assertThat(CsvCell.of(text)).startsWith("'").doesNotContain("\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "tel:+855961234567",
                "https://t.me/name",
                "1=1",
                "캄보디아",
                "a\nb"
            })
    void staysAsItIsOtherwise(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
    }
}
