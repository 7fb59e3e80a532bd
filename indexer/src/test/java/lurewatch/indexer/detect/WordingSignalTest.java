package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lurewatch.indexer.AssessmentClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingSignalTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

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

    private static AssessmentClass classOf(String text) {
        return DETECTOR.assess(text, Optional.empty()).assessmentClass();
    }
}
