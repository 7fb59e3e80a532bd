package lurewatch.indexer.detect;

import java.util.regex.Pattern;

/// Whether a phrase is denied where it stands.
final class Negation {
    private static final int BEFORE = 24;
    private static final int AFTER = 32;

    /// "neither prison nor beating" is denied once, at its end.
    private static final String OR = "(?:\\s(?:یا|या|বা|ya)\\s[^.!?।۔\\n]{1,14})?";

    private static final Pattern NEGATED_BEFORE =
            Pattern.compile(
                    "(?:\\b(?:no|not|never|without|don't|do not|doesn't|won't|isn't|aren't|free of|zero)(?:\\s+\\w{1,8})?\\s+|不|没有|沒有|无|無|非|không\\s(?:cần\\s|phải\\s|có\\s|thu\\s|mất\\s|trả\\s)?|chẳng\\s|ไม่(?:มี|ต้อง|เก็บ|ยึด|จ่าย)?|bukan\\s|\\b(?:gak|ga|gk|nggak|enggak|ngga)\\s(?:ada\\s|perlu\\s)?|takde\\s|(?:tidak|nggak|enggak)\\s(?:pernah\\s)?(?:ada\\s|perlu\\s|me[mn]\\w{2,9}\\s)?|tanpa\\s|tak\\s|tiada\\s|walang\\s|hindi\\s|não\\s|sem\\s|sin\\s|pas de\\s|без\\s|не\\s(?:плат\\p{L}{1,4}\\s|выплачива\\p{L}{1,3}\\s)?|hakuna\\s|bila\\s)$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NEGATED_AFTER =
            Pattern.compile(
                    "^"
                            + OR
                            // 지급하지 않습니다: the verb of what is not done
                            + "(?:[가-힣]{0,3}\\s?[가-힣]{1,4}지\\s?(?:않|못|말)|.{0,4}?(?:없|아닙|아니|안 함|안함|않|금지|ありません|ない|なし|不要|नहीं|না |নেই|নয়|نہیں|není|မ|អត់|ບໍ່|.{0,6}?(?:মিথ্যা|গুজব|अफवाह|افواہ)))",
                    Pattern.DOTALL);

    private Negation() {}

    static boolean denies(String raw, int start, int end) {
        String before = raw.substring(Math.max(0, start - BEFORE), start);
        String after = raw.substring(end, Math.min(raw.length(), end + AFTER));
        return NEGATED_BEFORE.matcher(before).find() || NEGATED_AFTER.matcher(after).find();
    }
}
