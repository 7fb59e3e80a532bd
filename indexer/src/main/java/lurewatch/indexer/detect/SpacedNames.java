package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Names with blanks in them, of which the text says what to do with them: `sample 50 kr（去掉空格）`,
/// `sample rent 49 (underscores for the gaps)`.
final class SpacedNames {
    /// Say that the blanks are none.
    private static final List<String> DROPPED =
            List.of(
                    "no space",
                    "without space",
                    "without blanks",
                    "remove the space",
                    "remove space",
                    "all one word",
                    "one word",
                    "no gaps",
                    "written together",
                    "run together",
                    "zusammen geschrieben",
                    "zusammen schreiben",
                    "alles zusammen",
                    "ohne abstand",
                    "todo pegado",
                    "sin separar",
                    "tout collé",
                    "tout colle",
                    "en un seul mot",
                    "tutto attaccato",
                    "aan elkaar geschreven",
                    "alles aan elkaar",
                    "bez mezer",
                    "bez medzier",
                    "bez odstępów",
                    "pisane razem",
                    "łącznie, bez",
                    "egybeírva",
                    "egybe írva",
                    "szóköz nélkül",
                    "fără spați",
                    "legat, fără",
                    "utan mellanslag",
                    "uten mellomrom",
                    "uden mellemrum",
                    "ilman välilyön",
                    "bez razmaka",
                    "без размака",
                    "без пробіл",
                    "без интервал",
                    "в одно слово",
                    "одним словом без",
                    "χωρίς κενά",
                    "όλα μαζί χωρίς",
                    "ללא רווחים",
                    "בלי רווחים",
                    "bo'shliqsiz",
                    "бос орынсыз",
                    "зайгүй",
                    "بلا مسافات",
                    "من غير مسافات",
                    "بغیر اسپیس",
                    "بغیر سپیس",
                    "बिना खाली जगह",
                    "स्पेस के बिना",
                    "স্পেস ছাড়াই",
                    "ফাঁক ছাড়া",
                    "இடைவெளி இல்லாமல்",
                    "ఖాళీ లేకుండా",
                    "හිස්තැන් නැතුව",
                    "පරතරය නැතුව",
                    "ບໍ່ເວັ້ນວັກ",
                    "ບໍ່ມີຊ່ອງຫວ່າງ",
                    "គ្មានដកឃ្លា",
                    "មិនដកឃ្លា",
                    "space မပါ",
                    "နေရာလွတ်မပါ",
                    "walang puwang",
                    "dikit-dikit",
                    "magkadikit",
                    "띄어쓰기 없",
                    "띄어쓰기 빼",
                    "띄어쓰기 제거",
                    "띄어쓰기없",
                    "공백 없",
                    "공백 제거",
                    "공백 빼",
                    "붙여서",
                    "붙여쓰",
                    "去掉空格",
                    "去空格",
                    "没有空格",
                    "無空格",
                    "无空格",
                    "刪空格",
                    "去除空格",
                    "不要空格",
                    "スペースな",
                    "スペース抜",
                    "スペースは抜",
                    "続けて入力",
                    "ติดกัน",
                    "ไม่เว้นวรรค",
                    "ไม่มีเว้นวรรค",
                    "viết liền",
                    "liền nhau",
                    "không dấu cách",
                    "ko dấu cách",
                    "tanpa spasi",
                    "tanpa jarak",
                    "gabung tanpa",
                    "digabung",
                    "walang space",
                    "без пробел",
                    "слитно",
                    "sin espacio",
                    "todo junto",
                    "sem espaço",
                    "tudo junto",
                    "sans espace",
                    "tout attaché",
                    "ohne leerzeichen",
                    "zusammengeschrieben",
                    "senza spazi",
                    "bez spacji",
                    "zonder spatie",
                    "bitişik",
                    "boşluksuz",
                    "probelsiz",
                    "bo'sh joysiz",
                    "بدون فراغ",
                    "بدون مسافات",
                    "بدون فاصله",
                    "बिना स्पेस",
                    "स्पेस हटा",
                    "স্পেস ছাড়া",
                    "bila nafasi");

    /// Say that they are underscores.
    private static final List<String> UNDERSCORES =
            List.of(
                    "underscores for",
                    "underscore for",
                    "underscores in",
                    "underscores instead",
                    "underscore instead",
                    "underscores where",
                    "underscores between",
                    "underscore between",
                    "with underscore",
                    "unterstrich zwischen",
                    "unterstrich dazwischen",
                    "guion bajo entre",
                    "guión bajo entre",
                    "underline entre",
                    "tiret bas entre",
                    "trattino basso tra",
                    "подчеркивание между",
                    "подчёркивание между",
                    "gạch dưới giữa",
                    "garis bawah di antara",
                    "밑줄로 이어",
                    "언더바로 이어",
                    "中间用下划线",
                    "中间加下划线",
                    "下划线连接",
                    "中間用底線",
                    "中間加底線",
                    "底線連接",
                    "アンダーバーでつな",
                    "ขีดล่างคั่น",
                    "spaces are underscore",
                    "space is underscore",
                    "空格换成下划线",
                    "空格是下划线",
                    "空格改下划线",
                    "空格換底線",
                    "空格改成底線",
                    "空格是底線",
                    "中间下划线",
                    "中间有下划线",
                    "中間底線",
                    "띄어쓰기는 언더바",
                    "띄어쓰기는 밑줄",
                    "띄어쓰기 대신 언더바",
                    "띄어쓰기 대신 밑줄",
                    "공백은 언더바",
                    "스페이스는 언더바",
                    "スペースはアンダーバー",
                    "スペースはアンダースコア",
                    "dấu cách là gạch dưới",
                    "thay dấu cách bằng gạch dưới",
                    "có gạch dưới",
                    "gạch dưới ở giữa",
                    "spasi diganti",
                    "spasi jadi",
                    "pakai underscore",
                    "pakai garis bawah",
                    "pake underscore",
                    "guna underscore",
                    "เว้นวรรคเป็นขีดล่าง",
                    "มีขีดล่างคั่น",
                    "вместо пробел",
                    "через нижнее подч",
                    "через подч",
                    "через нижнє підкр",
                    "con guion bajo",
                    "con guión bajo",
                    "con guiones bajos",
                    "espacios son guion",
                    "com underline",
                    "com sublinhado",
                    "avec des tirets bas",
                    "avec tiret bas",
                    "avec des underscores",
                    "mit unterstrich",
                    "con trattino basso",
                    "alt çizgi ile",
                    "boşluk yerine alt",
                    "alt tire ile",
                    "pastki chiziqcha bilan",
                    "pastki chiziq bilan",
                    "tagchiziq bilan",
                    "بينهما شرطة سفلية",
                    "بدل الفراغ",
                    "با آندرلاین",
                    "با خط زیر",
                    "अंडरस्कोर के साथ",
                    "kwa underscore");

    private static final FewStrings NOTES =
            FewStrings.of(Stream.concat(DROPPED.stream(), UNDERSCORES.stream()).toList());

    /// Say before that of which case the letters are.
    private static final String CASE =
            "(?:it'?s |in |all |everything )?(?:all )?(?:lower ?case|lowercased|small letters|small caps|no capitals|no caps)|(?:alles |nur )?(?:klein ?geschrieben|kleinbuchstaben|klein)|(?:tout )?(?:en )?minuscules?|(?:todo |tudo )?(?:en |em )?min[uú]scul[ao]s?|(?:tutto )?(?:in )?minuscol[oe]|(?:alles )?(?:in )?kleine letters|małymi literami|malymi pismeny|malým písmem|kisbetűvel|cu litere mici|små bokstäver|små bogstaver|små bokstaver|pienellä|malim slovima|маленькими(?: буквами)?|строчными(?: буквами)?|маленькими літерами|малими літерами|малки букви|πεζά|küçük harf(?:le|lerle)?|kichik harf(?:lar)?(?: bilan)?|(?:semua )?huruf kecil(?: semua)?|maliit na letra|lahat maliit|(?:viết )?(?:chữ )?thường|ตัวเล็ก(?:หมด|ทั้งหมด)?|ตัวพิมพ์เล็ก(?:หมด)?|소문자(?:로|만)?|(?:全部?|都)?小[写寫](?:字母)?|(?:全部?)?小文字(?:で)?|حروف صغيرة|حروف کوچک|छोटे अक्षर|ছোট হাতের";

    /// Two to five pieces, and what may stand between them and the note.
    private static final Pattern PIECES =
            Pattern.compile(
                    "([A-Za-z0-9_.]{1,32}(?: [A-Za-z0-9_.]{1,32}){1,4}) ?[(（\\[\"”」,，;:：—–-]{0,2} ?(?:(?:"
                            + CASE
                            + ")[,，、;/]? ?(?:and |und |y |e |et |i |и |en |och |ve |dan |và )?)?(?:use |using |pls use |dùng |viết |all |son |[^\\x00-\\x7F]{1,12} ?)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// `Unterstrich zwischen den Wörtern: sample hr49`.
    private static final Pattern BEHIND_NOTE =
            Pattern.compile(
                    "[^:：\\n]{1,48}[:：] ?@?([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,30}[A-Za-z0-9_])?(?: [A-Za-z0-9_](?:[A-Za-z0-9_.]{0,30}[A-Za-z0-9_])?){1,3})(?=$|[,;)\\n。，]|\\. )");

    private static final int REACH = 120;

    /// Between the channel and the note stands the name, and of which case its letters are.
    private static final int MAX_BEFORE_NOTE = 96;

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    SpacedNames(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    /// @param folded the view in lower case, for the notes
    void find(View folded) {
        NOTES.scan(
                folded.text(),
                (note, start, end) ->
                        read(folded.rawStart(start), note < DROPPED.size() ? "" : "_"));
    }

    private void read(int rawNote, String joint) {
        Optional<Match> cue = cues.before(rawNote, MAX_BEFORE_NOTE);
        Optional<ContactKind> kind = cue.flatMap(HandleContacts::channelWithNames);
        if (kind.isEmpty()) {
            return;
        }
        int note = view.indexOf(rawNote);
        int start = afterFillers(view.indexOf(cue.get().end()), note);
        Matcher pieces = PIECES.matcher(text).region(start, note);
        if (!pieces.matches()) {
            pieces = BEHIND_NOTE.matcher(text).region(note, Math.min(text.length(), note + REACH));
            if (!pieces.lookingAt() || text.substring(start, note).indexOf('\n') >= 0) {
                return;
            }
        }
        String name = pieces.group(1).replace(" ", joint);
        Handle handle = new Handle(name, pieces.start(1), pieces.end(1), true, true);
        if (handle.fits(kind.get()) && names.isFree(handle)) {
            cues.togetherWith(cue.get())
                    .forEach(named ->
                            HandleContacts.channelWithNames(named)
                                    .filter(handle::fits)
                                    .ifPresent(k ->
                                            names.add(
                                                    handle,
                                                    k,
                                                    0.85,
                                                    "name in pieces after " + k.label() + " cue",
                                                    cue)));
        }
    }

    /// Past signs, and words such as `id` and `at`.
    private int afterFillers(int from, int to) {
        int start = from;
        int i = from;
        while (i < to) {
            if (!Scripts.isAsciiWord(text.charAt(i))) {
                start = ++i;
                continue;
            }
            int end = i;
            while (end < to && Scripts.isAsciiWord(text.charAt(end))) {
                end++;
            }
            String word = text.substring(i, end).toLowerCase(Locale.ROOT);
            if (!word.equals("at") && !HandleWords.isFiller(word)) {
                return i;
            }
            i = end;
            start = end;
        }
        return start;
    }
}
