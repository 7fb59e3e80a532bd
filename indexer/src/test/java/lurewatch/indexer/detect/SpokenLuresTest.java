package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lurewatch.indexer.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What recruiters of mules, couriers and workers say in chats and status updates: answers for the
/// bank and the border, what to do when the police call.
class SpokenLuresTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "secrecy_request|Ngân hàng có hỏi thì nói tiền bán hàng",
                "secrecy_request|ولو حد سألك قول دي فلوس جمعية",
                "secrecy_request|اگه بانک پرسید بگو پول فروش ماشینه",
                "secrecy_request|بینک والے پوچھیں تو کہنا چچا نے بھیجے ہیں",
                "secrecy_request|बैंक वाले पूछें तो बोलना दोस्त का पैसा है",
                "secrecy_request|bank wale puche to bol dena business ka paisa hai",
                "secrecy_request|ব্যাংক থেকে ফোন দিলে বলবেন মামা পাঠিয়েছে",
                "secrecy_request|পুলিশ ফোন দিলে সিম ফেলে দিবেন",
                "secrecy_request|बैंकले सोधे दाइले पठाएको भन्नु",
                "secrecy_request|வங்கியில் கேட்டால் நண்பர் அனுப்பினார் என்று சொல்லுங்கள்",
                "secrecy_request|ธนาคารโทรมาก็บอกว่าขายของออนไลน์",
                "secrecy_request|ဘဏ်က မေးရင် အမျိုးပို့တာလို့ပြောပါ",
                "secrecy_request|은행에서 물어보면 중고거래라고 하시면 됩니다",
                "secrecy_request|銀行に聞かれたら生活費と答えてください",
                "secrecy_request|银行打电话就说是货款",
                "secrecy_request|銀行問就說是貨款",
                "secrecy_request|kalau bank nanya bilang aja hasil jualan",
                "secrecy_request|kalau bank call cakap untuk bisnes baju",
                "secrecy_request|Pag nagtanong ang bangko, sabihin mo galing sa kapatid",
                "secrecy_request|на границе спросят — говори, что к тёте",
                "secrecy_request|якщо банк подзвонить - кажи що продав велосипед",
                "secrecy_request|bankadan ararlarsa araba sattım dersin",
                "secrecy_request|Si el banco te llama di que es un préstamo",
                "secrecy_request|se o banco perguntar, fala que vendeu a moto",
                "secrecy_request|si la banque appelle tu dis que c'est un cadeau",
                "secrecy_request|Fragt die Bank, sagst du einfach Privatverkauf",
                "secrecy_request|als de bank belt zeg je dat het van je oom is",
                "secrecy_request|jak bank zadzwoni mówisz, że za auto",
                "secrecy_request|dacă te sună banca spui că ai vândut mașina",
                "secrecy_request|benki wakiuliza sema ni pesa ya mjomba",
                "secrecy_request|If police call, throw the SIM away",
            })
    void isFound(String signal, String sentence) {
        assertThat(DETECTOR.assess(sentence, Optional.empty()).signals())
                .extracting(Signal::id)
                .contains(signal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If the bank asks for your PIN, hang up and tell us",
                "If police call, answer the questions",
                "Nếu ngân hàng hỏi mã OTP thì đừng đọc",
                "银行打电话核实身份，请配合",
                "은행에서 전화가 오면 서류를 준비해 주세요",
                "Se o banco ligar, não informe a senha",
                "Wenn die Bank anruft, legen Sie auf",
                "si la banque appelle, raccrochez",
                "bankadan ararlarsa şifrenizi vermeyin",
            })
    void isNotWhatWhoWarnsSays(String sentence) {
        assertThat(DETECTOR.assess(sentence, Optional.empty()).signals())
                .extracting(Signal::id)
                .doesNotContain("secrecy_request");
    }
}
