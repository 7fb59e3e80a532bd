package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds all of a few dozen strings. Immutable; a line feed in the text is read as a blank.
///
/// One look-up for each pair of characters rules out nearly all places of a text, which an
/// [Automaton], made for many thousand strings, takes several times longer to pass.
final class FewStrings {
    private static final int ASCII = 0x80;

    private final List<String> strings;

    /// The pairs of ASCII characters that some begin with, one bit each.
    private final long[] pairs = new long[ASCII * ASCII / Long.SIZE];

    /// The characters beyond that some begin with.
    private final BitSet beyond = new BitSet();

    /// Places in `strings` by first character.
    private final Map<Character, List<Integer>> byFirst = new HashMap<>();

    /// Told of each string found, in the order in which they begin.
    interface OnHit {
        /// `end` is the index after the string's last character.
        void hit(int place, int start, int end);
    }

    private FewStrings(List<String> strings) {
        this.strings = List.copyOf(strings);
        for (int place = 0; place < strings.size(); place++) {
            String string = strings.get(place);
            char first = string.charAt(0);
            if (strings.indexOf(string) == place) {
                byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(place);
            }
            if (first >= ASCII) {
                beyond.set(first);
            } else {
                addPairs(string, first);
            }
        }
    }

    private void addPairs(String string, char first) {
        for (char second = 0; second < ASCII; second++) {
            if (string.length() == 1 || string.charAt(1) == second) {
                pairs[pair(first, second) >>> 6] |= 1L << pair(first, second);
            }
        }
    }

    /// A hit gives the string's place in the list; of equal ones the first is told.
    static FewStrings of(List<String> strings) {
        return new FewStrings(strings);
    }

    void scan(String text, OnHit onHit) {
        scan(text, 0, text.length(), onHit);
    }

    /// Whether the text holds any of them.
    boolean areIn(String text) {
        boolean[] found = {false};
        scan(text, (_, _, _) -> found[0] = true);
        return found[0];
    }

    /// Tells of those that lie between `from` and `to`.
    void scan(String text, int from, int to, OnHit onHit) {
        for (int i = from; i < to; i++) {
            if (mayBegin(text, i, to)) {
                for (int place : byFirst.getOrDefault(charAt(text, i), List.of())) {
                    String string = strings.get(place);
                    if (i + string.length() <= to && stands(string, text, i)) {
                        onHit.hit(place, i, i + string.length());
                    }
                }
            }
        }
    }

    private boolean mayBegin(String text, int i, int to) {
        char first = charAt(text, i);
        if (first >= ASCII) {
            return beyond.get(first);
        }
        char second = i + 1 < to ? charAt(text, i + 1) : ASCII;
        int pair = pair(first, second);
        return second >= ASCII || (pairs[pair >>> 6] >>> pair & 1) != 0;
    }

    private static boolean stands(String string, String text, int start) {
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) != charAt(text, start + i)) {
                return false;
            }
        }
        return true;
    }

    private static char charAt(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' ? ' ' : c;
    }

    private static int pair(char first, char second) {
        return first * ASCII + second;
    }
}
