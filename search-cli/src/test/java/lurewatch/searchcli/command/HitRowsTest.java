package lurewatch.searchcli.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.search.Hit;
import lurewatch.searchcli.export.RowForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HitRowsTest {
    private static final int TITLE = 5;
    private static final int CONTACTS = 13;

    private static Hit titled(String title) {
        Instant seen = Instant.parse("2026-11-01T00:00:00Z");
        return new Hit(
                "p1",
                title,
                "https://board.example/ads/1",
                "board",
                Optional.of("en"),
                87.5,
                "lure",
                "none",
                false,
                List.of("free_airfare", "passport_only"),
                List.of("telegram:sample", "phone:+85512000000"),
                List.of(),
                List.of("KH"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                seen,
                seen,
                1,
                "text");
    }

    private static List<String> cells(String title) {
        return List.of(
                new HitRows(RowForm.TSV, List.of())
                        .of(titled(title), Optional.empty(), List.of())
                        .stripTrailing()
                        .split("\t", -1));
    }

    @Test
    void writesContactsAsAddresses() {
        assertThat(cells("Clerks").get(CONTACTS)).isEqualTo("https://t.me/sample tel:+85512000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1"})
    void letsNoCellStartAFormula(String title) {
        assertThat(cells(title).get(TITLE)).startsWith("'");
        String row =
                new HitRows(RowForm.CSV, List.of()).of(titled(title), Optional.empty(), List.of());
        assertThat(CsvReader.builder().ofCsvRecord(row).iterator().next().getField(TITLE))
                .startsWith("'");
    }

    @Test
    void keepsARowInOneLineOfTabSeparatedValues() {
        assertThat(cells("two\nlines\tand \u2028 more").get(TITLE))
                .isEqualTo("two lines and   more");
        String row =
                new HitRows(RowForm.CSV, List.of())
                        .of(titled("two\nlines, \"quoted\""), Optional.empty(), List.of());
        assertThat(CsvReader.builder().ofCsvRecord(row).iterator().next().getField(TITLE))
                .isEqualTo("two\nlines, \"quoted\"");
    }

    @Test
    void actsOnNoTerminal() {
        assertThat(cells("a\u001b[31m\u202eb").get(TITLE)).isEqualTo("a\uFFFD[31m\uFFFDb");
    }
}
