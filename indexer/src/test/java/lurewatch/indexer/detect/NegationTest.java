package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a phrase, here in brackets, is denied where it stands.
class NegationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "we never take [deposits];true",
                "we never ask you for a [deposit];false",
                "there is NO hidden [deposit];true",
                "ſin [fianza];true",
                "ZERO [deposit];true",
                "please bring your [deposit];false",
                "casino [deposit];false",
                "không cần [đặt cọc];true",
                "tanpa [deposit];true",
                "无[押金];true",
                "有无限额的[押金];false",
                "ไม่มี[มัดจำ];true",
                "[보증금] 없습니다;true",
                "[보증금]을 지급하지 않습니다;true",
                "[보증금]을 지급합니다;false",
                "[záloha] není;true",
                "[záloha] neni;false",
                "[जमा] नहीं;true",
                "[গ্রেফতার] একটি মিথ্যা খবর;true",
                "[deposit], which we do not take;false",
            })
    void knowsWhatIsDenied(String marked, boolean denied) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        assertThat(Negation.denies(withoutMarks(marked), start, end)).isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "buy your own [ticket] first;true",
                "[flight] at your own expense;true",
                "[flight] is SELF-FUNDED;true",
                "[flight] for you, your own room;false",
                "[항공권]은 본인 부담;true",
                "[항공권]은 본인 부담 없음;false",
                "[机票]自理;true",
                "[机票]不用自理;false",
                "[航空券]は自己負担;true",
                "[航空券]は自己負担なし;false",
                "[vé máy bay] tự túc;true",
                "[билет] за СВОЙ счёт;true",
            })
    void knowsWhatTheReaderPays(String marked, boolean forTheReader) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        assertThat(Negation.isForTheReader(withoutMarks(marked), start, end))
                .isEqualTo(forTheReader);
    }

    private static String withoutMarks(String marked) {
        return marked.replace("[", "").replace("]", "");
    }
}
