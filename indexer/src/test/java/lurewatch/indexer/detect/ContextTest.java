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

    /// However its wording reads: a frame that says its heading again is no lure.
    @Test
    void aWarningInItsPagesFrameIsNoLure() {
        String title = "သတိပြုပါ၊ ရွှေကုက္ကိုအလုပ်ခေါ်စာများသည် လူကုန်ကူးမှု ဖြစ်နိုင်သည်";
        String page =
                title
                        + "\nharbour-times.test\nPartner: moving boxes, half price this week\n"
                        + title
                        + "\nHarbour Times, 2026-11-21 08:52\n"
                        + title;
        assertThat(assess(page).assessmentClass()).isNotEqualTo(AssessmentClass.LURE);
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

    @Test
    void anAdOfCareIsNoVictimsAccount() {
        String ad =
                """
                Live in Caregiver/PCA/DCW/HHA-Lawrence MI
                "Our mission to our clients is to preserve their independence, enhance their quality of life, promote health & wellbeing and have them consider us a part of their family."
                Home Sweet Home In-Home Care has a rewarding position as a Live-In caregiver for client's with developemental disabilities. We are seeking individuals who have a heartfelt desire to help them live safely, independently and happily in the comfort of their own homes. A live- in caregiver would in effect live in the clients home for 3-4 days at a time, providing care and companionship as needed.
                Competitive Compensation with performance reviews Opportunity for Advancement Mileage Reimbursement Paid Orientation and Training
                """;
        assertThat(assess(ad).context()).isEqualTo(Context.NONE);
        assertThat(assess(ad).isUrgent()).isFalse();
    }

    /// Boards put such a line under whatever they print.
    @Test
    void aNoticeAgainstImpostorsMakesNoWarningOfAnAd() {
        String page =
                """
                โปรแกรมเมอร์ บริษัท ตัวอย่าง จำกัด เขตจตุจักร กรุงเทพมหานคร
                เว็บไซต์ : https://www.sample-soft.example/
                ลงประกาศรับสมัครงาน (สมัครสมาชิก) อัตราโฆษณา ค้นประวัติ
                ขอความช่วยเหลือ: support@sample-jobs.example เวลาทำการ: จันทร์-ศุกร์ 8:30-18:00 น.
                งานแยกตามประเภทงาน งานการตลาด งานขาย งานบัญชี งานบริการลูกค้า งานช่างเทคนิค งานก่อสร้างสถาปัตยกรรม งานวิศวกรรม งานทรัพยากรบุคคล งานผลิต งานบริการอาหารและเครื่องดื่ม
                งานแยกตามสถานที่ปฏิบัติงาน กรุงเทพมหานคร เชียงใหม่ ฉะเชิงเทรา ชลบุรี นนทบุรี ปทุมธานี ระยอง สมุทรปราการ สมุทรสาคร พระนครศรีอยุธยา นครราชสีมา
                สำหรับผู้สมัครงาน หางาน สร้างประวัติ งานใกล้รถไฟฟ้า งานใกล้สายรถเมล์ งานนิคมอุตสาหกรรม งานทุพพลภาพ
                สำหรับบริษัท บริการของเรา ติดตามเรา นโยบายความเป็นส่วนตัว นโยบายคุกกี้ ข้อจำกัดความรับผิด
                ตัวอย่างงาน มีเพียงเว็บเดียวเท่านั้น ไม่มีเว็บเครือข่าย โปรดอย่าหลงเชื่อผู้แอบอ้าง และหากผู้ใดแอบอ้าง ไม่ว่าจะทางอีเมล โทรศัพท์ หรือทางใดก็ตาม จะถูกดำเนินคดีตามที่กฎหมายบัญญัติไว้สูงสุด
                """;
        assertThat(assess(page).context()).isEqualTo(Context.NONE);
    }

    @Test
    void aFirmThatWarnsOfImpostorsWarns() {
        String notice =
                """
                ขอแจ้งเตือน มีผู้แอบอ้างเป็นพนักงานของเรา
                โปรดระวัง อย่าโอนเงินและอย่าส่งสำเนาบัตร ให้ผู้ใดทั้งสิ้น
                ทางบริษัทรับสมัครที่สำนักงานเท่านั้น
                พบเห็นโปรดแจ้งเบาะแสตำรวจ สายด่วน 1441 หรือฝ่ายบุคคลของบริษัทที่สำนักงานใหญ่
                """;
        assertThat(assess(notice).context()).isEqualTo(Context.WARNING);
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
