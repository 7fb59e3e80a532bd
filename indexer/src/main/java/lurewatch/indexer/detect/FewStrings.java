package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int[] NONE = {};

    private final List<String> strings;

    /// The pairs of ASCII characters that some begin with, one bit each; a line feed's as well as a
    /// blank's.
    private final long[] pairs = new long[ASCII * ASCII / Long.SIZE];

    /// The characters beyond that some begin with.
    private final BitSet beyond = new BitSet();

    /// Places in `strings` by first character, of those in ASCII and of those beyond.
    private final int[][] byAscii = new int[ASCII][];

    private final Map<Character, int[]> byBeyond = new HashMap<>();

    /// Told of each string found, in the order in which they begin.
    interface OnHit {
        /// `end` is the index after the string's last character.
        void hit(int place, int start, int end);
    }

    private FewStrings(List<String> strings) {
        this.strings = List.copyOf(strings);
        Map<Character, List<Integer>> byFirst = new HashMap<>();
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
        Arrays.fill(byAscii, NONE);
        byFirst.forEach((first, places) -> {
            int[] all = places.stream().mapToInt(place -> place).toArray();
            if (first < ASCII) {
                byAscii[first] = all;
            } else {
                byBeyond.put(first, all);
            }
        });
    }

    private void addPairs(String string, char first) {
        for (char second = 0; second < ASCII; second++) {
            if (string.length() == 1 || string.charAt(1) == blankIfLineFeed(second)) {
                addPair(first, second);
                if (first == ' ') {
                    addPair('\n', second);
                }
            }
        }
    }

    private void addPair(char first, char second) {
        pairs[pair(first, second) >>> 6] |= 1L << pair(first, second);
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
        char next = from < to ? text.charAt(from) : ASCII;
        for (int i = from; i < to; i++) {
            char first = next;
            next = i + 1 < to ? text.charAt(i + 1) : ASCII;
            if (mayBegin(first, next)) {
                for (int place : placesOf(charAt(text, i))) {
                    String string = strings.get(place);
                    if (i + string.length() <= to && stands(string, text, i)) {
                        onHit.hit(place, i, i + string.length());
                    }
                }
            }
        }
    }

    private int[] placesOf(char first) {
        return first < ASCII ? byAscii[first] : byBeyond.getOrDefault(first, NONE);
    }

    private boolean mayBegin(char first, char second) {
        if (first >= ASCII) {
            return beyond.get(first);
        }
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
        return blankIfLineFeed(text.charAt(index));
    }

    private static char blankIfLineFeed(char c) {
        return c == '\n' ? ' ' : c;
    }

    private static int pair(char first, char second) {
        return first * ASCII + second;
    }
}
