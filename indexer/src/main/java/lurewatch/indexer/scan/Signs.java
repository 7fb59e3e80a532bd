package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lurewatch.indexer.Evidence;

/// What a text's punctuation shows: what it asks and what it quotes.
///
/// @param questions the first question marks
/// @param quoted in text order, none within another
public record Signs(List<Evidence> questions, boolean endsAsking, List<Parts.Span> quoted) {
    private static final String OPENING = "\"“„«»「『‘'";
    private static final String CLOSING = "\"””»«」』’'";

    /// Beside `”`: German and its neighbours close with what English opens with.
    private static final String CLOSING_LOW = "“\"";

    /// Those that end with another sign than they begin with, so that one line feed proves nothing.
    private static final String PAIRED = "“„«「『";

    private static final String ASKING = "?？؟";
    private static final char QUOTED_LINE = '>';

    /// All characters that begin or ask anything.
    private static final BitSet MARKS = new BitSet();

    static {
        (OPENING + ASKING + QUOTED_LINE).chars().forEach(MARKS::set);
    }

    private static final char APOSTROPHE = '\'';
    private static final char LOW = '„';

    /// Shorter ones are names and turns of phrase.
    private static final int SHORTEST = 6;

    /// Longer ones are texts in which a mark has no partner.
    private static final int LONGEST = 400;

    private static final int MAX_QUESTIONS = 4;

    public static Signs in(String text, List<Parts.Span> spans) {
        List<Evidence> questions = new ArrayList<>();
        List<Parts.Span> quoted = new ArrayList<>();
        boolean endsAsking = false;
        for (Parts.Span span : spans) {
            int i = span.start();
            while (i < span.end()) {
                if (!MARKS.get(text.charAt(i))) { // most characters are none
                    endsAsking = endsAsking && !Character.isLetterOrDigit(text.charAt(i));
                    i++;
                    continue;
                }
                int end = quoteEnd(text, i, span);
                if (end > 0 && (text.charAt(i) == QUOTED_LINE || end - i > SHORTEST + 1)) {
                    quoted.add(new Parts.Span(i, end));
                }
                int next = end > 0 ? end : i + 1;
                for (; i < next; i++) {
                    char c = text.charAt(i);
                    if (ASKING.indexOf(c) >= 0) {
                        endsAsking = true;
                        if (questions.size() < MAX_QUESTIONS) {
                            questions.add(Evidence.in(text, i, i + 1));
                        }
                    } else if (Character.isLetterOrDigit(c)) {
                        endsAsking = false;
                    }
                }
            }
        }
        return new Signs(List.copyOf(questions), endsAsking, List.copyOf(quoted));
    }

    /// Where the quote ends that begins at `start`, however short; 0 where none does. What closes a
    /// nickname opens nothing.
    private static int quoteEnd(String text, int start, Parts.Span span) {
        int mark = OPENING.indexOf(text.charAt(start));
        boolean quotedLine =
                text.charAt(start) == QUOTED_LINE
                        && (start == span.start() || text.charAt(start - 1) == '\n');
        if ((mark < 0 && !quotedLine) || (mark >= 0 && !opens(text, start))) {
            return 0;
        }
        int last = Math.min(span.end(), start + LONGEST);
        for (int i = start + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\n' && !mayGoOn(text, start, i)) {
                return quotedLine ? i : 0;
            }
            if (mark >= 0 && isClosing(text.charAt(start), mark, c) && closes(text, i)) {
                return i + 1;
            }
        }
        return quotedLine ? last : 0;
    }

    /// An ad that is quoted in full has lines; behind a blank one something else begins.
    private static boolean mayGoOn(String text, int start, int lineFeed) {
        return PAIRED.indexOf(text.charAt(start)) >= 0 && text.charAt(lineFeed - 1) != '\n';
    }

    private static boolean isClosing(char opening, int mark, char c) {
        return c == CLOSING.charAt(mark) || (opening == LOW && CLOSING_LOW.indexOf(c) >= 0);
    }

    /// An apostrophe stands within a word or behind one: `don't`, `boys' wages`.
    private static boolean opens(String text, int i) {
        return text.charAt(i) != APOSTROPHE
                || ((i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                        && i + 1 < text.length()
                        && !Character.isWhitespace(text.charAt(i + 1)));
    }

    private static boolean closes(String text, int i) {
        boolean apostrophe = text.charAt(i) == APOSTROPHE || text.charAt(i) == '’';
        return !apostrophe || i + 1 == text.length() || !Scripts.isAsciiLetter(text.charAt(i + 1));
    }

    public boolean quotes() {
        return !quoted.isEmpty();
    }

    /// Whether there are quotes, and the spans hold more letters outside of them than half of those
    /// within.
    public boolean tellsMoreThanItQuotes(String text, List<Parts.Span> spans) {
        if (quoted.isEmpty()) {
            return false;
        }
        int within = quoted.stream().mapToInt(quote -> letters(text, quote)).sum();
        int all = spans.stream().mapToInt(span -> letters(text, span)).sum();
        return all - within > within / 2;
    }

    private static int letters(String text, Parts.Span span) {
        return (int)
                text.substring(span.start(), span.end())
                        .chars()
                        .filter(Character::isLetter)
                        .count();
    }

    public boolean isQuoted(Evidence evidence) {
        return isWithin(quoted, evidence.start(), evidence.end());
    }

    /// Whether one of the quotes, in text order, holds the stretch.
    public static boolean isWithin(List<Parts.Span> quotes, int start, int end) {
        int low = 0;
        int high = quotes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (quotes.get(middle).end() < end) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low < quotes.size() && quotes.get(low).start() <= start;
    }
}
