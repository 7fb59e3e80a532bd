package lurewatch.indexer.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;
import lurewatch.indexer.text.WordMap;

/// Telephone numbers in words: `공일공 …`, `không chín không …`, `plus eight five five …`, `零幺…`.
final class SpelledNumbers {
    private static final int MIN_DIGITS = 8;

    /// Numbers of QQ and of BatChat are shorter than telephone numbers.
    private static final int SHORTEST = 5;

    private static final List<ContactKind> NAMED_BY_NUMBER =
            List.of(ContactKind.QQ, ContactKind.BAT);

    private static final int MIN_SPELLED = 4;

    /// Enough digits for a mobile number; of so many, fewer need be in words.
    private static final int LONG = 10;

    private static final int MIN_SPELLED_OF_LONG = 2;
    private static final int MAX_DIGITS = 15;
    private static final int MAX_WORD = 17;

    /// As in `공일공 - 일이삼사`.
    private static final int MAX_GAP = 3;

    /// How many different runs of digits the numbering plans are asked about: far more than any ad
    /// spells out, and few enough that a dump of digits in words costs no more than other text.
    private static final int MAX_ASKED = 200;

    private static final String SEPARATORS = " \n-.,،·*/~_()（）에の、，";

    /// Say how often the next digit stands: `double nine`.
    private static final String TWICE = "2x";

    private static final String THRICE = "3x";

    /// End what stands for tens and hundreds, whose last digits the next words may name: `vingt et
    /// un`, `девятьсот двадцать один`.
    private static final char OF_TENS = 't';

    private static final char OF_HUNDREDS = 'h';

    /// Make hundreds and tens of the digit before them, and teens: `beş yüz`, `dua puluh`, `dua
    /// belas`.
    private static final String HUNDREDFOLD = "100*";

    private static final String TENFOLD = "10*";
    private static final String TEENS = "1+";

    /// More zeros than that nobody counts.
    private static final int MAX_ZEROS = 5;

    /// The digit before it says how many: `три ноля`, `dos ceros`.
    private static final String ZEROS = "0*";

    /// Stand between tens and the digit behind them.
    private static final List<String> JOINTS =
            List.of("et ", "et-", "y ", "e ", "and ", "na ", "și ", "si ", "i ", "и ", "و ");

    /// In French seventy is sixty and ten.
    private static final String COUNTED_TO_TWENTY = "68";

    private static final int MARK_BITS = 14;

    private static final WordMap<String> WORDS = words();

    /// One bit for each two letters that words begin with, and for each letter that is a word, by
    /// their [#mark]: most words of a text are ruled out.
    private static final long[] BEGINNINGS = beginnings();

    /// In the place of a second letter: none.
    private static final char NO_LETTER = 0;

    private final View view;
    private final String text;
    private final String raw;
    private final Cues cues;
    private final PlacedRegions regions;
    private final ContactList contacts;
    private final Map<Asked, Optional<PhoneReading>> answers = new HashMap<>();

    SpelledNumbers(Reading reading, Cues cues, PlacedRegions regions, ContactList contacts) {
        this.cues = cues;
        this.view = reading.views().folded();
        this.text = view.text();
        this.raw = reading.raw();
        this.regions = regions;
        this.contacts = contacts;
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
            "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
            "_ ຫນຶ່ງ",
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
            "សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន",
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
        for (String twice : List.of("double", "डबल", "ডাবল")) {
            words.put(twice, TWICE);
        }
        for (String thrice : List.of("triple", "ट्रिपल", "ট্রিপল")) {
            words.put(thrice, THRICE);
        }
        words.put("meia", "6"); // half a dozen
        for (String hundred :
                List.of(
                        "yüz", "yuz", "жүз", "سو", "सौ", "ratus", "hundred", "cent", "cents",
                        "trăm", "ร้อย", "honderd", "hundert")) {
            words.put(hundred, HUNDREDFOLD);
        }
        for (String ten : List.of("puluh", "mươi", "muoi", "สิบ")) {
            words.put(ten, TENFOLD);
        }
        words.put("belas", TEENS);
        for (String zeros :
                List.of(
                        "zeros", "zeroes", "ceros", "zéros", "zeri", "zera", "nullen", "ноля",
                        "нуля", "нолей", "нулей", "нулі", "нулів")) {
            words.put(zeros, ZEROS);
        }
        for (String twice : List.of("doble", "dobel", "dubbel", "doppel", "دبل", "ڈبل")) {
            words.put(twice, TWICE);
        }
        for (String thrice : List.of("tripel", "triplo", "ٹرپل")) {
            words.put(thrice, THRICE);
        }
        for (String plus : List.of("плюс", "प्लस", "প্লাস", "پلس", "プラス", "บวก", "زائد", "artı")) {
            words.put(plus, "+");
        }
        words.put("plus", "+");
        words.put("플러스", "+");
        words.put("cộng", "+");
        return WordMap.of(words);
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
            "iyirmi _ qırx əlli _ _ səksən doxsan",
            "yigirma o'ttiz qirq ellik oltmish _ sakson to'qson",
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

    private static long[] beginnings() {
        BitSet beginnings = new BitSet(1 << MARK_BITS);
        for (String word : WORDS.words()) {
            beginnings.set(mark(word.charAt(0), word.length() > 1 ? word.charAt(1) : NO_LETTER));
        }
        return Arrays.copyOf(beginnings.toLongArray(), (1 << MARK_BITS) / Long.SIZE);
    }

    private boolean mayBegin(int i) {
        char first = text.charAt(i);
        return begins(first, NO_LETTER)
                || (i + 1 < text.length() && begins(first, text.charAt(i + 1)));
    }

    private static boolean begins(char first, char second) {
        int mark = mark(first, second);
        return (BEGINNINGS[mark >>> 6] >>> mark & 1) != 0;
    }

    private static int mark(char first, char second) {
        return ((first * 31 + second) * 0x9E3779B9) >>> (Integer.SIZE - MARK_BITS);
    }

    void find() {
        int i = 0;
        while (i < text.length() && !contacts.isFull()) {
            boolean begins = startsDigits(i) || (startsWord(i) && wordEnd(i) > i);
            i = begins ? readFrom(i) : afterWord(i);
        }
    }

    /// Past the ASCII word at `start`, within which no other begins; past the one character where
    /// there is none.
    private int afterWord(int start) {
        int i = start + 1;
        if (Scripts.isAsciiWord(text.charAt(start))) {
            while (i < text.length() && Scripts.isAsciiWord(text.charAt(i))) {
                i++;
            }
        }
        return i;
    }

    /// Whether digits begin, of which some may be in words: `138零零138000`.
    private boolean startsDigits(int i) {
        return Scripts.isAsciiDigit(text.charAt(i))
                && (i == 0 || !Scripts.isWord(text.charAt(i - 1)));
    }

    private boolean startsWord(int i) {
        return mayBegin(i) && isWordStart(i);
    }

    private boolean isWordStart(int i) {
        return i == 0 || !Scripts.isWord(text.charAt(i)) || !Scripts.isWord(text.charAt(i - 1));
    }

    /// The end of the longest number word at `start`; `start` where there is none.
    private int wordEnd(int start) {
        if (!mayBegin(start)) {
            return start;
        }
        for (int end = Math.min(text.length(), start + MAX_WORD); end > start; end--) {
            boolean whole =
                    end == text.length()
                            || !Scripts.isWord(text.charAt(end - 1))
                            || !Scripts.isWord(text.charAt(end))
                            || Scripts.isAsciiDigit(text.charAt(end));
            if (whole && WORDS.get(text, start, end) != null) {
                return end;
            }
        }
        return start;
    }

    private int readFrom(int start) {
        StringBuilder digits = new StringBuilder();
        int spelled = 0;
        int times = 1;
        int open = 0; // how many of the last digits the next word may name
        int within = 0; // how many of them the last word might have named
        int i = start;
        int end = start;
        while (i < text.length() && digits.length() < MAX_DIGITS) {
            int wordEnd = wordEnd(i);
            if (wordEnd > i) {
                if (text.substring(end, i).indexOf('\n') >= 0 && !isWhole(wordEnd)) {
                    break; // the next line is about something else: `오늘`
                }
                String word = String.valueOf(WORDS.get(text, i, wordEnd));
                if (word.equals(TWICE) || word.equals(THRICE)) {
                    times = word.charAt(0) - '0';
                } else if (word.equals(ZEROS)) {
                    appendZeros(digits, isBeside(end, i));
                    open = 0;
                } else if (isMultiple(word)) {
                    int next = multiply(digits, word, isBeside(end, i) ? within : -1);
                    if (next < 0) {
                        break;
                    }
                    open = next;
                } else if (word.length() > 1) {
                    open = appendNumber(digits, word, isBeside(end, i) ? open : 0);
                    within = -1;
                } else if (open > 0
                        && isBeside(end, i)
                        && Scripts.isAsciiDigit(word.charAt(0))
                        && word.charAt(0) != '0') {
                    digits.setCharAt(digits.length() - 1, word.charAt(0));
                    within = open;
                    open = 0;
                } else {
                    open = 0;
                    within = times == 1 && !word.equals("0") && !word.equals("+") ? 0 : -1;
                    digits.append(word.repeat(times));
                    times = 1;
                }
                spelled++;
                end = wordEnd;
                i = wordEnd;
            } else if (Scripts.isAsciiDigit(text.charAt(i))) {
                digits.append(text.charAt(i++));
                end = i;
                open = 0;
                within = -1;
            } else if (open > 0 && jointEnd(i) > i) {
                i = jointEnd(i);
            } else if (SEPARATORS.indexOf(text.charAt(i)) >= 0
                    && i - end < MAX_GAP
                    && !PhoneContacts.isBlankLine(view, raw, i)) {
                i++;
            } else {
                break;
            }
        }
        boolean plus = start > 0 && text.charAt(start - 1) == '+';
        boolean enough =
                digits.length() >= LONG ? spelled >= MIN_SPELLED_OF_LONG : spelled >= MIN_SPELLED;
        if (enough && digits.length() >= SHORTEST) {
            add(plus ? "+" + digits : digits.toString(), plus ? start - 1 : start, end);
        }
        return Math.max(end, start + 1);
    }

    /// Appends a number of more than one digit, or puts it in the place of the last digits that are
    /// open; gives how many of its own are.
    private static int appendNumber(StringBuilder digits, String word, int open) {
        char mark = word.charAt(word.length() - 1);
        String number = word.replaceAll("\\D", "");
        int last = digits.length() - 2;
        if (open == 1
                && number.charAt(0) == '1'
                && COUNTED_TO_TWENTY.indexOf(digits.charAt(last)) >= 0) {
            digits.setCharAt(last, (char) (digits.charAt(last) + 1));
            digits.setCharAt(last + 1, number.charAt(1));
        } else if (open == 2 && number.length() == 2) {
            digits.replace(last, last + 2, number);
        } else {
            digits.append(number);
        }
        return mark == OF_TENS ? 1 : mark == OF_HUNDREDS ? 2 : 0;
    }

    private static boolean isMultiple(String word) {
        return word.equals(HUNDREDFOLD) || word.equals(TENFOLD) || word.equals(TEENS);
    }

    /// Makes hundreds, tens or teens of the last digit; gives how many digits the next word may
    /// name, -1 where there is no such digit.
    ///
    /// @param within how many digits the last one might have named; -1 where it cannot be
    ///   multiplied
    private static int multiply(StringBuilder digits, String word, int within) {
        if (within < 0 || digits.isEmpty()) {
            return -1;
        }
        int last = digits.length() - 1;
        char digit = digits.charAt(last);
        if (word.equals(HUNDREDFOLD)) {
            digits.append("00");
            return 2;
        }
        String tens = word.equals(TENFOLD) ? digit + "0" : "1" + digit;
        digits.replace(within == 2 ? last - 1 : last, last + 1, tens);
        return word.equals(TENFOLD) ? 1 : 0;
    }

    /// As many as the digit before says; one where it is none that counts.
    private static void appendZeros(StringBuilder digits, boolean beside) {
        int last = digits.length() - 1;
        int count = beside && last >= 0 ? digits.charAt(last) - '0' : 0;
        if (count >= 2 && count <= MAX_ZEROS) {
            digits.setLength(last);
            digits.append("0".repeat(count));
        } else {
            digits.append('0');
        }
    }

    /// Whether no more than a blank, a hyphen or a word such as `and` stands between two words.
    private boolean isBeside(int end, int start) {
        String between = text.substring(end, start).replace('-', ' ').strip();
        return between.isEmpty() || JOINTS.contains(between + " ");
    }

    /// Past the word that joins tens and the digit behind them; `start` where none stands.
    private int jointEnd(int start) {
        for (String joint : JOINTS) {
            if (text.startsWith(joint, start)
                    && start > 0
                    && " -".indexOf(text.charAt(start - 1)) >= 0
                    && wordEnd(start + joint.length()) > start + joint.length()) {
                return start + joint.length();
            }
        }
        return start;
    }

    /// Whether no other word goes on where a number word ends.
    private boolean isWhole(int wordEnd) {
        return wordEnd == text.length()
                || !Character.isLetter(text.charAt(wordEnd))
                || wordEnd(wordEnd) > wordEnd;
    }

    private void add(String digits, int start, int end) {
        if (contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            return;
        }
        List<Match> named = cues.beside(view.rawStart(start), view.rawEnd(end), contacts);
        List<ContactKind> channels = PhoneReading.channels(named);
        for (ContactKind numbered : NAMED_BY_NUMBER) {
            if (channels.contains(numbered)) {
                add(numbered, digits, 0.9, "name after " + numbered.label() + " cue", start, end);
                return;
            }
        }
        if (digits.length() < MIN_DIGITS) {
            return;
        }
        Regions likely = regions.at(view.rawStart(start), view.rawEnd(end));
        number(new Asked(digits, channels, likely))
                .ifPresent(n -> {
                    for (ContactKind kind : PhoneReading.kinds(named, raw, view.rawEnd(end))) {
                        add(kind, n.valueFor(kind), n.confidence(), n.method(), start, end);
                    }
                });
    }

    /// All that a reading of digits depends on.
    private record Asked(String digits, List<ContactKind> channels, Regions likely) {}

    private Optional<PhoneReading> number(Asked asked) {
        Optional<PhoneReading> known = answers.get(asked);
        if (known == null) {
            if (answers.size() == MAX_ASKED) {
                return Optional.empty();
            }
            known = read(asked);
            answers.put(asked, known);
        }
        return known;
    }

    private static Optional<PhoneReading> read(Asked asked) {
        return PhoneReading.of(asked.digits(), asked.channels(), asked.likely())
                .or(() ->
                        PhoneReading.of("+" + asked.digits(), asked.channels(), asked.likely())
                                .filter(n -> n.best().valid()));
    }

    private void add(
            ContactKind kind, String value, double confidence, String method, int start, int end) {
        contacts.add(
                kind,
                value,
                view,
                start,
                end,
                confidence,
                Concealment.marked("spelled-out " + method));
    }
}
