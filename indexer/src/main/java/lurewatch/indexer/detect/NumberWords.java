package lurewatch.indexer.detect;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.text.NumberRows;
import lurewatch.indexer.text.WordMap;

/// The words for digits and numbers in the languages that such ads are written in, all in one:
/// `공일공`, `double nine`, `quarante-neuf`. Immutable.
final class NumberWords {
    /// Without blanks between them only such words are told apart.
    private static final int SHORTEST_OF_RUN = 3;

    private static final int LONGEST_RUN = 15;

    /// Of words with a count behind them.
    private static final int LONGEST_COUNTED = 7;

    /// Words of a run between its first and its last; of fewer, other words are made too: `namba`.
    private static final int LEAST_BEHIND = 1;

    /// Ends what says how often the next digit stands: `double nine`, `fünfmal null`.
    static final String OFTEN = "x";

    /// The digit before it says how often the next one stands: `empat kali nol`.
    static final String TIMES = "x*";

    /// Ends what says how often the digit before it stands: `zero x3`.
    static final String AGAIN = "x<";

    /// End what stands for tens and hundreds, whose last digits the next words may name: `vingt et
    /// un`, `девятьсот двадцать один`.
    static final char OF_TENS = 't';

    static final char OF_HUNDREDS = 'h';

    /// Ends what stands for tens behind the digit that goes with them: `خمسة وسبعين`.
    static final char OF_UNITS = 'u';

    /// Make hundreds and tens of the digit before them, and teens: `beş yüz`, `dua puluh`, `dua
    /// belas`.
    static final String HUNDREDFOLD = "100*";

    /// The same of hundreds that are whole: `오백`.
    static final String ROUND_HUNDREDFOLD = "100*0";

    static final String TENFOLD = "10*";

    /// The same where no digit is before it: ten.
    static final String TEN = "10*t";

    static final String TEENS = "1+";

    /// Makes thousands of the digit before it: `오천`, `lima ribu`.
    static final String THOUSANDFOLD = "1000*";

    /// Ends a digit of which the one before it says how many: `три ноля`, `dos ceros`, `three
    /// fives`.
    static final char PLURAL = '*';

    /// A country code follows.
    static final String PLUS = "+";

    /// Stand between tens and the digit behind them.
    private static final List<String> JOINTS =
            List.of(
                    "et ", "et-", "y ", "e ", "and ", "na ", "și ", "şi ", "si ", "i ", "и ", "و ",
                    "da ", "iyo ", "og ", "o ", "at ", "и ", "ug ", "na't ");

    /// Stand between what says how often a digit stands and the digit: `limang beses na sero`,
    /// `cuatro veces el cero`.
    private static final List<String> LINKS =
            List.of(
                    "na ", "ng ", "ang ", "de ", "of ", "the ", "el ", "o ", "le ", "die ", "lo ",
                    "il ", "a ", "de la ", "den ", "的", "の", "का ", "की ", "तो ", "از ", "عدد ",
                    "الـ", "số ", "เลข", "angka ", "digit ", "цифра ", "цифру ");

    /// Beside these `ba` is eight, as it is nowhere else.
    private static final Set<String> PINYIN =
            Set.of("ling", "yao", "yi", "er", "san", "si", "wu", "liu", "qi", "jiu");

    /// Words that sound like digits and are far more often something else: only within a number do
    /// they mean them.
    private static final Map<String, List<String>> DOUBTFUL =
            Map.of(
                    "0", List.of("灵", "凌"),
                    "1", List.of("won", "腰", "妖"),
                    "2", List.of("to", "too", "tu", "尔", "俩"),
                    "3", List.of("tree", "仨", "散", "伞"),
                    "4", List.of("for", "fore", "por"),
                    "5", List.of("舞", "午", "捂", "武"),
                    "6", List.of("溜", "留"),
                    "7", List.of("漆", "妻", "期"),
                    "8", List.of("ate", "叭", "吧", "巴"),
                    "9", List.of("酒", "久", "韭"));

    private static final Set<String> DOUBTFUL_WORDS =
            Stream.concat(
                            DOUBTFUL.values().stream().flatMap(List::stream),
                            Stream.of("on", "он", "се", "se"))
                    .collect(Collectors.toCollection(HashSet::new));

    private static final int MARK_BITS = 15;

    private static final WordMap<String> WORDS = words();

    /// How long words are at most for each two letters that they begin with, and for each letter
    /// that is a word, by their [#mark]: most words of a text are ruled out.
    private static final byte[] LONGEST = longest();

    /// In the place of a second letter: none.
    private static final char NO_LETTER = 0;

    private NumberWords() {}

    /// What the number word from `start` to `end` of a folded text means: its digits, with
    /// [#OF_TENS] or [#OF_HUNDREDS] behind them where the next words may name the last; [#PLUS]; or
    /// what it makes of the digits beside it.
    static String meaning(String text, int start, int end) {
        return Optional.ofNullable(WORDS.get(text, start, end)).orElseThrow();
    }

    /// The end of the longest number word at `start` of a folded text, one that others follow
    /// without a blank (`nullsiebenneun`) included; `start` where there is none.
    static int endAt(String text, int start) {
        int whole = wholeEnd(text, start);
        if (whole > start || start == text.length() || !mayBegin(text, start)) {
            return whole;
        }
        boolean inside =
                Scripts.isWord(text.charAt(start))
                        && start > 0
                        && Scripts.isWord(text.charAt(start - 1));
        for (int end = Math.min(text.length(), start + longestAt(text, start));
                end - start >= SHORTEST_OF_RUN;
                end--) {
            if (WORDS.get(text, start, end) != null
                    && isRun(text, end, inside ? 0 : LEAST_BEHIND)) {
                return end;
            }
        }
        return start;
    }

    /// Whether the word from `start` to `end` is more often another one.
    static boolean isDoubtful(String text, int start, int end) {
        return DOUBTFUL_WORDS.contains(text.substring(start, end));
    }

    /// Whether number words alone go on to the end of the word, more than `least` of them.
    private static boolean isRun(String text, int start, int least) {
        int i = start;
        for (int words = 0; words < LONGEST_RUN; words++) {
            int whole = wholeEnd(text, i);
            if (whole > i) {
                return words >= least;
            }
            int end = i;
            for (int to = Math.min(text.length(), i + longestAt(text, i));
                    end == i && to - i >= SHORTEST_OF_RUN;
                    to--) {
                end = WORDS.get(text, i, to) != null ? to : i;
            }
            if (end == i) {
                return false;
            }
            i = end;
        }
        return false;
    }

    private static int wholeEnd(String text, int start) {
        if (start == text.length() || !mayBegin(text, start)) {
            return start;
        }
        for (int end = Math.min(text.length(), start + longestAt(text, start));
                end > start;
                end--) {
            boolean whole =
                    end == text.length()
                            || !Scripts.isWord(text.charAt(end - 1))
                            || !Scripts.isWord(text.charAt(end))
                            || (Scripts.isAsciiDigit(text.charAt(end))
                                    && !Scripts.isAsciiDigit(text.charAt(end - 1)));
            if (whole && WORDS.get(text, start, end) != null) {
                return end;
            }
        }
        return start;
    }

    /// Whether a word may begin at `i`; most places are ruled out.
    static boolean mayBegin(String text, int i) {
        return longestAt(text, i) > 0;
    }

    /// How long a word at `i` may be; 0 where none begins.
    private static int longestAt(String text, int i) {
        if (i == text.length()) {
            return 0;
        }
        char first = text.charAt(i);
        int longest = LONGEST[mark(first, NO_LETTER)];
        return i + 1 < text.length()
                ? Math.max(longest, LONGEST[mark(first, text.charAt(i + 1))])
                : longest;
    }

    /// What the number word from `start` to `end` of a folded text means where it stands: one that
    /// says how often a digit stands is of the digit before it where none follows: `null dreimal,
    /// acht`.
    ///
    /// @param behind whether such words are always of the digit before them
    static String meaningThere(String text, int start, int end, boolean behind) {
        String meaning = meaning(text, start, end);
        if (end - start == 2 && text.startsWith("ba", start) && isBesidePinyin(text, start, end)) {
            return "8";
        }
        boolean times = meaning.equals(TIMES);
        if (!times && !meaning.endsWith(OFTEN)) {
            return meaning;
        }
        int past = pastTimes(text, start, end);
        int next = past < text.length() && " -".indexOf(text.charAt(past)) >= 0 ? past + 1 : past;
        next = linkEnd(text, next);
        boolean ahead =
                !behind
                        && next < text.length()
                        && (Scripts.isAsciiDigit(text.charAt(next)) || endAt(text, next) > next);
        return ahead ? meaning : (times ? "" : meaning.substring(0, 1)) + AGAIN;
    }

    private static boolean isBesidePinyin(String text, int start, int end) {
        int before = start - 1;
        while (before > 0 && Scripts.isAsciiLetter(text.charAt(before - 1))) {
            before--;
        }
        int after = end + 1;
        while (after < text.length() && Scripts.isAsciiLetter(text.charAt(after))) {
            after++;
        }
        return (before >= 0 && PINYIN.contains(text.substring(before, Math.max(before, start - 1))))
                || (end < text.length() && PINYIN.contains(text.substring(end + 1, after)));
    }

    /// Past the word that joins tens and the digit behind them; `start` where none stands.
    static int jointEnd(String text, int start) {
        if (start == 0 || " -".indexOf(text.charAt(start - 1)) < 0) {
            return start;
        }
        for (String joint : JOINTS) {
            if (text.startsWith(joint, start)
                    && endAt(text, start + joint.length()) > start + joint.length()) {
                return start + joint.length();
            }
        }
        return start;
    }

    /// Whether it is no more than a blank, a hyphen or a word such as `and`.
    static boolean isJoint(String between) {
        String word = between.replace('-', ' ').strip();
        return word.isEmpty() || JOINTS.contains(word + " ");
    }

    /// Past what links a count and its digit; `start` where nothing does.
    static int linkEnd(String text, int start) {
        for (String link : LINKS) {
            if (text.startsWith(link, start)
                    && endAt(text, start + link.length()) > start + link.length()) {
                return start + link.length();
            }
        }
        return start;
    }

    /// Past a word for *times* behind one that says it already: `tatlong beses`.
    static int pastTimes(String text, int start, int end) {
        if (!meaning(text, start, end).endsWith(OFTEN)
                || end == text.length()
                || text.charAt(end) != ' ') {
            return end;
        }
        int next = endAt(text, end + 1);
        return next > end + 1 && meaning(text, end + 1, next).equals(TIMES) ? next : end;
    }

    private static WordMap<String> words() {
        String[] tables = {
            "공 일 이 삼 사 오 육 칠 팔 구",
            "영 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉",
            "ㅇ",
            "零 一 二 三 四 五 六 七 八 九",
            "〇 幺 两 叁 肆 伍 陆 柒 捌 玖",
            "洞 壹 贰 參 _ _ 陸",
            "_ _ 貳",
            "ゼロ いち に さん よん ご ろく なな はち きゅう",
            "_ _ _ _ _ _ _ _ _ キュー",
            "_ _ _ _ _ _ _ _ _ キュウ",
            "_ _ _ _ _ _ _ 拐 _ 勾",
            "_ _ _ _ _ _ 륙",
            "ぜろ _ _ _ _ _ _ _ _ きゅー",
            "れい イチ ニ サン ヨン ゴ ロク ナナ ハチ キュウ",
            "không một hai ba bốn năm sáu bảy tám chín",
            "khong mot _ _ bon nam sau bay tam chin",
            "_ mốt _ _ tư lăm _ bẩy",
            "ko",
            "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
            "_ ຫນຶ່ງ",
            "_ _ ニ _ _ _ _ _ ハ _",
            "බිංදුව එකයි දෙකයි තුනයි හතරයි පහයි හයයි හතයි අටයි නවයයි",
            "බිංදුවයි එකක් දෙකක් තුනක් හතරක් පහක් හයක් හතක් අටක් නවයක්",
            "බිංදු _ _ _ _ _ _ _ _ නමය",
            "nol satu dua tiga empat lima enam tujuh delapan sembilan",
            "kosong _ _ _ _ _ _ _ lapan",
            "zero one two three four five six seven eight nine",
            "oh",
            "shunya ek do teen char paanch chhah saat aath nau",
            "sunya _ _ tin chaar panch chah sat ath no",
            "sifar _ _ _ _ paach chhe _ _ _",
            "líng yī èr sān sì wǔ liù qī bā jiǔ",
            "ling yi er san si wu liu qi ba jiu",
            "linh yao _ _ _ _ _ _ _ _",
            "صفر ایک دو تین چار پانچ چھ سات آٹھ نو",
            "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
            "_ _ اثنين ثلاثه اربعة خمسه سته سبعه ثمانيه تسعه",
            "শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়",
            "သုည တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ် ရှစ် ကိုး",
            "ສູນ ໜຶ່ງ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ",
            "zéro un deux trois quatre cinq six sept huit neuf",
            "शून्य _ दुई _ _ पाँच छ _ _ _",
            "शून्य एक दो तीन चार पांच छह सात आठ नौ",
            "ज़ीरो वन टू थ्री फोर फाइव सिक्स सेवन एट नाइन",
            "sero isa dalawa tatlo apat lima anim pito walo siyam",
            "sifuri moja mbili tatu nne tano sita saba nane tisa",
            "cero uno dos tres cuatro cinco seis siete ocho nueve",
            "zero um dois três quatro cinco seis sete oito nove",
            "ноль один два три четыре пять шесть семь восемь девять",
            "нуль _ _ _ чотири п'ять шість сім вісім дев'ять",
            "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
            "sifir _ _ uc dort bes alti _ _ _",
            "null eins zwei drei vier fünf sechs sieben acht neun",
            "zero uno due tre quattro cinque sei sette otto nove",
            "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
            "صفر یک دو سه چهار پنج شش هفت هشت نه",
            "nol bir ikki uch to'rt besh olti yetti sakkiz to'qqiz",
            "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
            "тэг нэг хоёр гурав дөрөв тав зургаа долоо найм ес",
            "ዜሮ አንድ ሁለት ሶስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ",
            "பூஜ்ஜியம் ஒன்று இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது",
            "බින්දුව එක දෙක තුන හතර පහ හය හත අට නවය",
            "సున్నా ఒకటి రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది",
            "ಸೊನ್ನೆ ಒಂದು ಎರಡು ಮೂರು ನಾಲ್ಕು ಐದು ಆರು ಏಳು ಎಂಟು ಒಂಬತ್ತು",
            "പൂജ്യം ഒന്ന് രണ്ട് മൂന്ന് നാല് അഞ്ച് ആറ് ഏഴ് എട്ട് ഒമ്പത്",
            "શૂન્ય એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ",
            "ਸਿਫ਼ਰ ਇੱਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ",
            "zero unu doi trei patru cinci șase șapte opt nouă",
            "nul een twee drie vier vijf zes zeven acht negen",
            "ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა",
            "shunya ek don tin char pach saha sat aath nau",
            "शून्य _ दोन _ _ पाच सहा _ _ नऊ",
            "sero uno dos tres kwatro singko sais siyete otso nuwebe",
            "_ _ _ _ kuwatro _ _ syete _ nuebe",
            "_ usa duha tulo upat _ unom _ _ _",
            "sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz",
            "нөл бир эки үч төрт беш алты жети сегиз тогуз",
            "нуль бир икки уч тўрт беш олти етти саккиз тўққиз",
            "нула едно две три четири пет шест седем осем девет",
            "_ едно две _ _ _ _ _ _ _",
            "nula jedna dva tři čtyři pět šest sedm osm devět",
            "_ jeden dvě _ _ _ _ _ _ _",
            "nula jedan dva tri četiri pet šest sedam osam devet",
            "noll ett två tre fyra fem sex sju åtta nio",
            "μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα",
            "_ _ _ _ _ _ _ εφτά οχτώ εννιά",
            "אפס אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע",
            "_ אחד שניים _ _ _ _ _ _ _",
            "զրո մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը",
            "まる いっ _ _ よん ごー _ しち _ く",
            "マル _ _ _ _ _ _ シチ _ _",
            "زیرو ون ٹو تھری فور فائیو سکس سیون ایٹ نائن",
            "জিরো ওয়ান টু থ্রি ফোর ফাইভ সিক্স সেভেন এইট নাইন",
            "जिरो _ _ _ _ _ _ _ _ _",
            "ஜீரோ ஒன் டூ த்ரீ ஃபோர் ஃபைவ் சிக்ஸ் செவன் எய்ட் நைன்",
            "జీరో వన్ టూ త్రీ ఫోర్ ఫైవ్ సిక్స్ సెవెన్ ఎయిట్ నైన్",
            "സീറോ വൺ ടു ത്രീ ഫോർ ഫൈവ് സിക്സ് സെവൻ എയ്റ്റ് നയൻ",
            "زيرو _ _ _ _ _ _ _ _ _",
            "សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន",
            "जीरो _ _ _ _ पांच छः _ _ _",
            "पूर्ण _ _ _ _ _ छे _ _ नौं",
            "সাইফার _ _ _ _ _ ছ _ _ _",
            "பூஜ்யம் ஒண்ணு ரெண்டு மூணு நாலு அஞ்சு _ _ _ ஒம்பது",
            "சைபர் _ _ _ _ _ _ _ _ _",
            "สูน นึง _ _ สี ห้า _ เจด แปด เก้า",
            "ຊູນ ນຶ່ງ _ _ _ _ _ _ _ _",
            "ศูนย _ โท _ _ _ _ _ _ _",
            "သုည တစ်ခု _ _ _ _ _ ခွန် _ _",
            "_ _ _ _ _ _ _ ခုနှစ် _ _",
            "_ واحده _ تلاتة اربعه خمس ست سبع تمانية تسع",
            "_ _ اتنين تلاته _ _ _ _ تمانيه _",
            "_ _ _ ثلاث أربع _ _ _ ثماني _",
            "_ _ _ _ اربع _ _ _ ثمان _",
            "صیفر _ _ _ _ _ چھے _ _ _",
            "ሲሮ _ _ ሦስት _ _ _ _ _ _",
            "zeero _ _ _ _ _ _ _ _ _",
            "sufuri mosi pili _ _ _ _ _ _ _",
            "ноол _ _ _ _ _ _ _ _ _",
            "ноль адин _ _ _ _ шесь _ _ _",
            "сыфыр _ _ _ _ _ _ _ _ _",
            "nulla egy kettő három négy öt hat hét nyolc kilenc",
            "_ _ két _ _ _ _ _ _ _",
            "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän",
            "sifili ɗaya biyu uku huɗu biyar shida bakwai takwas tara",
            "빵",
            "_ _ zwo",
            "нула један два три четири пет шест седам осам девет",
            "_ _ dvije _ cetiri _ sest _ _ _",
            "nič ena _ _ štiri _ _ sedem osem _",
            "nulis vienas du trys keturi penki šeši septyni aštuoni devyni",
            "nulle viens divi trīs četri pieci seši septiņi astoņi deviņi",
            "null üks kaks kolm neli viis kuus seitse kaheksa üheksa",
            "_ një dy tre katër pesë gjashtë shtatë tetë nëntë",
            "nul _ _ tre fire fem seks syv otte _",
            "_ _ _ _ _ _ _ sju åtte _",
            "eber kow laba saddex afar shan lix toddoba siddeed sagaal",
            "сифр як ду се чор панҷ шаш ҳафт ҳашт нӯҳ",
            "သုံည",
            "siro wan _ tri _ payb siks seben eyt nayn",
            "siro wan _ _ _ payv _ seven eit _",
        };
        Map<String, String> words = new HashMap<>();
        for (String table : tables) {
            String[] row = table.split(" ", -1);
            for (int digit = 0; digit < row.length; digit++) {
                words.putIfAbsent(row[digit], String.valueOf(digit));
            }
        }
        words.remove("_");
        putTwoDigits(words);
        putRows(words);
        DOUBTFUL.forEach((digit, alike) -> alike.forEach(word -> words.putIfAbsent(word, digit)));
        putTimes(words);
        words.put("meia", "6"); // half a dozen
        for (String hundred :
                List.of(
                        "yüz", "yuz", "жүз", "سو", "सौ", "ratus", "hundred", "cent", "cents",
                        "trăm", "ร้อย", "honderd", "hundert", "száz")) {
            words.put(hundred, HUNDREDFOLD);
        }
        for (String ten : List.of("puluh", "mươi", "muoi")) {
            words.put(ten, TENFOLD);
        }
        for (String thousand :
                List.of("천", "千", "ribu", "nghìn", "ngàn", "พัน", "thousand", "тысяч", "тысячи")) {
            words.put(thousand, THOUSANDFOLD);
        }
        words.put("백", ROUND_HUNDREDFOLD);
        words.put("belas", TEENS);
        words.put("sepuluh", "10");
        words.put("sebelas", "11");
        words.put("seratus", "100");
        words.put("seribu", "1000");
        words.put("mười", "10" + OF_TENS);
        words.put("เอ็ด", "1");
        words.put("ยี่", "2");
        words.put("o'n", "10" + OF_TENS);
        words.put("on", "10" + OF_TENS);
        words.put("он", "10" + OF_TENS);
        words.put("mil", THOUSANDFOLD);
        words.put("عشرة", "10");
        for (String zeros : List.of("số không", "con số không", "con không", "个零", "個零", "つのゼロ")) {
            words.put(zeros, "0" + PLURAL);
        }
        for (String ten : List.of("十", "십", "สิบ", "ສິບ", "ဆယ်", "ဆယ့်", "じゅう", "ジュウ", "拾")) {
            words.put(ten, TEN);
        }
        putCountedBehind(words);
        for (String plus : List.of("плюс", "प्लस", "প্লাস", "پلس", "プラス", "บวก", "زائد", "artı")) {
            words.put(plus, "+");
        }
        words.put("plus", "+");
        words.put("플러스", "+");
        words.put("cộng", "+");
        return WordMap.of(asFolded(words));
    }

    private static void putRows(Map<String, String> words) {
        for (NumberRows.Row row : NumberRows.all()) {
            int place = 0;
            for (String cell : row.words()) {
                boolean doubtful = cell.endsWith("?");
                String word = folded(cell.replace("?", "").replace('~', ' '));
                if (!word.equals("_")
                        && words.putIfAbsent(word, meaningIn(row, place)) == null
                        && doubtful) {
                    DOUBTFUL_WORDS.add(word);
                }
                place++;
            }
        }
    }

    private static String meaningIn(NumberRows.Row row, int place) {
        return switch (row.kind()) {
            case "digits" -> String.valueOf(place);
            case "numbers" -> String.valueOf(row.first() + place);
            case "tens" -> String.valueOf(row.first() + 10 * place) + OF_TENS;
            case "tens-alone" -> String.valueOf(row.first() + 10 * place);
            case "tens-and" -> String.valueOf(row.first() + 10 * place) + OF_UNITS;
            case "hundreds" -> String.valueOf(row.first() + 100 * place) + OF_HUNDREDS;
            case "plurals" -> String.valueOf(place) + PLURAL;
            case "duals" -> String.valueOf(11 * place + 100).substring(1);
            case "counted" -> String.valueOf(place).repeat(row.first());
            case "oftens" -> row.first() + OFTEN;
            case "behind" -> AGAIN;
            case "times" -> TIMES;
            default -> throw new IllegalArgumentException(row.kind());
        };
    }

    /// With each word as texts are folded.
    private static Map<String, String> asFolded(Map<String, String> words) {
        Map<String, String> folded = new HashMap<>(words);
        words.forEach((word, meaning) -> folded.putIfAbsent(folded(word), meaning));
        return folded;
    }

    /// As texts are folded: normalised, `ı` as `i`.
    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).replace('ı', 'i');
    }

    /// Words and phrases in lines, parted by `|`, as texts are folded.
    static List<String> foldedLines(String lines) {
        return Arrays.stream(lines.strip().split("[|\n]", -1))
                .map(NumberWords::folded)
                .distinct()
                .toList();
    }

    /// Words that say how often the digit beside them stands.
    private static void putTimes(Map<String, String> words) {
        String[][] often = {
            {
                "double|डबल|ডাবল|ดับเบิล|ดับเบิ้ล|เบิ้ล|டபுள்|ඩබල්|ደብል|ડબલ|ਡਬਲ|డబుల్|ಡಬಲ್|ഡബിൾ",
                "doble|dobel|dubbel|doppel|doppelt|dupla|duplo|dobro|doppio|doppia|dublu|dublă|podwójne|podwójny",
                "duplo|dvojité|dvostruka|dvostruko|dobbelt|tupla|διπλό|διπλο|двойной|двойная|подвійний|давхар",
                "دبل|ڈبل|دوبل|دابل|çift|ikkilik|כפול|ორმაგი|կրկնակի|더블|따블|ダブル|双|雙|孖|叠|dalawang|ດັບເບິນ|ດັບເບິ້ນ",
                "dvaput|dvakrát|двапут|дважды|двічі|kétszer|ორჯერ|دوبار|פעמיים|de două ori",
            },
            {
                "triple|ट्रिपल|ট্রিপল|ட்ரிபிள்|ත්‍රිපල්|تربل|ટ્રિપલ|ਟ੍ਰਿਪਲ|ట్రిపుల్|ಟ್ರಿಪಲ್|ട്രിപ്പിൾ|ትሪፕል",
                "tripel|triplo|tripla|trippel|triplu|triplă|potrójne|potrójny|trojité|trostruka|trostruko|driedubbel|dreifach",
                "ٹرپل|تریپل|تريبل|üçlü|τριπλό|τριπλο|тройной|тройная|потрійний|트리플|トリプル|tatlong|tam hoa|ตอง|ทริปเปิล|ทริปเปิ้ล|ຕອງ",
                "triput|třikrát|trikrát|трипут|трижды|тричі|háromszor|სამჯერ|de trei ori",
            },
            {
                "četiriput|čtyřikrát|štyrikrát|четирипут|четырежды|чотири рази|négyszer|ოთხჯერ|tứ quý|quadruple|cuádruple|de patru ori",
            },
            {
                "petput|pětkrát|päťkrát|петпут|пятикратно|ötször|ხუთჯერ|ngũ quý|quintuple",
            },
        };
        for (int i = 0; i < often.length; i++) {
            for (String row : often[i]) {
                for (String word : row.split("\\|", -1)) {
                    words.put(word, (i + 2) + OFTEN);
                }
            }
        }
        String[] counted = {
            "zweimal dreimal viermal fünfmal",
            "ikkita uchta to'rtta beshta",
            "दुईवटा तीनवटा चारवटा पाँचवटा",
            "দুইটা তিনটা চারটা পাঁচটা",
            "দুটো তিনটে চারটে পাঁচটে",
            "tweemaal driemaal viermaal vijfmaal",
            "दोनदा तीनदा चारदा पाचदा",
            "2x 3x 4x 5x",
        };
        for (String row : counted) {
            int times = 2;
            for (String word : row.split(" ", -1)) {
                words.put(word, times++ + OFTEN);
            }
        }
        for (String times :
                List.of(
                        "times", "kali", "fois", "veces", "vezes", "volte", "mal", "раза", "lần",
                        "ครั้ง", "مرات", "بار", "kere", "defa", "razy", "keer", "beses", "बार",
                        "বার", "مرتبہ", "marta", "рет", "con", "个", "個", "تا", "пъти", "пати",
                        "puta", "kertaa", "gånger", "ganger", "gange", "kez", "φορές", "φορες",
                        "पटक", "વાર", "ਵਾਰ", "முறை", "సార్లు", "ಬಾರಿ", "തവണ", "ጊዜ", "удаа", "жолу",
                        "dəfə", "פעמים", "рази", "ຄັ້ງ")) {
            words.put(times, TIMES);
        }
    }

    /// Digits of which the words behind them say how many there are: `බිංදු තුනක්`, `သုညသုံးလုံး`,
    /// `공 세 개`, `ゼロ三つ`; and `x3`.
    private static void putCountedBehind(Map<String, String> words) {
        List<String> sinhala = List.of("දෙකක්", "තුනක්", "හතරක්", "පහක්");
        List<String> burmese = List.of("နှစ်လုံး", "သုံးလုံး", "လေးလုံး", "ငါးလုံး");
        List<String> korean = List.of("두 개", "세 개", "네 개", "다섯 개");
        List<String> japanese = List.of("二つ", "三つ", "四つ", "五つ");
        List<String> inKana = List.of("ふたつ", "みっつ", "よっつ", "いつつ");
        Map<String, String> digits = new HashMap<>(words);
        for (int i = 0; i < sinhala.size(); i++) {
            int count = i + 2;
            words.put("x" + count, count + AGAIN);
            words.put("×" + count, count + AGAIN);
            for (String zero : List.of("බිංදු", "බින්දු")) {
                words.put(zero + " " + sinhala.get(i), "0".repeat(count));
            }
            for (Map.Entry<String, String> digit : digits.entrySet()) {
                if (digit.getValue().length() != 1
                        || !Scripts.isAsciiDigit(digit.getValue().charAt(0))
                        || digit.getKey().length() > LONGEST_COUNTED) {
                    continue;
                }
                String all = digit.getValue().repeat(count);
                char first = digit.getKey().charAt(0);
                if (first >= 0x1000 && first < 0x10A0) {
                    words.put(digit.getKey() + burmese.get(i), all);
                    words.put(digit.getKey() + " " + burmese.get(i), all);
                } else if (Scripts.isHangul(first)) {
                    for (String joint : List.of("", " ", "이 ")) {
                        words.put(digit.getKey() + joint + korean.get(i), all);
                        words.put(digit.getKey() + joint + korean.get(i).replace(" ", ""), all);
                    }
                } else if (Scripts.isKana(first)) {
                    for (String joint : List.of("", "が")) {
                        words.put(digit.getKey() + joint + japanese.get(i), all);
                        words.put(digit.getKey() + joint + inKana.get(i), all);
                        words.put(digit.getKey() + joint + count + "つ", all);
                    }
                }
            }
        }
    }

    /// As people group the digits of their numbers who say them in pairs or threes.
    private static void putTwoDigits(Map<String, String> words) {
        String[] teens = {
            "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
            "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
            "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
            "dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
            "_ _ _ _ _ _ dieciseis dezassete _ dezanove",
            "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать"
                    + " семнадцать восемнадцать девятнадцать",
            "_ одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять"
                    + " сімнадцять вісімнадцять дев'ятнадцять",
            "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
            "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
            "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto"
                    + " diciannove",
            "dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście"
                    + " siedemnaście osiemnaście dziewiętnaście",
            "zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece"
                    + " șaptesprezece optsprezece nouăsprezece",
            "diyes onse dose trese katorse kinse disisais disisiyete disiotso disinuwebe",
            "दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस",
            "tíz tizenegy tizenkettő tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc"
                    + " tizenkilenc",
            "ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده",
        };
        String[] twenties = {
            "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis"
                    + " veintisiete veintiocho veintinueve",
            "_ _ veintidos veintitres _ _ veintiseis",
        };
        String[] units = {
            "eins zwei drei vier fünf sechs sieben acht neun",
            "een twee drie vier vijf zes zeven acht negen",
            "uno due tre quattro cinque sei sette otto nove",
        };
        String[] tens = {
            "twenty thirty forty fifty sixty seventy eighty ninety",
            "vingt trente quarante cinquante soixante septante quatre-vingt nonante",
            "_ _ _ _ _ _ quatre-vingts",
            "_ treinta cuarenta cincuenta sesenta setenta ochenta noventa",
            "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
            "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
            "двадцять тридцять _ п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
            "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
            "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
            "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
            "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt"
                    + " osiemdziesiąt dziewięćdziesiąt",
            "douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci",
            "yirmi otuz kırk elli altmış yetmiş seksen doksan",
            "_ _ kirk _ altmis yetmis _ _",
            "húsz harminc negyven ötven hatvan hetven nyolcvan kilencven",
            "iyirmi _ qırx əlli _ _ səksən doxsan",
            "yigirma o'ttiz qirq ellik oltmish yetmish sakson to'qson",
            "жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
            "жыйырма отуз кырк элүү алтымыш жетимиш _ токсон",
            "بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
            "ishirini thelathini arobaini hamsini sitini sabini themanini tisini",
        };
        String[] hundreds = {
            "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
            "_ двісті _ чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
            "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
                    + " ochocientos novecientos",
            "cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos"
                    + " novecentos",
            "cento duecento trecento quattrocento cinquecento seicento settecento ottocento"
                    + " novecento",
            "_ dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset",
            "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد",
        };
        putAll(words, teens, 10, 1, "");
        putAll(words, twenties, 20, 1, "");
        putAll(words, tens, 20, 10, String.valueOf(OF_TENS));
        putAll(words, hundreds, 100, 100, String.valueOf(OF_HUNDREDS));
        putUnitsFirst(words, units[0], tens, "zwanzig");
        putUnitsFirst(words, units[1], tens, "twintig");
        putJoined(words, units[2], tens, "venti");
    }

    /// `einundvierzig`, `eenenveertig`.
    private static void putUnitsFirst(
            Map<String, String> words, String units, String[] tens, String twenty) {
        String joint = twenty.startsWith("zw") ? "und" : "en";
        int ten = 2;
        for (String tensWord : rowOf(tens, twenty)) {
            int digit = 1;
            for (String unit : units.split(" ", -1)) {
                String shorter = unit.equals("eins") ? "ein" : unit;
                words.putIfAbsent(shorter + joint + tensWord, String.valueOf(10 * ten + digit));
                words.putIfAbsent(
                        shorter + joint.replace("en", "ën") + tensWord,
                        String.valueOf(10 * ten + digit));
                digit++;
            }
            ten++;
        }
    }

    /// `ventidue`, `quarantuno`, and as the first digits of a mobile number `trecentoventi`.
    private static void putJoined(
            Map<String, String> words, String units, String[] tens, String twenty) {
        int ten = 2;
        for (String tensWord : rowOf(tens, twenty)) {
            words.putIfAbsent("trecento" + tensWord, "3" + 10 * ten);
            int digit = 1;
            for (String unit : units.split(" ", -1)) {
                boolean vowel = "uo".indexOf(unit.charAt(0)) >= 0;
                String before = vowel ? tensWord.substring(0, tensWord.length() - 1) : tensWord;
                words.putIfAbsent(before + unit, String.valueOf(10 * ten + digit));
                words.putIfAbsent("trecento" + before + unit, "3" + (10 * ten + digit));
                digit++;
            }
            ten++;
        }
    }

    private static String[] rowOf(String[] tables, String first) {
        for (String table : tables) {
            if (table.startsWith(first + " ")) {
                return table.split(" ", -1);
            }
        }
        throw new IllegalArgumentException("no row begins with " + first);
    }

    private static void putAll(
            Map<String, String> words, String[] tables, int first, int step, String mark) {
        for (String table : tables) {
            int number = first;
            for (String word : table.split(" ", -1)) {
                words.putIfAbsent(word, number + mark);
                number += step;
            }
        }
        words.remove("_");
    }

    private static byte[] longest() {
        byte[] longest = new byte[1 << MARK_BITS];
        for (String word : WORDS.words()) {
            int mark = mark(word.charAt(0), word.length() > 1 ? word.charAt(1) : NO_LETTER);
            longest[mark] = (byte) Math.max(longest[mark], word.length());
        }
        return longest;
    }

    private static int mark(char first, char second) {
        return ((first * 31 + second) * 0x9E3779B9) >>> (Integer.SIZE - MARK_BITS);
    }
}
