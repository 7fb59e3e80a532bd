package lurewatch.indexer.detect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lurewatch.indexer.text.View;

/// Names with a letter too many or for another, as the text says or shows: `xsxaxmxpxlxe01 (bỏ hết chữ
/// x)`, `ssaammppllee01 (double letters)`, `samp1e_01 (1 is the letter l)`,
/// `[s][a][m][p][l][e]`.
final class AlteredNames {
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_.]{6,64}");

    /// One letter alone.
    private static final Pattern SINGLE =
            Pattern.compile("(?<![A-Za-z0-9_@.'’])[\"'“«]?([A-Za-z])(?:['’]s)?(?![A-Za-z0-9_.@])");

    private static final Pattern DOUBLED =
            Pattern.compile(
                    "doubled?|every letter twice|each letter twice|letters twice|(?:두|2) ?번씩|중복|겹친|겹쳐|重复|重複|两遍|兩遍|两次|兩次|叠|疊|二重|2回ずつ|二回ずつ|ダブ|ซ้ำ|เบิ้ล|ຊ້ຳ|ស្ទួន|နှစ်ခါ|ထပ်|nhân đôi|lặp|gấp đôi|chữ đôi|dobel|double|ganda|doble|duplicad|repetid|dobles|dobrad|doublé|redoublé|en double|doppelt|doppi[ae]|raddoppi|dubbel|podwój|podwoj|zdvojen|dupl[aá]z|kettőz|kétszer|dublat|dubl|dupl|dvostruk|двойн|удво|задво|дважды|по два раза|подво|подвій|двічі|дублира|удвоен|двостру|διπλ|çift|ikişer|qoşa|ikki marta|екі рет|давхар|مكرر|مرتين|مضاعف|دوبار|تکرار|دوبل|دو بار|دہر|ڈبل|दोहर|दुगन|डबल|दो बार|দুইবার|ডাবল|দুবার|இரட்ட|இருமுறை|రెండుసార్లు|డబుల్|ಎರಡು ಬಾರಿ|ഇരട്ട|બે વાર|ਦੋ ਵਾਰ|දෙපාර|දෙවරක්|כפול|פעמיים|ორმაგ|կրկնակ|ሁለት ጊዜ|mara mbili|sau biyu",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What a letter is called, before the letter.
    private static final Pattern LETTER =
            Pattern.compile(
                    "(?:letter|huruf|letra|lettre|buchstabe|lettera|liter[ay]|písmen[oka]*|betű|букв[аыуой]{1,2}|літер[аиу]|chữ(?: cái)?|字母|文字|알파벳|문자|영어|ตัว(?:อักษร)?|ຕົວ|អក្សរ|စာလုံး|حرف(?: ال)?|अक्षर|অক্ষর|எழுத்து|అక్షరం|അക്ഷരം|අකුර|harfi?|hərf|harf|bokstaven?|bogstavet?|kirjain|γράμμα|האות|אות|ასო|տառ|herufi|harafi|әріп|үсэг|slovo|slovom)\\s?(?:is |är |est |es |ist |è )?[\"'“«„]?([A-Za-z])[\"'”»]?(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Digits and the letters that they look like.
    private static final Map<Character, String> ALIKE =
            Map.of('0', "o", '1', "li", '2', "z", '3', "e", '4', "a", '5', "s", '6', "gb", '7', "t", '8', "b", '9', "gq");

    private static final Pattern BOXES =
            Pattern.compile("(?:[\\[({<【「（|]\\s?[A-Za-z0-9_.]\\s?[\\])}>】」）|]\\s?){4,40}");

    /// How far from the name it is said.
    private static final int REACH = 90;

    private static final int NEAR = 28;

    /// So often the letter to drop stands in the name.
    private static final int LEAST = 3;

    private static final int SHORTEST = 4;
    private static final int MOST = 40;

    private final String text;
    private final Map<Integer, String> made = new HashMap<>();

    private AlteredNames(String text) {
        this.text = text;
    }

    /// The view with what is meant in their places; the view itself where there are none.
    static View undone(View view) {
        AlteredNames names = new AlteredNames(view.text());
        names.dropTold();
        names.readRuns();
        names.openBoxes();
        return names.made.isEmpty() ? view : view.replacing(names.made::get);
    }

    /// `remove all the x`: the letter said to be left out, from a name that holds it again and
    /// again.
    private void dropTold() {
        Matcher single = SINGLE.matcher(text);
        for (int found = 0; found < MOST && single.find(); found++) {
            int at = single.start(1);
            Matcher note =
                    PicturesInNames.NOTE
                            .matcher(text)
                            .region(
                                    Math.max(0, at - NEAR),
                                    Math.min(text.length(), at + NEAR));
            if (!note.find()) {
                continue;
            }
            char letter = Character.toLowerCase(text.charAt(at));
            Matcher run =
                    RUN.matcher(text)
                            .region(
                                    Math.max(0, at - REACH),
                                    Math.min(text.length(), at + REACH));
            while (run.find()) {
                int from = run.start();
                int to = run.end();
                IntUnaryOperator lower = i -> Character.toLowerCase(text.charAt(i));
                long times =
                        IntStream.range(from, to)
                                .filter(i -> lower.applyAsInt(i) == letter)
                                .count();
                if (times >= LEAST && to - from - times >= SHORTEST) {
                    IntStream.range(from, to)
                            .filter(i -> lower.applyAsInt(i) == letter)
                            .forEach(i -> made.put(i, ""));
                }
            }
        }
    }

    private void readRuns() {
        Matcher run = RUN.matcher(text);
        int tries = 0;
        while (tries < MOST && run.find()) {
            int from = run.start();
            int to = run.end();
            if (isDoubled(from, to)) {
                tries++;
                if (isSaid(DOUBLED, from, to)) {
                    collapse(from, to);
                }
            }
            readDigits(from, to);
        }
    }

    /// Whether each letter stands there twice.
    private boolean isDoubled(int from, int to) {
        int i = from;
        int pairs = 0;
        while (i + 1 < to && Character.isLetter(text.charAt(i))) {
            if (text.charAt(i) != text.charAt(i + 1)) {
                return false;
            }
            pairs++;
            i += 2;
            while (i < to && text.charAt(i) == '_') {
                i++;
            }
        }
        return pairs >= LEAST;
    }

    private void collapse(int from, int to) {
        int i = from;
        while (i + 1 < to) {
            if (Character.isLetter(text.charAt(i)) && text.charAt(i) == text.charAt(i + 1)) {
                made.put(i + 1, "");
                i++;
            }
            i++;
        }
    }

    private boolean isSaid(Pattern note, int from, int to) {
        return note.matcher(text).region(to, Math.min(text.length(), to + REACH)).find()
                || note.matcher(text).region(Math.max(0, from - REACH), from).find();
    }

    /// `samp1e_01 (letter L)`: a digit between letters that looks like the letter that is named.
    private void readDigits(int from, int to) {
        for (int i = from + 1; i + 1 < to; i++) {
            String alike = ALIKE.get(text.charAt(i));
            if (alike == null
                    || !Character.isLetter(text.charAt(i - 1))
                    || !Character.isLetter(text.charAt(i + 1))) {
                continue;
            }
            Matcher letter =
                    LETTER.matcher(text).region(to, Math.min(text.length(), to + REACH));
            while (letter.find()) {
                String named = letter.group(1).toLowerCase(Locale.ROOT);
                if (alike.contains(named)) {
                    made.put(i, named);
                }
            }
        }
    }

    private void openBoxes() {
        if (text.indexOf(']') < 0
                && text.indexOf(')') < 0
                && text.indexOf('】') < 0
                && text.indexOf('」') < 0
                && text.indexOf('}') < 0
                && text.indexOf('>') < 0) {
            return;
        }
        Matcher boxes = BOXES.matcher(text);
        while (boxes.find()) {
            int last = boxes.end();
            while (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\n') {
                last--;
            }
            for (int i = boxes.start(); i < last; i++) {
                if (!Scripts.isAsciiWord(text.charAt(i)) && text.charAt(i) != '.') {
                    made.put(i, "");
                }
            }
        }
    }
}
