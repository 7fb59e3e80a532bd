package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What those who look for mules, couriers and workers behind gates write in formal words, in long
/// ads that read like a firm's: money that passes over the reader's own account, accounts opened
/// for others, answers for the bank and the border, envelopes, and what it costs to leave.
class FormalLuresTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    private static final Set<String> SIGNALS =
            Set.of(
                    "money_mule",
                    "secrecy_request",
                    "courier_companion_role",
                    "exit_penalty",
                    "passport_retention",
                    "confinement_rules",
                    "tourist_visa_entry");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "money_mule|Of each transfer you may keep five percent",
                "money_mule|Payments from our clients arrive on your personal account and you forward the balance the same day in USDT",
                "money_mule|Ihre Aufgabe: Eingang von Kundenzahlungen auf Ihrem Girokonto prüfen",
                "money_mule|Von jedem Betrag dürfen Sie 5 % sofort einbehalten, den Rest leiten Sie in Bitcoin weiter",
                "money_mule|Les virements de nos clients arrivent sur votre compte personnel",
                "money_mule|De cada transferencia usted se queda con el 6 %",
                "money_mule|Os pagamentos dos nossos clientes caem na sua conta pessoal",
                "money_mule|Переводы наших клиентов поступают на вашу карту",
                "money_mule|З кожного переказу залишаєте собі п'ять відсотків",
                "money_mule|입금액의 3%는 본인 몫으로 공제하시고 나머지 금액은 테더로 보내시면 됩니다",
                "money_mule|入金額の5％を報酬として差し引いて、残りを当日中に送金していただきます",
                "money_mule|公司货款转入您本人账户，余款当日转至指定账户",
                "money_mule|客戶貨款匯入您的個人帳戶，餘款當日轉出",
                "money_mule|Pembayaran klien kami masuk ke rekening pribadi Anda",
                "money_mule|Müşterilerimizin ödemeleri kendi hesabınıza gelir",
                "money_mule|حوالات عملائنا تصل إلى حسابك الشخصي",
                "money_mule|پرداخت مشتریان ما به حساب شخصی شما واریز می‌شود",
                "money_mule|हमारे क्लाइंट का पैसा आपके खाते में आएगा",
                "money_mule|Malipo ya wateja wetu huingia kwenye akaunti yako binafsi",
                "money_mule|Ügyfeleink befizetései az ön számlájára érkeznek",
                "money_mule|Przekazanie nam loginów, haseł startowych oraz zdjęcia karty",
                "money_mule|You hand us the logins and passwords; to your coordinator you pass the bank card and PIN",
                "money_mule|Die Zugangsdaten übergeben Sie uns nach der Eröffnung",
                "money_mule|Vous ouvrez un compte à votre nom, puis nous remettre les codes",
                "money_mule|본인 명의로 계좌를 개설하시고 로그인 정보는 담당자에게 전달해 주시면 됩니다",
                "money_mule|ご本人名義で口座を開設し、キャッシュカードと暗証番号を弊社へ送付してください",
                "money_mule|以您本人名义开立账户，登录密码交给我方专员",
                "money_mule|Mở tài khoản chính chủ rồi bàn giao, mật khẩu gửi cho bên em",
                "money_mule|Predáte nám prihlásenie: přihlašovací údaje nám předáte po založení",
                "secrecy_request|Fragen der Bank beantworten Sie bitte mit „Privatverkauf“",
                "secrecy_request|If the bank asks, kindly say it is a loan between friends",
                "secrecy_request|Si la banque vous interroge, dites que c'est une vente entre particuliers",
                "secrecy_request|Si el banco pregunta, diga que es un préstamo familiar",
                "secrecy_request|Если банк спросит, скажите, что это долг друга",
                "secrecy_request|은행 직원이 물으면 인테리어 비용이라고 답하시면 됩니다",
                "secrecy_request|窓口で聞かれたり銀行から確認があれば、リフォーム費用と答えてください",
                "secrecy_request|银行询问时请统一回答是装修款",
                "secrecy_request|行員詢問時請回答裝潢款",
                "secrecy_request|Nếu ngân hàng hỏi, anh chị cứ nói là vay bạn",
                "secrecy_request|O teście nie wolno wspominać w banku",
                "secrecy_request|You must not mention the test to the bank",
                "secrecy_request|Kalau ditanya di imigrasi jawab ketemu teman tiga hari",
                "secrecy_request|At JKIA say you are going for a holiday",
                "secrecy_request|ถ้าเจ้าหน้าที่ถามที่ด่านตรวจ ให้ตอบว่าไปเที่ยว",
                "secrecy_request|Pasaport kontrolünde tatile gidiyorum deyin",
                "secrecy_request|एयरपोर्ट पर कहें कि घूमने जा रहे हैं",
                "secrecy_request|Benki wakikuuliza sema ni mauzo binafsi",
                "courier_companion_role|금융감독원 김대리 심부름 왔다고만 하시면 됩니다",
                "courier_companion_role|받으신 현금은 ATM에서 100만원씩 나눠서 입금하시면 됩니다",
                "courier_companion_role|Stellen Sie sich als Mitarbeiter der Sparkasse vor und holen Sie den Umschlag ab",
                "courier_companion_role|Present yourself as an employee of the bank",
                "courier_companion_role|銀行協会の者だと伝えて、封筒を受け取ってください",
                "courier_companion_role|您就说您是金融监管局派来的",
                "courier_companion_role|Представьтесь сотрудником банка и заберите пакет",
                "courier_companion_role|Présentez-vous comme conseiller bancaire",
                "courier_companion_role|Przedstawia się pan jako pracownik banku",
                "exit_penalty|If you resign you refund USD 4,000 being ticket and training",
                "exit_penalty|Si renuncia antes, deberá reembolsar el pasaje: pasaje y capacitación",
                "exit_penalty|При увольнении до конца контракта возмещаете билет и обучение",
                "exit_penalty|중도 퇴사 시 항공료와 교육비를 반환하셔야 합니다",
                "exit_penalty|提前离职需赔偿机票及培训费用",
                "exit_penalty|Kung uuwi nang maaga, babayaran ang nagastos",
                "exit_penalty|លាឈប់មុនកំណត់ ត្រូវសងថ្លៃសំបុត្រ",
                "passport_retention|Kindly hand him your passport so that HR can register you",
                "passport_retention|Votre passeport est à remettre au chauffeur",
                "passport_retention|여권은 공항에서 기사님께 드리시면 됩니다",
                "passport_retention|Паспорт отдаёте водителю",
                "passport_retention|护照下飞机后交给司机",
                "confinement_rules|Hindi muna puwedeng lumabas ng compound sa unang dalawang buwan",
                "confinement_rules|Two days off a month; to go out of the gate you need an exit pass",
                "confinement_rules|前两个月不得离开园区",
            })
    void knowsWhatIsAskedInFormalWords(String signal, String sentence) {
        assertThat(DETECTOR.assess(sentence, Optional.empty()).signals())
                .extracting(Signal::id)
                .contains(signal);
    }

    /// Bookkeepers, banks, post, couriers, guides and employers who say half of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "As a bookkeeper you check incoming payments on the company's account every morning",
                "Wir leiten Ihre Post am selben Tag weiter",
                "Unsere Kanzlei verwaltet Treuhandgelder auf einem Anderkonto",
                "Vos identifiants vous seront envoyés par courrier, ne les donnez à personne",
                "Nunca le pediremos sus claves de acceso por teléfono",
                "Банк никогда не просит логин и пароль",
                "은행은 비밀번호를 묻지 않습니다",
                "入金額の確認はアプリでいつでもできます",
                "请妥善保管银行卡和密码",
                "Nasabah dapat membuka rekening di cabang kami dengan KTP",
                "Mystery shopper for bank branches: ask about opening an account and write a report",
                "Testerzy aplikacji bankowej: praca na kontach testowych w naszym biurze",
                "If the bank asks for payslips, send us copies and we answer for you",
                "Fragen der Bank zu Ihrem Kredit beantworten wir gern",
                "Si la banque vous demande un justificatif, nous vous le fournissons",
                "Jeśli bank poprosi o dokumenty, proszę odpowiadać zgodnie z prawdą",
                "银行询问收入时请如实回答",
                "At the airport our driver waits for you with a sign",
                "Di bandara petugas kami menunggu dengan papan nama",
                "税関ではパスポートと申告書をご用意ください",
                "공항에서 입국심사를 마치고 셔틀버스를 타세요",
                "Do not mention your salary in the letter of application",
                "The courier delivers sealed envelopes for law firms and courts",
                "Der Kurier holt die Geldkassetten der Filialen mit Panzerwagen ab",
                "Reembolsamos el boleto al terminar la prueba",
                "Bei Kündigung gilt die gesetzliche Frist von vier Wochen",
                "If you resign, your unused leave is paid out with the last salary",
                "退職時には有給休暇を消化できます",
                "Kung magre-resign, magbigay ng abiso tatlumpung araw bago umalis",
                "Photocopie du passeport à joindre au dossier",
                "Show your passport to the driver of the bus at the border",
                "Sürücüye adresi söyleyin",
                "空港での観光案内とチケットの手配",
                "На границе отвечайте на вопросы спокойно и по делу",
                "Als u op vakantie gaat, bent u bij de douane zo klaar",
                "Havalimanında turistik bölgelere servis",
                "在机场办理登机手续后请到三号门",
                "ในสนามบินมีรถไปท่องเที่ยวในเมือง",
                "법원에 서류 접수 심부름 해 주실 분",
                "One day off a week and thirty days of paid leave a year",
                "Salespeople keep ten percent of what they sell",
                "Kundenzahlungen verbuchen Sie auf den Debitorenkonten der Firma",
                "Les clients paient par virement sur le compte de la société",
                "Nach der Eröffnung des Kontos kommt die Karte mit der Post",
                "Ein Umschlag mit den Prüfungsaufgaben liegt auf jedem Tisch",
                "A police officer will introduce the new traffic rules at school",
            })
    void leavesWhoSaysHalfOfIt(String sentence) {
        assertThat(DETECTOR.assess(sentence, Optional.empty()).signals())
                .extracting(Signal::id)
                .doesNotContainAnyElementsOf(SIGNALS);
    }
}
