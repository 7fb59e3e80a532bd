package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextViewsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // vowels typed apart come together, lone consonants stay what people type
                "ㅋㅏ톡|카톡",
                "캄보ㄷㅣ아|캄보디아",
                "ㄷㅐㅊㅜㄹ|대출",
                "ㅌㄹ|ㅌㄹ",
                "ㅋㅋㅋ|ㅋㅋㅋ",
                "텔ㄹ|텔ㄹ",
                // full width, circled, keycap, mathematical, foreign digits
                "８５５|855",
                "①②⓪|120",
                "1️⃣2️⃣|12",
                "𝐓𝐞𝐥𝐞|tele",
                "๐๘๙|089",
                "🅰🆁|ar",
                // look-alikes only where a word mixes scripts
                "Теlеgrаm|telegram",
                "тeлегрaм|телеграм",
                "мама|мама",
                "Αθήνα|αθήνα",
                "高額バイ卜|高額バイト",
                // marks on every letter, and on those alone that have them
                "ḱéŕj́á|kerja",
                "ЌА́Р́Т́Ы́|карты",
                "được|được",
                "šířky|šířky",
                "Óśóńá|osona",
                // written backwards, seen forwards
                "a \u202etnega\u202c|a agent",
                "\u202eไม\u202c|มไ",
                "\u202e(1) eno\u202a owt\u202c\u202c|two one )1(",
                // Burmese in Zawgyi and in Unicode; a zero is a letter beside letters
                "ျမန္မာ|မြန်မာ",
                "ကေမ႓ာဒီးယား အလုပ္|ကမ္ဘောဒီးယား အလုပ်",
                "သို႔ ေရႊကုကၠိဳ|သို့ ရွှေကုက္ကို",
                "သိန္း ၁၀၀ ၀န္ထမ္း|သိန်း 100 ဝန်ထမ်း",
                "မြန်မာ ကမ္ဘောဒီးယား ဝန်ထမ်း|မြန်မာ ကမ္ဘောဒီးယား ဝန်ထမ်း",
                // references written twice, three times, and a program's
                "&#84;ele &amp;#x54;ele|tele tele",
                "\\u0054ele C:\\users|tele c:\\users",
                // the Turkish capital becomes one letter
                "İstanbul|istanbul",
            })
    void foldsWhatIsMeant(String raw, String folded) {
        assertThat(TextViews.of(raw).folded().text()).isEqualTo(folded);
    }

    /// As a program shows UTF-8 that it takes for Windows-1252, and with the five bytes that this
    /// has no sign for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "캄보디아 고수익 알바",
                "柬埔寨 高薪招聘",
                "กัมพูชา รายได้ดี",
                "работа в камбодже",
                "việc nhẹ lương cao",
                "ကမ္ဘောဒီးယား",
                "kamboja 🔥 €2000 “gratis”",
                "élève à être",
            })
    void readsUtf8ThatWasTakenForWindows1252(String meant) {
        String raw = Misencoded.utf8(meant);
        View clean = TextViews.of(raw).clean();
        assertThat(clean.text()).isEqualTo(TextViews.of(meant).clean().text());
        assertThat(clean.rawEnd(clean.length())).isEqualTo(raw.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "face à\u00a0«\u00a0lui\u00a0» et à\u00a0«\u00a0elle\u00a0»",
                "3\u00a0×\u00a04 ×\u00a05",
                "não, irmã\u00a0de são paulo",
                "spaß» und fuß®, groß» und süß®",
                "ça coûte 5€, là-bas… l’été",
                "đặng thị ánh",
            })
    void leavesHonestLettersAlone(String raw) {
        assertThat(TextViews.of(raw).clean().text()).isEqualTo(raw.replace('\u00a0', ' '));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "고.수.익 알바|고수익알바",
                "ปอย_เปต ที่พัก|ปอยเปตที่พัก",
                "คุณ sample_name|คุณsample_name",
                "काम की|कामकी",
                "機票、包吃|机票包吃",
                "+855 (96) 1|+855961",
            })
    void squashesToLettersMarksAndDigits(String raw, String squashed) {
        assertThat(TextViews.of(raw).squashed().text()).isEqualTo(squashed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C@mb0dia|cambodia",
                "t e l e g r a m : x|telegram : x",
                "V.iệc nhẹ|viec nhe",
                "L0ker k4mboja|loker kamboja",
                "data-entry|data entry",
                // spelled out between brackets and pictures, however these vary
                "(t)(e)(l)(e) now|(tele) now",
                "【T】【e】【l】【e】【g】|【teleg】",
                "t♡e♡l♡e|tele",
                "t🔥e❤️l⭐e|tele",
                "W🔥hats|whats",
                "(a) (b) (c) (d)|(a) (b) (c) (d)",
                "Т.а.и.л.а.н.д и Лаос|таиланд и лаос",
                // what stands in hashtags, and parts of three at least where none is
                "#LowonganKerjaKamboja|#lowongan kerja kamboja",
                "#việc_nhẹ_lương_cao|#viec nhe luong cao",
                "work_from_home_in_bavet|work from home in bavet",
                "HiringNowInBavet today|hiring now in bavet today",
                "WhatsApp and YouTube|whatsapp and youtube",
                "@HiringNowInBavet|@hiringnowinbavet",
                "t.me/HiringNowInBavet|t.me/hiringnowinbavet",
                "USA VISA|usa visa",
                // letters drawn out
                "hiiiring freeee nooooow|hiring free noow",
                "mail me@host.com|mail me@host.com",
                "t.me/name|t.me/name",
                "3,000 USD|3,000 usd",
            })
    void baresLatinWords(String raw, String bare) {
        assertThat(TextViews.of(raw).bare().text()).isEqualTo(bare);
    }

    @Test
    void dropsWhatNobodySeesAndCollapsesBlanks() {
        String raw = "텔\u200b레\u2060  그\u00ad램\t\n x\u3164y";
        assertThat(TextViews.of(raw).clean().text()).isEqualTo("텔레 그램\nxy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // struck through, underlined, overgrown: U+0336, U+0332, U+0489, three on one
                "h\u0336i\u0336r\u0336e\u0336|hire",
                "고\u0332수\u0332익\u0332|고수익",
                "j\u0489o\u0489b\u0489|job",
                "j\u031b\u0316\u0357o\u0334\u0321\u0350b\u0320|job",
                "สาว\u0336|สาว",
                // marks that belong to a letter stay
                "vie\u0323\u0302c|việc",
                "вои\u0306на|война",
                "ế|ế",
                "कि|कि",
                "か\u3099|が",
                // references that were written twice
                "&#72;&#x69;re &#53944; &amp; &#0; &#1114112; &#12|hire 트 &amp; &#0; &#1114112; &#12",
            })
    void cleansOfWhatOnlyAdorns(String raw, String clean) {
        assertThat(TextViews.of(raw).clean().text()).isEqualTo(clean);
    }

    @Test
    void keepsJoinersThatScriptsNeed() {
        assertThat(TextViews.of("क्\u200dष").clean().text()).contains("\u200d");
        assertThat(TextViews.of("می\u200cخواهم").clean().text()).contains("\u200c");
    }

    @Test
    void leadsBackToTheRawText() {
        TextViews views = TextViews.of("캄 ㅋㅏ톡 ①");
        int at = views.folded().text().indexOf("카톡");
        assertThat(views.folded().rawStart(at)).isEqualTo(2);
        assertThat(views.folded().rawEnd(at + 2)).isEqualTo(5);
        assertThat(views.squashed().rawEnd(views.squashed().length()))
                .isEqualTo(views.raw().length());
    }

    @Test
    void everyPlaceOfEveryViewLiesInTheRawTextAndInOrder() {
        long seed = 20_261_122L;
        System.out.println("TextViewsTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            String raw = randomText(random);
            TextViews views = TextViews.of(raw);
            for (View view :
                    new View[] {
                        views.clean(), views.folded(), views.squashed(), views.bare(), views.cased()
                    }) {
                requireOrder(raw, view);
            }
        }
    }

    private static void requireOrder(String raw, View view) {
        int last = 0;
        for (int i = 0; i < view.length(); i++) {
            assertThat(view.rawStart(i)).as("start in %s", raw).isBetween(last, raw.length());
            assertThat(view.rawEnd(i + 1))
                    .as("end in %s", raw)
                    .isBetween(view.rawStart(i) + 1, raw.length());
            last = view.rawStart(i);
        }
    }

    private static String randomText(Random random) {
        int[][] ranges = {
            {0x20, 0x7F},
            {0xA0, 0x24F},
            {0x300, 0x36F},
            {0x400, 0x45F},
            {0xE00, 0xE5B},
            {0x1100, 0x11FF},
            {0x200B, 0x206F},
            {0x2460, 0x24FF},
            {0x3131, 0x3163},
            {0xAC00, 0xAD00},
            {0xFE00, 0xFE0F},
            {0xFF00, 0xFFEF},
            {0x1D400, 0x1D7FF},
            {0x1F100, 0x1F1FF},
            {0xD800, 0xDFFF}
        };
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            int[] range = ranges[random.nextInt(ranges.length)];
            text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
        }
        return text.toString();
    }

    /// What a compound is, as an expression says it.
    private static final Pattern COMPOUND =
            Pattern.compile("(?<![\\w@/.])[a-z]{2,20}[._·~*-][a-z]{2,20}(?![\\w@/])");

    @Test
    void putsTogetherWhatAnExpressionFinds() {
        Random random = new Random(20261128);
        String signs = "ab.l_·~*-@/9 한";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                int letters = random.nextInt(30) == 0 ? 19 + random.nextInt(4) : 1;
                made.repeat(signs.charAt(random.nextInt(signs.length())), letters);
                made.repeat('a' + random.nextInt(3), random.nextInt(4));
            }
            String text = made.toString();
            assertThat(MeantView.compounds(text))
                    .as(text)
                    .isEqualTo(
                            COMPOUND.matcher(text)
                                    .results()
                                    .limit(50)
                                    .map(found -> found.group().replaceAll("[._·~*-]", ""))
                                    .map(found -> found.replace('l', 'i'))
                                    .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call the HR office (until 8), 2 steps.|true",
                "data-entry in All Lines|true",
                "C4mbodia|false",
                "t e l e g r a m|false",
                "pass*port|false",
                "thai_land|false",
                "größer|false",
            })
    void knowsWhatIsPlainlyWritten(String raw, boolean isPlain) {
        assertThat(MeantView.isPlainlyWritten(TextViews.of(raw).bare().text(), raw))
                .isEqualTo(isPlain);
    }

    /// Whatever signs, digits and blanks stand among the letters.
    @Test
    void whatIsPlainlyWrittenHidesNothing() {
        String signs = "aelLIiTs aelot  \n\t.,*_-@$!|/1340x~^()\u0001\u007f\u00e9";
        Random random = new Random(7);
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            TextViews views = TextViews.of(text.toString());
            if (MeantView.isPlainlyWritten(views.bare().text(), views.raw())) {
                plain++;
                assertThat(views.meant().text()).isEqualTo(MeantView.asWritten(views.raw()));
            }
        }
        assertThat(plain).isGreaterThan(10_000);
    }
}
