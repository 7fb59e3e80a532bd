package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What words mean, walked to letter by letter, so that it is known at each whether any word goes
/// on so. Immutable.
final class LetterTree<V> {
    /// Where every walk begins.
    static final int ROOT = 0;

    /// Where no word goes.
    static final int NOWHERE = -1;

    private static final long FREE = -1;

    /// By slot: a place and a letter, and the place to which that letter leads from there.
    private final long[] steps;

    private final int[] places;

    /// By place.
    private final List<@Nullable V> meanings = new ArrayList<>();

    LetterTree(Map<String, V> meaningOfWord) {
        TreeMap<String, V> sorted = new TreeMap<>(meaningOfWord);
        int letters = 0;
        String last = "";
        for (String word : sorted.keySet()) {
            letters += word.length() - inCommon(last, word);
            last = word;
        }
        int room = Integer.highestOneBit(Math.max(8, letters) * 2 - 1) * 2;
        steps = new long[room];
        places = new int[room];
        Arrays.fill(steps, FREE);
        meanings.add(null);
        sorted.forEach(this::add);
    }

    private static int inCommon(String one, String other) {
        int i = 0;
        while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    private void add(String word, V meaning) {
        int place = ROOT;
        for (int i = 0; i < word.length(); i++) {
            long step = step(place, word.charAt(i));
            int slot = slotOf(step);
            if (steps[slot] == FREE) {
                steps[slot] = step;
                places[slot] = meanings.size();
                meanings.add(null);
            }
            place = places[slot];
        }
        meanings.set(place, meaning);
    }

    /// Where a letter leads from a place; [#NOWHERE] where no word goes on so.
    int next(int place, char letter) {
        long step = step(place, letter);
        int slot = slotOf(step);
        return steps[slot] == step ? places[slot] : NOWHERE;
    }

    /// What the word means that ends at a place; null where none ends there.
    @Nullable V meaning(int place) {
        return meanings.get(place);
    }

    private static long step(int place, char letter) {
        return ((long) place << Character.SIZE) | letter;
    }

    /// The step's slot, or the free one where it would stand.
    private int slotOf(long step) {
        int slot = (int) ((step * 0x9E3779B97F4A7C15L) >>> 40) & (steps.length - 1);
        while (steps[slot] != step && steps[slot] != FREE) {
            slot = (slot + 1) & (steps.length - 1);
        }
        return slot;
    }
}
