package lurewatch.searchcli.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values that must not leave, and where a text has them: as they are, whatever their case, and
/// numbers with any separators between their digits.
final class Secrets {
    /// Shorter values would blacken every text and hide nobody.
    static final int SHORTEST = 3;

    /// From here on a value is masked inside of other words too.
    private static final int SURELY_ITSELF = 5;

    /// The end of a number by which it is known, with or without country code and leading zero.
    private static final int TAIL_DIGITS = 8;

    /// Before the end: a country code and leading zero.
    private static final int COUNTRY_DIGITS = 4;

    /// Blanks, dots and brackets between two digits of one number; more, and they are two.
    private static final int LONGEST_GAP = 3;

    private final Map<String, List<String>> byStart = new HashMap<>();
    private final Set<String> values = new HashSet<>();
    private final Map<String, Integer> tails = new HashMap<>();
    private final ShortNames shortNames = new ShortNames();

    /// A name, which may be as short as two characters.
    void addName(String name) {
        add(name);
        shortNames.add(name.strip());
    }

    void add(String value) {
        String folded = folded(value.strip());
        if (folded.length() >= SHORTEST && values.add(folded)) {
            byStart.computeIfAbsent(folded.substring(0, SHORTEST), _ -> new ArrayList<>())
                    .add(folded);
        }
    }

    /// A number: found by its last digits, however they are written.
    void addNumber(String value) {
        add(value);
        addTail(digits(value), TAIL_DIGITS + COUNTRY_DIGITS);
    }

    /// Letters and digits, or digits, however they are written. One of few digits is not looked
    /// for: it may be part of any number.
    void addIdentityNumber(String value) {
        String digits = digits(value);
        if (digits.length() >= TAIL_DIGITS) {
            add(value);
            addTail(digits, digits.length());
        } else if (value.chars().anyMatch(Character::isLetter)) {
            add(value);
        }
    }

    /// @param most how many digits before and with the tail belong to it
    private void addTail(String digits, int most) {
        if (digits.length() >= TAIL_DIGITS) {
            tails.merge(digits.substring(digits.length() - TAIL_DIGITS), most, Math::max);
        }
    }

    private static String digits(String value) {
        StringBuilder digits = new StringBuilder();
        value.codePoints()
                .map(c -> Character.digit(c, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }

    /// Marks every unit of `text` that belongs to one of the values, as it stands and as an address
    /// escapes it.
    void markIn(String text, boolean[] marks) {
        markPlain(text, marks);
        for (Unescaped read : Unescaped.of(text)) {
            boolean[] marked = new boolean[read.text().length()];
            markPlain(read.text(), marked);
            read.mark(marked, marks);
        }
    }

    private void markPlain(String text, boolean[] marks) {
        String folded = folded(text);
        for (int i = 0; i + SHORTEST <= folded.length(); i++) {
            for (String value :
                    byStart.getOrDefault(folded.substring(i, i + SHORTEST), List.of())) {
                if (folded.startsWith(value, i) && mayMean(value, folded, i)) {
                    mark(marks, i, i + value.length());
                }
            }
        }
        shortNames.markIn(text, marks);
        if (!tails.isEmpty()) {
            markNumbers(text, marks);
        }
    }

    /// A short value inside of a longer Latin word is another word.
    private static boolean mayMean(String value, String text, int start) {
        return value.length() >= SURELY_ITSELF
                || !(isLatin(text, start - 1) || isLatin(text, start + value.length()));
    }

    private static boolean isLatin(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }

    private void markNumbers(String text, boolean[] marks) {
        StringBuilder digits = new StringBuilder();
        List<Integer> positions = new ArrayList<>();
        int gap = 0;
        for (int i = 0; i <= text.length(); i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 10) : -1;
            if (digit >= 0) {
                digits.append(digit);
                positions.add(i);
                gap = 0;
                markTail(digits, positions, marks);
            } else if (++gap > LONGEST_GAP
                    || i == text.length()
                    || Character.isLetter(text.charAt(i))) {
                digits.setLength(0);
                positions.clear();
            }
        }
    }

    private void markTail(StringBuilder digits, List<Integer> positions, boolean[] marks) {
        int from = digits.length() - TAIL_DIGITS;
        int most = from < 0 ? 0 : tails.getOrDefault(digits.substring(from), 0);
        if (most > 0) {
            int start = positions.get(Math.max(0, digits.length() - most));
            mark(marks, start, positions.getLast() + 1);
        }
    }

    private static void mark(boolean[] marks, int start, int end) {
        for (int i = start; i < end; i++) {
            marks[i] = true;
        }
    }

    /// Lower case, unit by unit, so that offsets stay.
    private static String folded(String text) {
        char[] units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            units[i] = Character.toLowerCase(units[i]);
        }
        return new String(units);
    }
}
