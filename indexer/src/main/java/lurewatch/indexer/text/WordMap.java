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

    private final @Nullable String[] words;

    /// By slot: the word's hash, so that hardly another word is ever compared.
    private final int[] hashes;

    private final List<@Nullable V> meanings;
    private final int longest;

    private WordMap(Map<String, V> meaningOfWord) {
        int room = Integer.highestOneBit(Math.max(8, meaningOfWord.size()) * 2 - 1) * 2;
        words = new String[room];
        hashes = new int[room];
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
        int length = end - start;
        if (length > longest) {
            return null;
        }
        int hash = hash(text, start, end);
        int slot = slotOf(hash);
        for (String word = words[slot]; word != null; word = words[slot]) {
            if (hashes[slot] == hash && word.length() == length && text.startsWith(word, start)) {
                return meanings.get(slot);
            }
            slot = (slot + 1) & (words.length - 1);
        }
        return null;
    }

    private int slotOf(int hash) {
        return ((hash * 0x9E3779B9) >>> 8) & (words.length - 1);
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = PRIME * hash + text.charAt(i);
        }
        return hash;
    }
}
