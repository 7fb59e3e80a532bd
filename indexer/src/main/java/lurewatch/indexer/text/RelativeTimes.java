package lurewatch.indexer.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Times as seen from now: *3 hours ago*, *어제*, *in 2 days*, and halves of the day, as the Unicode
/// locale data write them in every language they know, and a few forms beside. Blanks and upper
/// case do not count.
///
/// The locale data's forms stand in `ages.tsv`, ready made: asking ICU for them takes a second or
/// two.
final class RelativeTimes {
    /// Stands where one was; in no text.
    static final char SIGN = '\uFDD0';

    private static final int MOST_DIGITS = 4;

    /// What boards write and the locale data do not; what stands before a number, and behind it.
    private static final List<String> MORE =
            List.of(
                    "\thrs ago",
                    "\thr ago",
                    "\tmins ago",
                    "\tsecs ago",
                    "\t小時前",
                    "\t鐘頭前",
                    "منذ\tثانية",
                    "منذ\tثواني",
                    "منذ\tدقيقة",
                    "منذ\tدقائق",
                    "منذ\tساعة",
                    "منذ\tساعات",
                    "منذ\tيوم",
                    "منذ\tيومًا",
                    "منذ\tأيام",
                    "منذ\tأسبوع",
                    "منذ\tأسابيع",
                    "منذ\tشهر",
                    "منذ\tأشهر",
                    "\tঘণ্টা আগে",
                    "\tနာရီခန့်က");

    private static final List<String> MORE_WORDS =
            List.of(
                    "just now",
                    "moments ago",
                    "am",
                    "pm",
                    "a.m.",
                    "p.m.",
                    "now",
                    "hoy",
                    "dün",
                    "방금",
                    "방금 전",
                    "刚刚",
                    "剛剛",
                    "刚才",
                    "たった今",
                    "vừa xong",
                    "mới đây",
                    "เมื่อสักครู่",
                    "baru saja",
                    "barusan",
                    "только что",
                    "щойно",
                    "gerade eben",
                    "à l'instant",
                    "ahora mismo",
                    "agora mesmo",
                    "az önce",
                    "منذ ساعتين",
                    "منذ يومين",
                    "منذ دقيقتين",
                    "ngayon lang");

    /// By what stands behind a number: what then has to stand before it.
    private final LetterTree<Set<String>> around;

    private final LetterTree<Boolean> words;

    /// Read at its first use.
    private static final class Holder {
        static final RelativeTimes ALL = new RelativeTimes();
    }

    static RelativeTimes all() {
        return Holder.ALL;
    }

    private RelativeTimes() {
        Map<String, Set<String>> beforeOfAfter = new HashMap<>();
        Map<String, Boolean> whole = new HashMap<>();
        Stream.of(JarText.rows(RelativeTimes.class, "ages.tsv"), MORE, MORE_WORDS)
                .flatMap(List::stream)
                .forEach(form -> add(form, beforeOfAfter, whole));
        around = new LetterTree<>(beforeOfAfter);
        words = new LetterTree<>(whole);
    }

    /// A word, or what stands around a number with a tab in its place.
    private static void add(
            String form, Map<String, Set<String>> beforeOfAfter, Map<String, Boolean> whole) {
        int number = form.indexOf('\t');
        if (number < 0) {
            whole.put(squeezed(form), true);
        } else {
            beforeOfAfter
                    .computeIfAbsent(squeezed(form.substring(number)), _ -> new HashSet<>())
                    .add(squeezed(form.substring(0, number)));
        }
    }

    /// As forms are compared: small letters, no blanks.
    static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!isNothing(text.charAt(i))) {
                squeezed.append(lower(text.charAt(i)));
            }
        }
        return squeezed.toString();
    }

    private static char lower(char letter) {
        return Character.toLowerCase(letter);
    }

    /// Blanks, and marks of direction.
    private static boolean isNothing(char letter) {
        if (letter < 0x80) {
            return Character.isWhitespace(letter);
        }
        return letter == '\u00a0'
                || Character.isWhitespace(letter)
                || Character.getType(letter) == Character.SPACE_SEPARATOR
                || Character.getType(letter) == Character.FORMAT;
    }

    /// The text with a sign in the place of each of them.
    String signed(String text) {
        return wordsSigned(numbersSigned(text));
    }

    private String wordsSigned(String text) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        int i = 0;
        while (i < text.length()) {
            int end = wordEnd(text, i);
            if (end > i) {
                out.append(text, done, i).append(SIGN);
                done = end;
            }
            i = Math.max(end, i + 1);
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private String numbersSigned(String text) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        int i = 0;
        while (i < text.length()) {
            char letter = text.charAt(i);
            Optional<Stretch> found = Optional.empty();
            int next = i + 1;
            if (Character.isDigit(letter)) {
                next = endOfDigits(text, i);
                found = next - i > MOST_DIGITS ? found : aroundNumber(text, done, i, next);
            }
            if (found.isPresent()) {
                out.append(text, done, found.get().start()).append(SIGN);
                done = found.get().end();
                next = done;
            }
            i = next;
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private record Stretch(int start, int end) {}

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// The longest that the number in that place is part of, nothing of it before `from`.
    private Optional<Stretch> aroundNumber(String text, int from, int start, int end) {
        Optional<Stretch> longest = Optional.empty();
        int after = LetterTree.ROOT;
        for (int i = end; ; i++) {
            Set<String> befores = around.meaning(after);
            if (befores != null && endsWord(text, i)) {
                int to = i;
                Optional<Integer> first =
                        befores.stream()
                                .map(before -> startBefore(text, from, start, before))
                                .filter(at -> at >= 0)
                                .min(Comparator.naturalOrder());
                longest = first.isPresent() ? first.map(at -> new Stretch(at, to)) : longest;
            }
            while (i < text.length() && isNothing(text.charAt(i))) {
                i++;
            }
            if (i >= text.length()) {
                return longest;
            }
            after = around.next(after, lower(text.charAt(i)));
            if (after == LetterTree.NOWHERE) {
                return longest;
            }
        }
    }

    /// Where that begins which ends right before the number; -1 where it does not.
    private static int startBefore(String text, int from, int number, String before) {
        int at = number;
        for (int i = before.length() - 1; i >= 0; i--) {
            do {
                at--;
            } while (at >= from && isNothing(text.charAt(at)));
            if (at < from || lower(text.charAt(at)) != before.charAt(i)) {
                return -1;
            }
        }
        return before.isEmpty() || beginsWord(text, at) ? at : -1;
    }

    /// Where the longest word ends that begins there; the start where none does.
    private int wordEnd(String text, int start) {
        char letter = text.charAt(start);
        if (start > 0 && isAsciiLetter(letter) && isAsciiLetter(text.charAt(start - 1))) {
            return start; // most of most texts
        }
        int place = words.next(LetterTree.ROOT, lower(letter));
        if (place == LetterTree.NOWHERE || !beginsWord(text, start)) {
            return start;
        }
        int longest = start;
        for (int i = start + 1; ; i++) {
            if (words.meaning(place) != null && endsWord(text, i)) {
                longest = i;
            }
            while (i < text.length() && isNothing(text.charAt(i))) {
                i++;
            }
            if (i >= text.length()) {
                return longest;
            }
            place = words.next(place, lower(text.charAt(i)));
            if (place == LetterTree.NOWHERE) {
                return longest;
            }
        }
    }

    private static boolean isAsciiLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || isApart(text.charAt(at - 1), text.charAt(at));
    }

    private static boolean endsWord(String text, int end) {
        return end == 0 || end >= text.length() || isApart(text.charAt(end - 1), text.charAt(end));
    }

    /// Whether two letters may belong to two words without a blank between them: where a script
    /// parts its words by blanks, only if one of them is of another.
    private static boolean isApart(char one, char other) {
        if (one < 0x80 && other < 0x80) {
            return !isAsciiLetter(one) || !isAsciiLetter(other);
        }
        if (!Character.isLetter(one) || !Character.isLetter(other)) {
            return true;
        }
        return switch (Character.UnicodeScript.of(one)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            case Character.UnicodeScript script -> script != Character.UnicodeScript.of(other);
        };
    }
}
