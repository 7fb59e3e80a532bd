package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Numbers of which the text says that they are written backwards: `read from the back: 9600 …`.
final class ReversedNumbers {
    private static final FewStrings SAID =
            FewStrings.of(NumberWords.folded(Sayings.OF_NUMBERS.words("backwards")));

    /// Between the words and the number, on either side.
    private static final int REACH = 48;

    private static final int BESIDE = 10;
    private static final int MIN_DIGITS = 8;
    private static final int MAX_DIGITS = 16;
    private static final int MAX_SAID = 20;
    private static final String SEPARATORS = " .-()/_·•";
    private static final int MAX_SEPARATORS = 3;

    private final DeducedNumbers numbers;
    private final View view;
    private final String text;

    private ReversedNumbers(DeducedNumbers numbers) {
        this.numbers = numbers;
        this.view = numbers.view();
        this.text = view.text();
    }

    /// From the first of its digits, or its sign, to the last.
    private record Written(String digits, int start, int end) {}

    static void findIn(View folded, DeducedNumbers numbers) {
        new ReversedNumbers(numbers).find(folded);
    }

    private void find(View folded) {
        List<Parts.Span> said = saidIn(folded);
        if (said.isEmpty()) {
            return;
        }
        for (Parts.Span words : said) {
            if (!readFrom(words, words.end(), Math.min(text.length(), words.end() + REACH))) {
                readFrom(words, Math.max(0, words.start() - REACH), words.start());
            }
        }
    }

    /// Where a text in its folded view says of something that it is written backwards.
    static List<Parts.Span> saidIn(View folded) {
        List<Parts.Span> said = new ArrayList<>();
        SAID.scan(
                folded,
                (_, start, end) -> {
                    if (said.size() < MAX_SAID) {
                        said.add(new Parts.Span(start, end));
                    }
                });
        return said;
    }

    /// Whether words so near say it of what stands between the places.
    static boolean isSaidOf(List<Parts.Span> said, int start, int end) {
        return said.stream()
                .anyMatch(words ->
                        (words.end() <= start && start - words.end() <= REACH)
                                || (words.start() >= end && words.start() - end <= REACH));
    }

    /// Reads the first number that begins between the places.
    private boolean readFrom(Parts.Span words, int from, int to) {
        int i = from;
        while (i < to) {
            boolean begins =
                    (Scripts.isAsciiDigit(text.charAt(i)) || text.charAt(i) == '+')
                            && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            if (!begins) {
                i++;
                continue;
            }
            Written number = writtenAt(i);
            List<Match> named = numbers.named(number.start(), number.end(), words.start());
            if (number.digits().length() >= MIN_DIGITS
                    && !numbers.isTaken(number.start(), number.end())
                    && (isBeside(words, number) || !isOneAsWritten(number, named))
                    && numbers.add(
                            reversed(number.digits()),
                            number.start(),
                            number.end(),
                            named,
                            "reversed")) {
                return true;
            }
            i = Math.max(i + 1, number.end());
        }
        return false;
    }

    private boolean isOneAsWritten(Written number, List<Match> named) {
        return !number.digits().endsWith("+")
                && numbers.isOne(number.digits(), number.start(), number.end(), named);
    }

    /// Whether the words stand so near that nothing else is meant: most also mean `on the
    /// contrary`.
    private boolean isBeside(Parts.Span words, Written number) {
        int from = Math.min(words.end(), number.end());
        int to = Math.max(words.start(), number.start());
        return to - from <= BESIDE && !SentenceEnds.isBetween(text, from, to);
    }

    private Written writtenAt(int start) {
        StringBuilder digits = new StringBuilder();
        int end = start;
        int separators = 0;
        boolean plus = false;
        for (int i = start; i < text.length() && separators <= MAX_SEPARATORS; i++) {
            char c = text.charAt(i);
            if (Scripts.isAsciiDigit(c) && digits.length() < MAX_DIGITS) {
                digits.append(c);
                separators = 0;
                end = i + 1;
            } else if (c == '+' && !plus) {
                plus = true;
                separators = 0;
                end = i + 1;
                if (!digits.isEmpty()) {
                    break; // the sign that the number begins with, read from its end
                }
            } else if (SEPARATORS.indexOf(c) >= 0) {
                separators++;
            } else {
                break;
            }
        }
        return new Written(digits + (plus ? "+" : ""), start, end);
    }

    /// The digits from the last to the first; the sign before a country's code stays in front.
    static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }
}
