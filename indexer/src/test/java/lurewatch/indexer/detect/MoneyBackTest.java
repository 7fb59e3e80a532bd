package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which sums go in and are to come back as more.
class MoneyBackTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Put in 300 and in ten minutes get 390 back|300|390",
                "put in £50 on Friday, clicked a bit and got £185 back|50|185",
                "充100返130，秒到账|100|130",
                "先幫店家下單 2,000，當日回 2,360|2000|2360",
                "10만 입금하시면 13만 돌려드려요|100000|130000",
                "20 넣고 52 뺐어요|20|52",
                "立替2万→2.7万返金、立替5万→7万返金|20000|27000",
                "1万円→1万3千円、3万円→4万2千円。入金後15分|10000|13000",
                "Nạp 1tr2 – hoàn 1tr7 trong ngày|1200000|1700000",
                "เติม 800 ถอน 1,040|800|1040",
                "Depo 100k balik 140k|100000|140000",
                "Cash in 500 ➡️ payout 750|500|750",
                "1000 lagao 1300 nikalo|1000|1300",
                "₹500 लगाकर ₹1,200 निकाले|500|1200",
                "৫০০ টাকা রিচার্জ করলে ৭০০ টাকা তুলবেন|500|700",
                "2,000 போட்டா 2,800 திரும்ப வரும்|2000|2800",
                "₹800 కట్టండి → ₹1,080 వాపస్|800|1080",
                "૧,૦૦૦ રિચાર્જ કરો એટલે સાંજે ૧,૨૫૦ ઉપાડો|1000|1250",
                "esewa ma 500 halnus 15 min ma 800 firta|500|800",
                "රු.5,000ක් දැම්මොත් රු.6,800ක් ආපහු|5000|6800",
                "၅ သောင်းသွင်း → ၇ သောင်း ပြန်ရ|50000|70000",
                "ដាក់ប្រាក់ $20 បានមកវិញ $28|20|28",
                "ເຕີມ 3 ແສນ ໄດ້ຄືນ 4 ແສນ|300000|400000",
                "вложил 3 тыс – забрал 4 100|3000|4100",
                "Поповнюєте на 600 грн – після 20 оцінок виводите 810|600|810",
                "5 мың салсаң 7 мың қайтады|5000|7000",
                "200 ming to'ldirsangiz 260 ming qaytadi|200000|260000",
                "1.000 yatır 1.350 çek|1000|1350",
                "اشحن 200 ترجع لك 260|200|260",
                "۳۰ تتر واریز ← ۴۲ تتر برداشت|30|42",
                "pones 200 y en 8 minutos te regresamos 260|200|260",
                "Pix R$ 80 → volta R$ 112|80|112",
                "Wenn du 145 € auflädst, kannst du danach 318 € auszahlen|145|318",
                "wpłacasz BLIKiem 200 zł, klikasz i wraca 260 zł|200|260",
                "pui 150 lei si scoti 205|150|205",
                "Weka 500 upate 800|500|800",
                "500 ብር ሲያስገቡ 700 ብር ይመለሳል|500|700",
                "50мянга хийвэл 70мянга буцаж орно|50000|70000",
                "Einsatz: 40 € → 54 €, 120 € → 168 €|40|54"
            })
    void namesBothSums(String text, String in, String out) {
        assertThat(reason(text)).contains(in + " goes in, " + out + " is to come back");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deposit 500, rent 700 a month",
                "Top up 100 and get 105 of credit",
                "Deposit 300 refunded when you leave, salary 400 paid weekly",
                "Top up 500 and get 530. Top up 1,000 and get 1,100",
                "Junior 1,000 to 1,500, senior 2,000 to 3,000",
                "Exchange today: 100 USD = 130 CAD",
                "We put in 40% and get back 60%",
                "Invested since 2019, we got 2024 customers",
                "10 pcs 15 USD, 20 pcs 28 USD",
                "Put in your CV by 10:00, get an answer by 12:30",
                "월급 200만, 수습 후 250만",
                "底薪3000，转正4000",
                "1+1 deposit, room RM650, 5 mins walk",
                "Call +855 96 000 0069 or 0812-0000-0069 to get in"
            })
    void otherSumsAreNoSuchPair(String text) {
        assertThat(reason(text)).isEmpty();
    }

    /// Who warns is not one who offers, whatever is answered under it.
    @Test
    void aCommentsSumsAreTheComments() {
        String warning =
                "Police warn of fake tasks: victims are told to pay, and lose it all. Do not send"
                        + " money, report such groups to 112.";
        String comments = "\n\n2 comments\nmy cousin lost her savings\n";
        String offer = "Put in 300 and in ten minutes get 390 back, Telegram @sample_task_01";
        assertThat(reason(warning + comments + "sad story")).isEmpty();
        assertThat(reason(warning + comments + offer)).isPresent();
        assertThat(reason(offer + comments + warning)).isPresent();
    }

    @Test
    void aPageOfNumbersIsReadInLinearTime() {
        assertThat(reason("put in 300 → ".repeat(20_000))).isEmpty();
    }

    private static Optional<String> reason(String text) {
        return DETECTOR.assess(text, Optional.empty()).signals().stream()
                .filter(signal -> signal.id().equals("task_scam"))
                .flatMap(signal -> signal.reason().stream())
                .findFirst();
    }
}
