package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingSignalTest {
    private static final Detector DETECTOR = Cases.shippedDetector();
    private static final String DOUBT = "ctx_other_wording";

    private static final String HOSTEL =
            "Our hostel in Phnom Penh is looking for one more pair of hands at the desk, room and"
                    + " breakfast included, ask Tom on Telegram @sample_host1";

    private static final String COACH =
            "Xe khách Sài Gòn - Bavet - Phnom Penh, ghế 450k, ngày 3 chuyến, đặt qua zalo 0900 000 301";

    private static final String LAUNDRY =
            "西港转让洗衣店，设备九成新，月租 600 刀，合同还有两年，老客户稳定。因老婆生孩子要回国，价格可谈，看店请提前一天微信"
                    + " sample_laundry29，中介勿扰。";

    /// A place, a way there and a messenger are all that words say; what is offered only the
    /// wording tells.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Люди нужны, Мьявади, вылет на этой неделе, жильё за нами. Телеграм @sample_word5",
                "Need four for the evening shift in Bavet, you just keep conversations going. Telegram @sample_word6"
            })
    void aSureWordingOffersWhatWordsDoNot(String text) {
        assertThat(classOf(text)).isEqualTo(AssessmentClass.LURE);
    }

    /// What rents, invites or leads says as much of places and messengers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Flat share in Mae Sot, big kitchen, quiet street, 4,000 baht. Two nurses. Telegram @sample_word8",
                "Community dinner every Thursday in Sihanoukville, bring a dish. Telegram @sample_word9",
                "Contabilidade abre sua empresa no seu nome em 7 dias, honorário fixo, escritório na Sé. Zap (11) 90000-0321"
            })
    void whatIsWordedOtherwiseStaysBelow(String text) {
        assertThat(classOf(text)).isNotEqualTo(AssessmentClass.LURE);
    }

    /// Nobody is named a suspect by letters alone.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Just come, we take care of you, money every day and no questions, Telegram @sample_word1",
                "한 달만 같이 있으면 인생이 바뀝니다. 형님이 다 챙겨 줍니다. 텔레 @sample_word2"
            })
    void alonePointsNobodyOut(String text) {
        assertThat(classOf(text)).isEqualTo(AssessmentClass.REVIEW);
    }

    /// A message needs no contact: it is answered where it was sent.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lend me your spare bank account for two weeks, I need the card and the PIN, you keep 300",
                "Kdo má volnou kartu? Půjč mi ji na týden i s pinem, 5 tisíc na ruku"
            })
    void aMessageIsAnsweredWhereItWasSent(String text) {
        assertThat(classOf(text)).isEqualTo(AssessmentClass.LURE);
    }

    /// Nor does it need a word that is known, if all of it is put as lures are.
    @Test
    void aMessageInUnknownWordsIsWorthALook() {
        String text =
                "안녕하세요~ 맘카페에서 보고 연락드려요. 재택 찾으신다고 하셔서요. 저는 상품 주문 대행 부업 하고 있는데"
                        + " 담당자님 소개해드릴까요? 저 이걸로 지난달 87만원 벌었어요";
        Assessment assessment = DETECTOR.assess(text, Optional.empty());
        assertThat(assessment.contacts()).isEmpty();
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.REVIEW);
    }

    /// Titles and what says how a firm hires are in as many words.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Embedded Software Project Manager (Japanese Speaking)\nSample Global Software Technologies Company Limited",
                "Our depot hires two mechanics for lorries. Certificate of the chamber needed, pay by the collective agreement, start in May; bring your papers on Monday morning"
            })
    void whatHiresWithoutAContactIsNot(String text) {
        assertThat(classOf(text)).isEqualTo(AssessmentClass.LOW);
    }

    /// A headline, a question, a family's news and a sale are as short.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Police in Phnom Penh free 40 workers from an online casino",
                "Never lend anybody your bank card or PIN, however much they pay you",
                "Is a job in Laos with the ticket paid a scam? Has anybody been there?",
                "My sister works at a hotel in Sihanoukville and comes home for Christmas",
                "Forgot the PIN of my bank card, the new one comes by post next week"
            })
    void whatIsAsShortIsNoOffer(String text) {
        assertThat(classOf(text)).isNotEqualTo(AssessmentClass.LURE);
    }

    /// The words of lures in a timetable and in the sale of a shop.
    @ParameterizedTest
    @ValueSource(strings = {COACH, LAUNDRY})
    void whatIsWordedAsOthersIsWorthALookAndNoMore(String text) {
        Assessment assessment = DETECTOR.assess(text, Optional.empty());
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.REVIEW);
        assertThat(idsOf(assessment)).contains(DOUBT);
        Quotes.requireTrue(text, assessment);
    }

    /// What the wording takes is told, and no signal loses its part for it.
    @Test
    void whatTheWordingTakesIsTold() {
        Assessment assessment = DETECTOR.assess(LAUNDRY, Optional.empty());
        assertThat(assessment.contributions())
                .filteredOn(c -> c.signalId().equals(DOUBT))
                .singleElement()
                .satisfies(c -> assertThat(c.points()).isNegative());
        assertThat(
                        assessment.contributions().stream()
                                .mapToDouble(Assessment.Contribution::points)
                                .sum())
                .isCloseTo(assessment.score(), within(1e-9));
    }

    /// Who hides a lure among honest lines gains nothing: a passage is judged by itself.
    @Test
    void honestLinesAroundALureRaiseNoDoubt() {
        String text =
                (HOSTEL + "\n").repeat(3)
                        + "Chat operators wanted in Poipet, free flight ticket, 1500 usd, Telegram @sample_c1\n"
                        + (HOSTEL + "\n").repeat(3);
        Assessment assessment = DETECTOR.assess(text, Optional.empty());
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.LURE);
        assertThat(idsOf(assessment)).doesNotContain(DOUBT);
    }

    /// Some word is known, and the wording says the rest.
    @Test
    void aPlainWordingNeedsFewWords() {
        String text =
                "Yaa hesabını bir haftalığına bana versen, kart da bende kalsın, 5 bin veririm sana,"
                        + " başın ağrımaz";
        assertThat(classOf(text)).isEqualTo(AssessmentClass.LURE);
    }

    private static List<String> idsOf(Assessment assessment) {
        return assessment.signals().stream().map(Signal::id).toList();
    }

    private static AssessmentClass classOf(String text) {
        return DETECTOR.assess(text, Optional.empty()).assessmentClass();
    }
}
