package lurewatch.indexer.contact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.scan.Scripts;

/// Numbers with remarks between their groups, in brackets or behind each on its line: `010 (no
/// dealers) 2000 (no haggling) 0077`; and with counts of their digits in figures: `0812 (0*4)
/// 0075`, `0917 0 x5 75`.
final class InterruptedNumbers {
    private static final Pattern REMARKS =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}+*_])\\+?\\d{2,5}(?:[ .-]\\d{2,4})?(?:[ .-]?[(（\\[【][^()（）\\[\\]【】\\d\\n]{1,28}[)）\\]】][ .-]?\\d{2,5}(?:[ .-]\\d{2,4})?){1,3}(?!\\d)");

    /// Each at the beginning of its line.
    private static final Pattern LINES =
            Pattern.compile(
                    "(?<![^\\n])[+0]\\d{1,4} [^\\d\\n]{1,40}(?:\\n\\d{2,5} [^\\d\\n]{1,60}){1,3}(?!\\d)");

    private static final Pattern SIGNS =
            Pattern.compile("(?<![\\p{L}\\p{N}])#0\\d{1,4}(?: ?#\\d{2,5}){1,3}(?!\\d)");

    private static final String COUNT =
            "[(\\[]\\d ?[x×✕*] ?[2-6][)\\]]|(?<!\\d)\\d ?[x×✕] ?[2-6](?![\\d\\p{L}])";

    private static final Pattern COUNTS =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])\\+?(?>"
                            + COUNT
                            + "|\\d)(?>[ .,/-]{0,2}+(?>"
                            + COUNT
                            + "|\\d)){4,14}+(?![\\d\\p{L}])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNTED =
            Pattern.compile("[(\\[]?(\\d) ?[x×✕*] ?([2-6])[)\\]]?", Pattern.CASE_INSENSITIVE);

    private static final int MOST = 40;

    private final DeducedNumbers numbers;
    private final String text;

    private InterruptedNumbers(DeducedNumbers numbers) {
        this.numbers = numbers;
        this.text = numbers.view().text();
    }

    static void findIn(DeducedNumbers numbers) {
        new InterruptedNumbers(numbers).find();
    }

    /// Most texts hold nothing of what each of them needs, which is cheap to see.
    private void find() {
        if (standsBehindDigit("x×✕*X")) {
            findCounts();
        }
        if (standsBehindDigit("(（[【")) {
            find(REMARKS);
        }
        if (standsBeforeDigit('\n')) {
            find(LINES);
        }
        if (standsBeforeDigit('#')) {
            find(SIGNS);
        }
    }

    private void find(Pattern pattern) {
        Matcher written = pattern.matcher(text);
        for (int found = 0; found < MOST && written.find(); found++) {
            int end = lastDigit(written.start(), written.end());
            add(written.group().replaceAll("[^+\\d]", ""), written.start(), end, "interrupted");
        }
    }

    /// Whether one of the signs stands behind a digit, at most one character between them.
    private boolean standsBehindDigit(String signs) {
        for (int i = 1; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0
                    && (Character.isDigit(text.charAt(i - 1))
                            || (i > 1 && Character.isDigit(text.charAt(i - 2))))) {
                return true;
            }
        }
        return false;
    }

    private boolean standsBeforeDigit(char sign) {
        int at = text.indexOf(sign);
        while (at >= 0 && at + 1 < text.length()) {
            if (Character.isDigit(text.charAt(at + 1))) {
                return true;
            }
            at = text.indexOf(sign, at + 1);
        }
        return false;
    }

    private void findCounts() {
        Matcher written = COUNTS.matcher(text);
        for (int found = 0; found < MOST && written.find(); found++) {
            Matcher counted = COUNTED.matcher(written.group());
            if (counted.find()) {
                String digits =
                        counted.replaceAll(
                                count -> count.group(1).repeat(Integer.parseInt(count.group(2))));
                add(
                        digits.replaceAll("[^+\\d]", ""),
                        written.start(),
                        written.end(),
                        "with counted digits");
            }
        }
    }

    private int lastDigit(int start, int end) {
        int last = end;
        while (last > start && !Scripts.isAsciiDigit(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private void add(String digits, int start, int end, String how) {
        if (!numbers.isTaken(start, end)
                && numbers.add(digits, start, end, numbers.named(start, end, start), how)) {
            numbers.take(start, end);
        }
    }
}
