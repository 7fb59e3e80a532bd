package lurewatch.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerCaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ASCII",
                "ΘΕΣΕΙΣ ΕΡΓΑΣΙΑΣ, ΣΗΜΕΡΑ",
                "Σ",
                "İSTANBUL DİYARBAKIR",
                "ŞİRKET ΜΙΣΘΟΣ.",
                "ВАКАНСИЯ 채용 工作 ẞ",
                "𐐀Σ İ𝐀"
            })
    void isAsTheJdkWritesIt(String text) {
        assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    /// A page of four megabytes of them took the JDK's own more than half an hour.
    @ParameterizedTest
    @ValueSource(strings = {"İ", "Σ", "aİ", "aΣ "})
    void aPageOfNothingElseIsNoMatter(String unit) {
        String page = unit.repeat(1_000_000);
        assertThat(LowerCase.of(page)).hasSizeGreaterThanOrEqualTo(page.length());
    }

    @Test
    void lengthsMayDiffer() {
        assertThat(LowerCase.of("İ")).hasSize(2);
    }
}
