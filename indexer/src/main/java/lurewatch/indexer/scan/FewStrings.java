package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.text.Trigrams;
import lurewatch.indexer.text.View;

/// Finds all of a few hundred strings. Immutable; a line feed in the text is read as a blank.
///
/// A look-up for two characters, and then one for three, rules out nearly all places of a text,
/// which an [Automaton], made for many thousand strings, takes several times longer to pass.
public final class FewStrings {
    private static final int HASH_BITS = 14;
    private static final int[] NONE = {};

    /// In an opening: the text's end, or any character. No character of a text.
    private static final char ANY = '\uFFFF';

    private final List<String> strings;

    /// By which a text tells that it holds none of those that begin so.
    private final int[] marks;

    /// Places in `strings` by first character.
    private final Map<Character, int[]> byFirst = new HashMap<>();

    /// The characters that are strings by themselves.
    private final BitSet alone = new BitSet();

    /// The pairs of characters that others begin with, by their hashes.
    private final long[] pairs = new long[(1 << HASH_BITS) / Long.SIZE];

    /// The three characters that others begin with, or two and [#ANY], by their hashes.
    private final long[] openings = new long[(1 << HASH_BITS) / Long.SIZE];

    /// Told of each string found, in the order in which they begin.
    public interface OnHit {
        /// `end` is the index after the string's last character.
        void hit(int place, int start, int end);
    }

    private FewStrings(List<String> strings) {
        this.strings = List.copyOf(strings);
        this.marks = strings.stream().mapToInt(Trigrams::mark).toArray();
        Map<Character, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < strings.size(); place++) {
            String string = strings.get(place);
            if (strings.indexOf(string) == place) {
                places.computeIfAbsent(string.charAt(0), _ -> new ArrayList<>()).add(place);
                addOpening(string);
            }
        }
        places.forEach((first, all) ->
                byFirst.put(first, all.stream().mapToInt(place -> place).toArray()));
    }

    private void addOpening(String string) {
        if (string.length() == 1) {
            alone.set(string.charAt(0));
            return;
        }
        char third = string.length() == 2 ? ANY : string.charAt(2);
        set(pairs, hash(string.charAt(0), string.charAt(1)));
        set(openings, hash(string.charAt(0), string.charAt(1), third));
    }

    /// A hit gives the string's place in the list; of equal ones the first is told.
    public static FewStrings of(List<String> strings) {
        return new FewStrings(strings);
    }

    public void scan(String text, OnHit onHit) {
        scan(text, 0, text.length(), onHit);
    }

    /// The same for a view that is scanned for others as well: it knows of most that it holds none.
    public void scan(View view, OnHit onHit) {
        if (mayBeIn(view)) {
            scan(view.text(), onHit);
        }
    }

    /// Tells of those that lie between `from` and `to`.
    public void scan(String text, int from, int to, OnHit onHit) {
        char second = charAt(text, from, to);
        for (int i = from; i < to; i++) {
            char first = second;
            second = charAt(text, i + 1, to);
            if (mayBegin(first, second, text, i, to)) {
                for (int place : byFirst.getOrDefault(first, NONE)) {
                    if (stands(strings.get(place), text, i, to)) {
                        onHit.hit(place, i, i + strings.get(place).length());
                    }
                }
            }
        }
    }

    /// Whether the view holds any of them.
    public boolean areIn(View view) {
        return mayBeIn(view) && areIn(view.text());
    }

    /// Whether the view seems to hold any of them: most that hold none do not.
    public boolean mayBeIn(View view) {
        Trigrams trigrams = view.trigrams();
        for (int place = 0; place < marks.length; place++) {
            if (trigrams.mayHold(marks[place]) && trigrams.mayHold(strings.get(place))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the text holds any of them.
    public boolean areIn(String text) {
        int to = text.length();
        char second = charAt(text, 0, to);
        for (int i = 0; i < to; i++) {
            char first = second;
            second = charAt(text, i + 1, to);
            if (mayBegin(first, second, text, i, to)) {
                for (int place : byFirst.getOrDefault(first, NONE)) {
                    if (stands(strings.get(place), text, i, to)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean mayBegin(char first, char second, String text, int start, int to) {
        if (isSet(pairs, hash(first, second))) {
            char third = charAt(text, start + 2, to);
            if (isSet(openings, hash(first, second, third))
                    || isSet(openings, hash(first, second, ANY))) {
                return true;
            }
        }
        return alone.get(first);
    }

    private static boolean stands(String string, String text, int start, int to) {
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) != charAt(text, start + i, to)) {
                return false;
            }
        }
        return true;
    }

    private static char charAt(String text, int index, int to) {
        if (index >= to) {
            return ANY;
        }
        char c = text.charAt(index);
        return c == '\n' ? ' ' : c;
    }

    private static int hash(char first, char second) {
        return ((first * 0x1F351 + second) * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
    }

    private static int hash(char first, char second, char third) {
        return (((first * 0x1F351 + second) * 0x1F351 + third) * 0x9E3779B1)
                >>> (Integer.SIZE - HASH_BITS);
    }

    private static void set(long[] bits, int bit) {
        bits[bit >>> 6] |= 1L << bit;
    }

    private static boolean isSet(long[] bits, int bit) {
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }
}
