package lurewatch.indexer.contact;

import lurewatch.indexer.scan.Scripts;

/// Numbers with a letter or word between their groups that the text tells its reader to leave out:
/// `08x12x0000x0075 (buang x)`, `0917ABC000ABC0075, remove ABC`.
final class JunkInNumbers {
    private static final int LONGEST_JUNK = 10;
    private static final int LONGEST = 48;

    /// One letter alone parts the digits of sizes, too.
    private static final int LEAST_LETTERS = 2;

    private static final int MOST = 40;

    private final DeducedNumbers numbers;
    private final String text;

    private JunkInNumbers(DeducedNumbers numbers) {
        this.numbers = numbers;
        this.text = numbers.view().text();
    }

    static void findIn(DeducedNumbers numbers) {
        new JunkInNumbers(numbers).find();
    }

    private void find() {
        int found = 0;
        for (int i = 0; i < text.length() && found < MOST; i++) {
            boolean begins =
                    Scripts.isAsciiDigit(text.charAt(i))
                            && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            if (begins) {
                int end = afterWord(i);
                if (end > afterDigits(i, end)) {
                    found++;
                    read(i, end);
                }
                i = end - 1;
            }
        }
    }

    private int afterWord(int from) {
        int i = from;
        while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int afterDigits(int from, int to) {
        int i = from;
        while (i < to && Scripts.isAsciiDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int afterLetters(int from, int to) {
        int i = from;
        while (i < to && !Scripts.isAsciiDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Reads digits with one and the same thing between them.
    private void read(int start, int end) {
        int first = afterDigits(start, end);
        String junk = text.substring(first, afterLetters(first, end));
        if (end - start > LONGEST || junk.length() > LONGEST_JUNK) {
            return;
        }
        StringBuilder digits = new StringBuilder();
        int joints = 0;
        int i = start;
        while (i < end) {
            int to = afterDigits(i, end);
            digits.append(text, i, to);
            if (to == end) {
                break;
            }
            int next = afterLetters(to, end);
            if (next == end || !text.substring(to, next).equalsIgnoreCase(junk)) {
                return;
            }
            joints++;
            i = next;
        }
        if (joints >= (junk.length() < LEAST_LETTERS ? 2 : 1)
                && ToldJunk.isToldNear(text, junk, start, end)
                && !numbers.isTaken(start, end)
                && numbers.add(
                        digits.toString(),
                        start,
                        end,
                        numbers.named(start, end, start),
                        "with letters to drop")) {
            numbers.take(start, end);
        }
    }
}
