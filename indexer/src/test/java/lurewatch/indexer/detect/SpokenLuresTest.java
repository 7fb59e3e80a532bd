package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What recruiters of mules, couriers and workers say in chats and status updates: answers for the
/// bank and the border, who keeps the papers, when one may go out, what leaving costs.
class SpokenLuresTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    private static final List<String> CONDUCT =
            List.of(
                    "secrecy_request",
                    "passport_retention",
                    "confinement_rules",
                    "exit_penalty",
                    "tourist_visa_entry",
                    "task_scam");

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
                "secrecy_request|babičce nic neříkej",
                "secrecy_request|a nagymama ne tudja meg",
                "secrecy_request|მეზობლებს არაფერი უთხრა",
                "passport_retention|il passaporto lo tiene il capo, così non lo perdi",
                "passport_retention|paszport leży na recepcji, żeby nie zgubić",
                "passport_retention|Sifuna abantu manje, ipasipoti uyishiya e-reception ukuze ingalahleki",
                "passport_retention|護照寄放櫃台,老闆幫你保管",
                "passport_retention|ang passport ibilin sa reception para dili mawala",
                "passport_retention|పాస్‌పోర్ట్ రిసెప్షన్‌లో ఉంటుంది",
                "passport_retention|your id stays at the desk so you don't lose it",
                "passport_retention|ton passeport, il reste à l'accueil, c'est le boss qui gère",
                "passport_retention|паспорт лежит на ресепшене, чтоб не потерял",
                "passport_retention|护照放前台,老板替你收着",
                "confinement_rules|first month u dont go out, after that with the team leader",
                "confinement_rules|im ersten Monat geht keiner raus",
                "confinement_rules|el primer mes nadie sale, es por seguridad",
                "confinement_rules|头一个月不给出门",
                "confinement_rules|처음 한 달은 밖에 못 나가요",
                "secrecy_request|чат удали перед аэропортом",
                "secrecy_request|跟家里就说去广东打工",
                "exit_penalty|wer früher abhaut, zahlst du das Ticket",
                "exit_penalty|не выдержишь — платишь за билет",
                "irregular_route|my guy walks you across the border at night",
                "irregular_route|不盖章,半夜坐船",
                "tourist_visa_entry|la réservation d'hôtel c'est juste pour montrer",
                "romance_chat_role|once they trust you introduce the investment",
                "romance_chat_role|聊熟了再引到平台",
                "money_mule|holst am Schalter, den Rest gibst du unserem Mann",
                "task_scam|primeras tareas gratis y luego recargas",
            })
    void findsWhatIsSaidInPlainSpeech(String signal, String sentence) {
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
                "Passports are checked at reception and handed back at once",
                "During the first month you will be trained by the team leader",
                "La primera clase es gratis",
                "Nach dem ersten Monat bekommst du einen Schlüssel",
                "护照复印件一份,面试时带来",
                "여권은 본인이 보관합니다",
                "If you leave early, please tell your manager two weeks before",
                "Забронируйте отель и обратный билет заранее",
            })
    void findsNothingInWhatOthersSay(String sentence) {
        assertThat(DETECTOR.assess(sentence, Optional.empty()).signals())
                .extracting(Signal::id)
                .doesNotContainAnyElementsOf(CONDUCT);
    }
}
