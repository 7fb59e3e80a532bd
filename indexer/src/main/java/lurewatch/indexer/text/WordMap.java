package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What words mean, asked for stretches of a text without cutting them out. Immutable.
public final class WordMap<V> {
    private static final int PRIME = 31;
    private static final int SPREAD = 0x9E3779B9;
    private static final int NONE = -1;

    /// Bits for each slot: so many that few other words have one of those that are set.
    private static final int SEEN_OF_SLOT = 8;

    private final @Nullable String[] words;

    /// By slot: the word's hash, so that hardly another word is ever compared.
    private final int[] hashes;

    /// The words' hashes, one bit each: most of what is no word is ruled out in the nearest cache.
    private final long[] seen;

    private final List<@Nullable V> meanings;
    private final int longest;

    private WordMap(Map<String, V> meaningOfWord) {
        int room = Integer.highestOneBit(Math.max(8, meaningOfWord.size()) * 2 - 1) * 2;
        words = new String[room];
        hashes = new int[room];
        seen = new long[room * SEEN_OF_SLOT / Long.SIZE];
        meanings = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            meanings.add(null);
        }
        int most = 0;
        for (Map.Entry<String, V> entry : meaningOfWord.entrySet()) {
            String word = entry.getKey();
            int hash = hash(word, 0, word.length());
            int slot = slotOf(hash);
            while (words[slot] != null) {
                slot = (slot + 1) & (room - 1);
            }
            words[slot] = word;
            hashes[slot] = hash;
            seen[seenBit(hash) >>> 6] |= 1L << seenBit(hash);
            meanings.set(slot, entry.getValue());
            most = Math.max(most, word.length());
        }
        longest = most;
    }

    public static <V> WordMap<V> of(Map<String, V> meaningOfWord) {
        return new WordMap<>(meaningOfWord);
    }

    public List<String> words() {
        return Arrays.stream(words).filter(Objects::nonNull).toList();
    }

    /// What the word from `start` to `end` means; null where it is none of these.
    public @Nullable V get(String text, int start, int end) {
        if (end - start > longest) {
            return null;
        }
        int slot = slot(text, start, end, hash(text, start, end));
        return slot == NONE ? null : meanings.get(slot);
    }

    /// How long the words are that begin at `start`: bit 3 for one of three characters. Of those of
    /// at most `most` characters, which are fewer than 64.
    public long lengthsAt(String text, int start, int most) {
        long lengths = 0;
        int hash = 0;
        int to = Math.min(text.length(), start + Math.min(most, longest));
        for (int i = start; i < to; i++) {
            hash = PRIME * hash + text.charAt(i);
            int bit = seenBit(hash);
            if ((seen[bit >>> 6] >>> bit & 1) != 0 && slot(text, start, i + 1, hash) != NONE) {
                lengths |= 1L << (i + 1 - start);
            }
        }
        return lengths;
    }

    /// The slot of the word with that hash, or [#NONE].
    private int slot(String text, int start, int end, int hash) {
        int slot = slotOf(hash);
        for (String word = words[slot]; word != null; word = words[slot]) {
            if (hashes[slot] == hash
                    && word.length() == end - start
                    && text.startsWith(word, start)) {
                return slot;
            }
            slot = (slot + 1) & (words.length - 1);
        }
        return NONE;
    }

    private int slotOf(int hash) {
        return ((hash * SPREAD) >>> 8) & (words.length - 1);
    }

    private int seenBit(int hash) {
        return ((hash * SPREAD) >>> 4) & (seen.length * Long.SIZE - 1);
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = PRIME * hash + text.charAt(i);
        }
        return hash;
    }
}
