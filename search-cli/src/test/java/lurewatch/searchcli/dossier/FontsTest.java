package lurewatch.searchcli.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FontsTest {
    private final Fonts fonts = Fonts.shipped();

    private static BitSet of(String text) {
        BitSet characters = new BitSet();
        text.codePoints().forEach(characters::set);
        return characters;
    }

    /// One sentence of each language that lures are written in, and one file that it needs.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noto-sans-latin      | English, français, español: free flight & visa — $2,500 “net”",
                "noto-sans-vietnamese | Việc nhẹ lương cao, bao vé máy bay, đi diện du lịch",
                "noto-sans-latin-ext  | Yüksek maaş, ücretsiz uçak bileti; oʻzbekcha, Türkçe ışık ğ",
                "noto-sans-cyrillic   | Высокая зарплата, бесплатный билет, Камбоджа; өндөр цалин",
                "noto-sans-kr         | 캄보디아 고수익 알바, 항공권 지원 ㅌㄹ ㅋㅋ ㈜뷁",
                "noto-sans-sc         | 高薪招聘 柬埔寨 包机票 包吃住，联系薪资",
                "noto-sans-sc         | 高薪誠徵 柬埔寨 包機票 護照 臺灣 龜 鬱",
                "noto-sans-sc         | 海外高収入 カンボジア 航空券無料、寮あり 働 込",
                "noto-sans-thai       | งานแอดมิน กัมพูชา รายได้สูง ตั๋วเครื่องบินฟรี ๕๐๐๐ ฿",
                "noto-sans-khmer      | ការងារ​នៅ​ភ្នំពេញ ប្រាក់ខែ​ខ្ពស់ ១២៣",
                "noto-sans-myanmar    | မြန်မာနိုင်ငံ အလုပ်ခေါ်စာ လစာမြင့် ၁၂၃",
                "noto-sans-lao        | ວຽກເງິນເດືອນສູງ ປີ້ຍົນຟຣີ ໑໒໓",
                "noto-sans-devanagari | विदेश में नौकरी, मुफ्त टिकट, ऊँची तनख्वाह ₹",
                "noto-sans-bengali    | বিদেশে চাকরি, বিনামূল্যে টিকিট, উচ্চ বেতন ৳",
                "noto-sans-sinhala    | විදේශ රැකියා, නොමිලේ ගුවන් ටිකට්, ශ්‍රී ලංකා",
                "noto-sans-tamil      | வெளிநாட்டு வேலை, இலவச விமான டிக்கெட்",
                "noto-emoji           | 🔥 高薪 💰💵 ✅ 📞 ✈️ 📩 🇰🇭 ‼️ 👉🏻 ❤️ 🛂 🏨",
                "noto-sans-arabic     | وظائف براتب عال، تذكرة مجانية؛ نوکری ملک سے باہر ٹکٹ ۱۲۳",
            })
    void drawsTheScriptsOfLures(String file, String sentence) throws IOException {
        assertThat(fonts.withoutFont(of(sentence))).isEmpty();
        assertThat(fonts.rulesFor(of(sentence))).contains("data:font/woff2;base64,d09GMg");
        assertThat(fonts.filesFor(of(sentence))).anyMatch(name -> name.startsWith(file.strip()));
    }

    @Test
    void bringsNothingForWhatIsNotThere() throws IOException {
        assertThat(fonts.filesFor(of("plain"))).containsExactly("noto-sans-latin.woff2");
        assertThat(fonts.filesFor(of("a\u200d\ufe0f\u200b")))
                .containsExactly("noto-sans-latin.woff2");
        assertThat(fonts.filesFor(new BitSet())).isEmpty();
        assertThat(fonts.rulesFor(new BitSet())).isEmpty();
    }

    @Test
    void namesWhatItCannotDraw() {
        assertThat(fonts.withoutFont(of("flight 🀄💰 ꦧꦱ️ 𝐜𝐚𝐬𝐡 \u200b\t")))
                .containsExactly("javanese", "mathematical alphanumeric symbols");
    }

    @Test
    void notesCharactersHoweverTheyAreWritten() throws IOException {
        StringWriter out = new StringWriter();
        try (NotedWriter noted = new NotedWriter(out)) {
            noted.write('a');
            noted.write("xb💰".substring(1, 3));
            noted.write("💰y".substring(1));
            noted.write(new char[] {'n', 'c', 'n'}, 1, 1);
            noted.append("d");
            assertThat(noted.seen()).isEqualTo(of("ab💰ycd"));
        }
        assertThat(out.toString()).isEqualTo("ab💰ycd");
    }
}
