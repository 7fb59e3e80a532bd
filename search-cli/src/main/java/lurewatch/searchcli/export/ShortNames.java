package lurewatch.searchcli.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names of two characters, as most Chinese ones are: known in a text only where they stand alone
/// or with what goes with a name, as two characters are part of many words.
final class ShortNames {
    private static final Set<Character.UnicodeScript> SCRIPTS =
            Set.of(
                    Character.UnicodeScript.HAN,
                    Character.UnicodeScript.HANGUL,
                    Character.UnicodeScript.HIRAGANA,
                    Character.UnicodeScript.KATAKANA);

    private static final int LENGTH = 2;

    private static final List<String> BEFORE =
            List.of(
                    "找", "叫", "加", "洽", "问", "問", "是", "联系", "聯繫", "聯絡", "联系人", "聯絡人", "姓名", "老板",
                    "老闆", "담당", "담당자", "문의", "성함", "이름", "担当");

    private static final List<String> AFTER =
            List.of(
                    "先生", "小姐", "女士", "老师", "老師", "经理", "經理", "主管", "老板", "老闆", "哥", "姐", "总", "總",
                    "本人", "さん", "様", "さま", "氏", "くん", "ちゃん", "씨", "님", "이", "가", "은", "는", "을", "를",
                    "의", "입니다", "이다", "에게", "한테", "께", "와", "과", "대리", "실장", "팀장", "부장", "사장", "대표",
                    "이사", "매니저", "선생");

    private final Set<String> names = new HashSet<>();

    /// Takes a name that is one of them.
    void add(String name) {
        if (name.length() == LENGTH && name.chars().allMatch(ShortNames::isOfScripts)) {
            names.add(name);
        }
    }

    void markIn(String text, boolean[] marks) {
        for (int i = 0; i + LENGTH <= text.length() && !names.isEmpty(); i++) {
            if (names.contains(text.substring(i, i + LENGTH))
                    && isBegun(text, i)
                    && isEnded(text, i + LENGTH)) {
                marks[i] = true;
                marks[i + 1] = true;
            }
        }
    }

    private static boolean isBegun(String text, int start) {
        return start == 0
                || !isOfScripts(text.charAt(start - 1))
                || BEFORE.stream().anyMatch(word -> text.startsWith(word, start - word.length()));
    }

    private static boolean isEnded(String text, int end) {
        return end == text.length()
                || !isOfScripts(text.charAt(end))
                || AFTER.stream().anyMatch(word -> text.startsWith(word, end));
    }

    private static boolean isOfScripts(int c) {
        return SCRIPTS.contains(Character.UnicodeScript.of(c));
    }
}
