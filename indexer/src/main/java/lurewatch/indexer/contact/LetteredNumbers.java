package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// Numbers behind a channel's name in which letters stand for digits that they look like, more of
/// them than those for zero and one that [ShownDigits] reads everywhere: `O74OO SOO O6B`, `(ll)
/// 9OOOO traço OO77`; and Roman numerals: `III-II-0, 000, 00-VI-IX`.
final class LetteredNumbers {
    private static final String LETTERS = "OoQlIi|!ZzEASsGbTBgq";
    private static final String DIGITS = "00011111223455667899";

    /// These alone are read without the telling others.
    private static final String COMMON = "Ool|Ii";

    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");

    private static final String SEPARATORS = " ,.-()/_·•";
    private static final int MAX_SEPARATORS = 3;
    private static final int MIN_DIGITS = 9;
    private static final int MAX_DIGITS = 14;

    /// Before the first figure no more stands of such a number.
    private static final int FURTHEST_FIGURE = 14;

    /// Longer words of such letters are words.
    private static final int LONGEST_GROUP = 12;

    private final DeducedNumbers numbers;
    private final View view;
    private final String text;
    private final String folded;

    private LetteredNumbers(String folded, DeducedNumbers numbers) {
        this.numbers = numbers;
        this.view = numbers.view();
        this.text = view.text();
        this.folded = folded;
    }

    static void findIn(String folded, DeducedNumbers numbers) {
        new LetteredNumbers(folded, numbers).find();
    }

    private void find() {
        int i = 0;
        int figure = -1;
        while (i < text.length()) {
            figure = figure < i ? nextFigure(i) : figure;
            if (figure - i > FURTHEST_FIGURE) {
                i = figure - FURTHEST_FIGURE;
                continue;
            }
            boolean begins =
                    (isDigitLike(i) || "IVX".indexOf(text.charAt(i)) >= 0)
                            && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                            && !goesOnFromDigit(i);
            i = begins ? Math.max(readFrom(i, Letters.ROMAN), readFrom(i, Letters.ALIKE)) : i + 1;
        }
    }

    /// Where the next figure stands; far behind the text where none does.
    private int nextFigure(int from) {
        for (int i = from; i < text.length(); i++) {
            if (Scripts.isAsciiDigit(text.charAt(i))) {
                return i;
            }
        }
        return text.length() + FURTHEST_FIGURE;
    }

    /// What letters may be digits.
    private enum Letters {
        /// Those that look like digits.
        ALIKE,
        /// Roman numerals from one to nine, in groups of their own.
        ROMAN
    }

    /// Whether it is a later group of a number: what stands before it was read already.
    private boolean goesOnFromDigit(int i) {
        return i > 1
                && " .-".indexOf(text.charAt(i - 1)) >= 0
                && Scripts.isAsciiDigit(text.charAt(i - 2));
    }

    private boolean isDigitLike(int i) {
        char c = text.charAt(i);
        return Scripts.isAsciiDigit(c) || LETTERS.indexOf(c) >= 0;
    }

    /// Digits as far as they were read.
    ///
    /// @param real how many are figures
    /// @param telling whether letters among them can hardly be anything else
    private record Read(String digits, int real, boolean telling, boolean lettered) {
        static final Read NOTHING = new Read("", 0, false, false);

        Read and(String group, String shown) {
            int figures = (int) group.chars().filter(c -> c < 0x80 && Character.isDigit(c)).count();
            boolean other = figures < group.length();
            boolean tells =
                    other
                            && (shown.length() < group.length()
                                    || group.chars()
                                            .anyMatch(c ->
                                                    !Character.isDigit(c)
                                                            && COMMON.indexOf(c) < 0));
            return new Read(digits + shown, real + figures, telling || tells, lettered || other);
        }

        Read paused() {
            return new Read(digits, real, telling || lettered, lettered);
        }
    }

    /// Reads groups of digits and letters as far as they go; gives where to go on.
    private int readFrom(int start, Letters letters) {
        Read read = Read.NOTHING;
        Read plain = Read.NOTHING;
        int plainEnd = start;
        List<Read> enough = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int i = start;
        while (i < text.length() && read.digits().length() <= MAX_DIGITS) {
            int end = groupEnd(i);
            String group = text.substring(i, end);
            String shown = letters == Letters.ROMAN ? ofRoman(group) : ofAlike(group);
            if (shown.isEmpty()) {
                break;
            }
            read = read.and(group, shown);
            if (!read.lettered()) {
                plain = read;
                plainEnd = end;
            }
            if (read.telling() && read.real() >= ShownDigits.LEAST) {
                enough.add(read);
                ends.add(end);
            }
            int sign = nextSign(end);
            int word = NumberPauses.wordEnd(folded, sign);
            read = word > sign ? read.paused() : read;
            i = word > sign ? nextSign(word) : sign;
            if (i == end) {
                break;
            }
        }
        if (!enough.isEmpty()
                && plain.real() >= MIN_DIGITS
                && numbers.isOne(
                        plain.digits(), start, plainEnd, numbers.named(start, plainEnd, start))) {
            return plainEnd; // the letters behind it are words
        }
        for (int longest = enough.size() - 1; longest >= 0; longest--) {
            if (isNumber(enough.get(longest).digits(), start, ends.get(longest))) {
                return ends.get(longest);
            }
        }
        return Math.max(start + 1, groupEnd(start));
    }

    private static String ofAlike(String group) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < group.length(); i++) {
            char c = group.charAt(i);
            int letter = LETTERS.indexOf(c);
            if (!Scripts.isAsciiDigit(c) && letter < 0) {
                return "";
            }
            digits.append(Scripts.isAsciiDigit(c) ? c : DIGITS.charAt(letter));
        }
        return digits.toString();
    }

    private static String ofRoman(String group) {
        int roman = ROMAN.indexOf(group);
        return roman >= 0
                ? String.valueOf(roman + 1)
                : group.chars().allMatch(c -> c < 0x80 && Character.isDigit(c)) ? group : "";
    }

    private boolean isNumber(String digits, int start, int end) {
        if (digits.length() < MIN_DIGITS
                || digits.length() > MAX_DIGITS
                || numbers.isTaken(start, end)) {
            return false;
        }
        List<Match> named = numbers.named(start, end, start);
        return !PhoneReading.channels(named).isEmpty()
                && numbers.add(digits, start, end, named, "in letters");
    }

    /// The end of the letters and digits from `start` on; `start` where they are a word.
    private int groupEnd(int start) {
        int i = start;
        while (i < text.length()
                && i - start <= LONGEST_GROUP
                && (Character.isLetterOrDigit(text.charAt(i))
                        || ("|!".indexOf(text.charAt(i)) >= 0
                                && !DigitFrames.isDivider(text, i)))) {
            i++;
        }
        return i - start > LONGEST_GROUP ? start : i;
    }

    private int nextSign(int end) {
        int i = end;
        while (i < text.length()
                && i - end < MAX_SEPARATORS
                && (SEPARATORS.indexOf(text.charAt(i)) >= 0 || DigitFrames.isDivider(text, i))) {
            i++;
        }
        return i;
    }
}
