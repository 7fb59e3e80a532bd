package lurewatch.indexer.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import lurewatch.indexer.Sketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # text                                 | masked
                    Salary 2,500 USD, call +855 96 123!    | salary <number> usd call <number>
                    Write to hr@sample.example today       | write to <contact> today
                    see https://a.example/x?y=1 or t.me/ab | see <contact> or <contact>
                    Ｔｅｌｅｇｒａｍ： ＠sample_1 now       | telegram <contact> now
                    월급 300만원                            | 월 급 <number> 만 원
                    月入3万，飞机@sample_cn                 | 月 入 <number> 万 飞 机 <contact>
                    don't worry                            | don't worry
                    1 2 3                                  | <number>
                    """)
    void putSlotsForWhatChanges(String text, String masked) {
        assertThat(MaskedText.of(text).shown()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # text                                                                                    | the same with other names, numbers and disguises
                    캄보디아 시아누크빌 TM 직원 모집. 월 1500만~3000만, 숙식 제공 항공권 지원. 텔레 @sample_a1      | 캄보디아  시아누크빌 TM직원 모집! 월 2000만~2500만, 숙식제공 항공권지원. 텔레 @sample_b2
                    去柬埔寨西港打字员，包吃住包机票，月入3万，有护照即可，飞机 @sample_a1                          | 去柬埔寨西港打字员 包吃住 包机票 月入5万 有护照即可 飞机 @sample_b2
                    รับสมัครแอดมินตอบแชท ทำงานที่ปอยเปต เงินเดือน 30000 ฟรีที่พักอาหาร ไลน์ @sample_a1              | รับสมัครแอดมินตอบแชท ทำงานที่ปอยเปต เงินเดือน 45,000 ฟรีที่พักอาหาร ไลน์ @sample_b2
                    Tuyển nhân viên đánh máy tại Campuchia, bao ăn ở, bao vé, lương 20 triệu, Zalo 0900000001     | TUYỂN NHÂN VIÊN ĐÁNH MÁY TẠI CAMPUCHIA, bao ăn ở, bao vé, lương 35 triệu, Zalo 0900000002
                    Typists wanted in Dubai, free flight and visa, no experience needed, salary 2500, @sample_a1  | Typists  wanted in Dubai - free flight and visa - no experience needed - salary 3,100 - @sample_b2
                    """)
    void areEqualForCopies(String text, String copy) {
        Sketch sketch = Sketches.of(MaskedText.of(text)).orElseThrow();
        assertThat(sketch).isEqualTo(Sketches.of(MaskedText.of(copy)).orElseThrow());
    }

    @Test
    void estimateTheShareOfCommonShingles() {
        Random random = new Random(7);
        double worst = 0;
        for (int round = 0; round < 40; round++) {
            String text = words(random, 200);
            String changed = words(random, 20 * (round % 5)) + " " + text;
            double truth = jaccard(text, changed);
            double estimate =
                    likeness(
                            Sketches.of(MaskedText.of(text)).orElseThrow(),
                            Sketches.of(MaskedText.of(changed)).orElseThrow());
            worst = Math.max(worst, Math.abs(truth - estimate));
        }
        // Four standard errors.
        assertThat(worst).isLessThan(0.25);
    }

    @Test
    void areEmptyWhereThereIsTooLittleToTellTextsApart() {
        assertThat(Sketches.of(MaskedText.of("call me today"))).isEmpty();
        assertThat(Sketches.of(MaskedText.of("1 2 3 @a_b_c ".repeat(50)))).isEmpty();
        assertThat(Sketches.of(MaskedText.of(""))).isEmpty();
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            char letter = (char) ('a' + random.nextInt(26));
            text.append(letter).append((char) ('a' + random.nextInt(26))).append("word ");
        }
        return text.toString();
    }

    private static double jaccard(String a, String b) {
        var first = new java.util.HashSet<Long>();
        for (long shingle : Sketches.shinglesOf(MaskedText.of(a).words())) {
            first.add(shingle);
        }
        long common = 0;
        long[] second = Sketches.shinglesOf(MaskedText.of(b).words());
        for (long shingle : second) {
            common += first.contains(shingle) ? 1 : 0;
        }
        return (double) common / (first.size() + second.length - common);
    }

    /// The share of places in which two sketches agree, 0 to 1.
    private static double likeness(Sketch one, Sketch other) {
        return IntStream.range(0, Sketch.SIZE)
                .mapToDouble(place -> one.at(place) == other.at(place) ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
