package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LegibleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "캄보디아 고수익 알바",
                "柬埔寨 高薪招聘\n\n第二段",
                "กัมพูชา รายได้ดี",
                "việc nhẹ lương cao, 2.000 USD",
                "kamboja 🔥 €2000 “gratis”",
            })
    void readsBackUtf8ThatWasTakenForWindows1252(String meant) {
        String raw =
                String.join(
                        "\n",
                        List.of(meant.split("\n", -1)).stream().map(Misencoded::utf8).toList());
        assertThat(LegibleText.of(raw).map(LegibleText::text)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ကေမ႓ာဒီးယား အလုပ္|ကမ္ဘောဒီးယား အလုပ်",
                "သိန္း ၁၀၀ ၀န္ထမ္း|သိန်း ၁၀၀ ဝန်ထမ်း",
                "&#52868;보디아 &#x54;ele|캄보디아 Tele",
                "\\uce84보디아|캄보디아",
                "ㄒ乇ㄥ乇Ꮆ尺卂爪: ƚҽʅҽɠɾαɱ|telegram: telegram",
            })
    void readsZawgyiReferencesAndFancyLetters(String raw, String legible) {
        assertThat(LegibleText.of(raw).map(LegibleText::text)).contains(legible);
    }

    /// What hides in what nobody sees, looks alike or is composed otherwise reads as it stands.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Free flight  to\tCambodia\r\n\r\nnow",
                "캄보디아",
                "vie\u0323\u0302c nhe\u0323",
                "tele\u200bgram",
                "မြန်မာ ကမ္ဘောဒီးယား ဝန်ထမ်း",
                "face à\u00a0«\u00a0lui\u00a0» et à\u00a0«\u00a0elle\u00a0»",
                "R&D C:\\users 5&6",
            })
    void isNoneForWhatReadsAsItStands(String raw) {
        assertThat(LegibleText.of(raw)).isEmpty();
    }

    @Test
    void saysWhatAQuoteSaysAndWhere() {
        String meant = "안녕 캄보디아 @name";
        String raw = Misencoded.utf8(meant) + "\n캄보디아";
        String word = Misencoded.utf8("캄보디아");
        LegibleText legible = LegibleText.of(raw).orElseThrow();
        int start = raw.indexOf(word);
        int end = start + word.length();
        assertThat(legible.wordsOf(start, end)).contains("캄보디아");
        assertThat(legible.placeOf(start, end)).contains(Evidence.in(meant + "\n캄보디아", 3, 7));
        int name = raw.indexOf("@name");
        assertThat(legible.wordsOf(name, name + 5)).isEmpty();
        assertThat(legible.placeOf(name, name + 5).map(Evidence::quote)).contains("@name");
        assertThat(legible.wordsOf(raw.length() - 4, raw.length())).isEmpty();
        assertThat(legible.placeOf(start + 1, start + 2)).isEqualTo(Optional.empty());
    }
}
