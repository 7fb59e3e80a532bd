package lurewatch.indexer.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;

/// Words between the groups of a number that name no digit: what the sign between them is called
/// (`dash`), and that more follows (`then`).
final class NumberPauses {
    private static final List<String> SIGNS =
            NumberWords.folded(Sayings.OF_NUMBERS.words("sign-between"));

    private static final List<String> MORE =
            NumberWords.folded(Sayings.OF_NUMBERS.words("more-follows"));

    private static final List<String> DIGIT =
            NumberWords.folded(Sayings.OF_NUMBERS.words("digit-follows"));

    private static final List<String> PARTS =
            NumberWords.folded(Sayings.OF_NUMBERS.words("end-follows"));

    /// By their first characters, the longest first.
    private static final Map<Character, List<String>> ALL =
            byFirst(Stream.of(SIGNS, MORE, PARTS, DIGIT).flatMap(List::stream));

    private static final Map<Character, List<String>> ENDS = byFirst(PARTS.stream());

    private static final Map<Character, List<String>> SIGNS_ALONE = byFirst(SIGNS.stream());

    private static final int MAX_GAP = 2;

    /// From a word for a number's end to its digits: ` dos son `.
    private static final int MAX_GAP_TO_END = 9;

    /// Pauses that follow each other: `แล้ว ต่อด้วย เลข`.
    private static final int MOST_TOGETHER = 3;

    private NumberPauses() {}

    private static Map<Character, List<String>> byFirst(Stream<String> words) {
        return words.sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /// Past such a word at `start` of a folded text, if digits in words or figures follow; `start`
    /// where none stands.
    static int endAt(String text, int start) {
        int at = start;
        for (int words = 0; words < MOST_TOGETHER; words++) {
            int end = wordEnd(text, at, ALL);
            if (end == at) {
                return start;
            }
            int digits = digitsBehind(text, at, end);
            if (digits == at && wordEnd(text, at, ENDS) == end) {
                digits = digitsFurtherBehind(text, at, end);
            }
            if (digits > at && wordEnd(text, digits, ALL) == digits) {
                return digits;
            }
            at = end;
            while (at < text.length()
                    && at - end < MAX_GAP
                    && " ,，:".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
        return start;
    }

    /// Where digits begin a few letters behind a word for a number's end; `start` where none do.
    private static int digitsFurtherBehind(String text, int start, int end) {
        int to = Math.min(text.length(), end + MAX_GAP_TO_END);
        for (int i = end; i < to && !SentenceEnds.isAt(text, i); i++) {
            if (beginsWord(text, i) && i > end && goesOnAt(text, i)) {
                return i;
            }
        }
        return start;
    }

    /// The same of the words for signs alone.
    static int signEndAt(String text, int start) {
        return digitsBehind(text, start, wordEnd(text, start, SIGNS_ALONE));
    }

    private static int digitsBehind(String text, int start, int end) {
        if (end == start) {
            return start;
        }
        int next = end;
        while (next < text.length()
                && next - end < MAX_GAP
                && " -,，:".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() && goesOnAt(text, next) ? next : start;
    }

    /// The end of the longest such word at `start`; `start` where none stands.
    static int wordEnd(String text, int start) {
        return wordEnd(text, start, ALL);
    }

    private static int wordEnd(String text, int start, Map<Character, List<String>> words) {
        if (start == text.length()
                || !Character.isLetter(text.charAt(start))
                || !beginsWord(text, start)) {
            return start;
        }
        for (String pause : words.getOrDefault(text.charAt(start), List.of())) {
            int end = start + pause.length();
            if (text.startsWith(pause, start) && isWhole(text, end)) {
                return end;
            }
        }
        return start;
    }

    private static boolean isWhole(String text, int end) {
        return end == text.length()
                || !Scripts.isWord(text.charAt(end))
                || !Scripts.isWord(text.charAt(end - 1))
                || Scripts.isAsciiDigit(text.charAt(end));
    }

    private static boolean beginsWord(String text, int i) {
        return i == 0 || !Scripts.isWord(text.charAt(i)) || !Scripts.isWord(text.charAt(i - 1));
    }

    private static boolean goesOnAt(String text, int i) {
        return Scripts.isAsciiDigit(text.charAt(i)) || NumberWords.endAt(text, i) > i;
    }
}
