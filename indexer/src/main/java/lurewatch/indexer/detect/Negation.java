package lurewatch.indexer.detect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a phrase is denied where it stands.
final class Negation {
    private static final int BEFORE = 24;
    private static final int AFTER = 32;

    /// "neither prison nor beating" is denied once, at its end.
    private static final String OR = "(?:\\s(?:یا|या|বা|ya)\\s[^.!?।۔\\n]{1,14})?";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final List<HeadedPattern> NEGATED_BEFORE =
            List.of(
                    HeadedPattern.compile(
                            "(?:\\b(?:no|not|never|without|don't|do not|doesn't|won't|isn't|aren't|free of|zero)(?:\\s+\\w{1,8})?\\s+|không\\s(?:cần\\s|phải\\s|có\\s|thu\\s|mất\\s|trả\\s)?|chẳng\\s|bukan\\s|\\b(?:gak|ga|gk|nggak|enggak|ngga)\\s(?:ada\\s|perlu\\s)?|takde\\s|(?:tidak|nggak|enggak)\\s(?:pernah\\s)?(?:ada\\s|perlu\\s|me[mn]\\w{2,9}\\s)?|tanpa\\s|tak\\s|tiada\\s|walang\\s|hindi\\s|não\\s|sem\\s|sin\\s|pas de\\s|без\\s|не\\s(?:плат\\p{L}{1,4}\\s|выплачива\\p{L}{1,3}\\s)?|hakuna\\s|bila\\s)$",
                            FLAGS),
                    HeadedPattern.compile("(?:不|没有|沒有|无|無|非|ไม่(?:มี|ต้อง|เก็บ|ยึด|จ่าย)?)$", 0));

    /// What denies within a few letters after a phrase.
    private static final List<String> DENIALS =
            List.of(
                    "없", "아닙", "아니", "안 함", "안함", "않", "금지", "ありません", "ない", "なし", "不要", "नहीं",
                    "না ", "নেই", "নয়", "نہیں", "není", "မ", "អត់", "ບໍ່");

    /// What calls it untrue, some letters later.
    private static final List<String> UNTRUE = List.of("মিথ্যা", "গুজব", "अफवाह", "افواہ");

    /// 지급하지 않습니다: the verb of what is not done.
    private static final String UNDONE = "지";

    private static final Pattern NEGATED_AFTER =
            Pattern.compile(
                    "^"
                            + OR
                            + "(?:[가-힣]{0,3}\\s?[가-힣]{1,4}"
                            + UNDONE
                            + "\\s?(?:않|못|말)"
                            + "|.{0,4}?(?:"
                            + String.join("|", DENIALS)
                            + "|.{0,6}?(?:"
                            + String.join("|", UNTRUE)
                            + ")))",
                    Pattern.DOTALL);

    /// One of these stands in whatever denies after a phrase, and in little else.
    private static final FewStrings SIGNS_OF_DENIAL =
            FewStrings.of(
                    Stream.of(DENIALS, UNTRUE, List.of(UNDONE)).flatMap(List::stream).toList());

    /// "At your own expense": what is named is not given.
    private static final HeadedPattern BY_THE_READER =
            HeadedPattern.compile(
                    "\\b(?:your|their|his|her|my) own (?:visa|ticket|flight|airfare|accommodation|housing|expense|cost|travel|food|papers)"
                            + "|\\bself[- ](?:funded|financed|paid|arranged)"
                            + "|(?:자비로|(?:본인|개인|각자|개별|스스로)\\s?(?:이\\s?)?(?:부담|해결|준비|결제|구매|발급))(?!\\s?(?:금|이|은|은\\s)?\\s?(?:없|0|zero|x))"
                            + "|(?<!不用|不需|无需|無需|不必|无须)(?:自理|自费|自費|自负|自負|自付|自备|自備)"
                            + "|(?:自己負担|自己手配|各自負担|自腹)(?!\\s?(?:なし|無し|ゼロ|は?ありません|0))"
                            + "|(?<!không )(?<!ko )(?<!không cần )(?<!không phải )\\btự (?:túc|lo|trả|chi trả|mua)"
                            + "|(?<!ไม่ต้อง)(?:ออกเอง|จ่ายเอง|รับผิดชอบเอง|ดูแลเอง|หาเอง)"
                            + "|\\b(?:ditanggung|tanggung|biaya|tanggungan|bayar|urus) sendiri"
                            + "|\\bsariling (?:gastos|bayad|lakad)"
                            + "|\\b(?:por (?:tu|su) cuenta|a cargo del (?:trabajador|candidato|postulante)|por conta própria|por conta do candidato)"
                            + "|\\bà (?:vos|tes|ses) frais|\\bà (?:votre|la) charge du candidat"
                            + "|за (?:свой|ваш) сч[её]т|самостоятельно"
                            + "|\\bkendi (?:imkan|masraf|vize)|adaya aittir"
                            + "|\\b(?:bucht|zahlt|trägt|buchen|zahlen|tragen) (?:ihr|du|sie|man)? ?selbst|\\bauf (?:eigene|deine|ihre) kosten"
                            + "|\\ba (?:proprie|tue|vostre) spese|\\bna własny koszt|власним коштом|за власний рахунок"
                            + "|\\bkwa gharama (?:zako|zenu|yako)|በራስዎ ወጪ|با هزینه (?:خود|شخصی)"
                            + "|अपने खर्च|अपना खर्च|\\bapne kharch|নিজ খরচে|নিজের খরচে|आफ्नै खर्च|اپنے خرچ|على حسابك|على نفقت[كه]|على عاتق",
                    FLAGS);

    /// "Whoever rents accounts here is banned": rules of groups and boards name what lures offer.
    private static final HeadedPattern FORBIDDEN =
            HeadedPattern.compile(
                    "\\b(?:(?:is|are|be|being|get|gets you|you're|you are|instantly|permanently) banned|(?:not|never|isn't|aren't) allowed|forbidden|prohibited|zero tolerance|no (?:renting|selling|buying|trading|lending|job posts?|job offers?|posts about|ads for)|get kicked|will be kicked|(?:is|are) removed)"
                            + "|금지(?!만|\\s?(?:아니|않))|강퇴|강제 ?퇴장|禁止|严禁|嚴禁|踢出|踢群|移出群|强制退会|強制退会|通報し"
                            + "|ห้าม|\\bcấm |không cho phép|\\b(?:dilarang|larangan|di-?kick|bawal|ipinagbabawal)\\b"
                            + "|मना है|प्रतिबंधित|निषेध|নিষেধ|নিষিদ্ধ|ممنوع|منع ہے|يمنع|запрещ|забан|\\bбан\\b"
                            + "|\\b(?:prohibid|proibid|expuls|banid)|\\b(?:interdit|banni)|\\byasak|\\bmarufuku|verboten"
                            + "|တားမြစ်|ហាម|ຫ້າມ",
                    FLAGS);

    /// How far from what is forbidden the word may stand.
    private static final int RULE_BEFORE = 40;

    private static final int RULE_AFTER = 60;

    private static final String RULE_ENDS = ".!?\n。！？।۔";

    private static final String SEPARATORS = ",.;:，、。；;।۔،·|/\n!?！？(（";

    private Negation() {}

    /// Whether the part of the sentence around what is offered says that the reader pays for it or
    /// sees to it.
    static boolean isForTheReader(String raw, int start, int end) {
        int from = start;
        while (from > 0 && start - from < BEFORE && SEPARATORS.indexOf(raw.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < raw.length() && to - end < AFTER && SEPARATORS.indexOf(raw.charAt(to)) < 0) {
            to++;
        }
        return BY_THE_READER.isIn(raw.substring(from, to));
    }

    /// Whether the sentence around says that nobody may do so there.
    static boolean isForbidden(String raw, int start, int end) {
        int from = start;
        while (from > 0
                && start - from < RULE_BEFORE
                && RULE_ENDS.indexOf(raw.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < raw.length()
                && to - end < RULE_AFTER
                && RULE_ENDS.indexOf(raw.charAt(to)) < 0) {
            to++;
        }
        return FORBIDDEN.isIn(raw.substring(from, to));
    }

    static boolean denies(String raw, int start, int end) {
        String before = raw.substring(Math.max(0, start - BEFORE), start);
        String after = raw.substring(end, Math.min(raw.length(), end + AFTER));
        for (HeadedPattern negated : NEGATED_BEFORE) {
            if (negated.isIn(before)) {
                return true;
            }
        }
        return SIGNS_OF_DENIAL.areIn(after) && NEGATED_AFTER.matcher(after).find();
    }
}
