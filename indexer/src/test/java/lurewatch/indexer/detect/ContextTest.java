package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContextTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    static Stream<String> rows() {
        return Cases.lines("contexts.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsTheContextAndClass(String row) {
        String[] columns = row.split("\t", -1);
        Assessment assessment = assess(columns[2]);
        assertThat(assessment.context().label()).as(columns[2]).isEqualTo(columns[0]);
        assertThat(assessment.assessmentClass().label()).as(columns[2]).isEqualTo(columns[1]);
    }

    @Test
    void aWarningWithALiveContactIsLookedAt() {
        String text =
                "사기 조심하세요! 캄보디아 TM 직원 모집, 월 1500만, 항공권 지원, 숙식 제공, 감금 폭행 없음. 신고하세요 주의보. 텔레 @sample_w1";
        assertThat(assess(text).assessmentClass()).isNotEqualTo(AssessmentClass.LOW);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noContactMakesARecruiterOfAVictim(String row) {
        String[] columns = row.split("\t", -1);
        if (columns[0].equals("victim_report")) {
            for (String contact :
                    List.of(
                            "WhatsApp +855 96 000 0012",
                            "Telegram @sample_help1",
                            "+44 7700 900123")) {
                String text = columns[2] + ". " + contact;
                assertThat(assess(text).assessmentClass())
                        .as(text)
                        .isNotEqualTo(AssessmentClass.LURE);
            }
        }
    }

    /// Boards put such a line under whatever they print.
    @Test
    void aNoticeAgainstImpostorsMakesNoWarningOfAnAd() {
        String ad =
                """
                เจ้าหน้าที่บัญชี บริษัท ตัวอย่าง จำกัด เขตบางนา กรุงเทพมหานคร
                เงินเดือน 18,000 - 22,000 บาท ประกันสังคม โบนัสประจำปี วันหยุดตามประเพณี
                คุณสมบัติ วุฒิ ปวส. ขึ้นไป ประสบการณ์ 1 ปี ใช้โปรแกรมบัญชีได้
                สมัครด้วยตนเองที่ฝ่ายบุคคล อาคารตัวอย่าง ชั้น 3 สัมภาษณ์ที่บริษัท
                งานอื่น ๆ ของบริษัทนี้ เจ้าหน้าที่ธุรการ พนักงานขาย พนักงานคลังสินค้า ช่างซ่อมบำรุง
                """;
        String notice =
                "เว็บนี้มีเพียงเว็บเดียวเท่านั้น โปรดอย่าหลงเชื่อผู้แอบอ้าง หากผู้ใดแอบอ้างจะถูกดำเนินคดี";
        assertThat(assess(ad + notice).context()).isEqualTo(Context.NONE);
        assertThat(
                        assess(
                                        notice
                                                + " บริษัทไม่มีนโยบายเรียกเก็บเงิน โปรดระวัง อย่าโอนเงิน แจ้งเบาะแสได้ที่ตำรวจ")
                                .context())
                .isEqualTo(Context.WARNING);
    }

    @Test
    void aDenialIsReassuranceOrNothing() {
        assertThat(
                        assess("we never said company keeps your passport, no registration fee")
                                .signals())
                .extracting(Signal::id)
                .doesNotContain("upfront_fee");
    }

    @Test
    void plainSpacingIsNoDisguiseAndSignsAre() {
        assertThat(assess("숙식제공 고수익 알바 카톡 문의").signals())
                .extracting(Signal::id)
                .doesNotContain("obfuscated_contact");
        assertThat(assess("고*수*익 알바").signals())
                .extracting(Signal::id)
                .contains("obfuscated_contact");
        assertThat(assess("식사 기도").signals()).isEmpty();
    }

    private static Assessment assess(String text) {
        return DETECTOR.assess(text, Optional.empty());
    }
}
