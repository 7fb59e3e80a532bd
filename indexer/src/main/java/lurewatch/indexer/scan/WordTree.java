package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds all of many literals where words begin. Immutable; a line feed in the text is read as a
/// blank.
///
/// A literal's first word is looked up by its hash, and a map of bits small enough for the
/// processor's nearest cache rules out nearly all words of a text. What follows the first word is a
/// tree in one open-addressed table: a slot holds a node and a character together with the node
/// that they lead to. The table is large and each step a wait for memory, so that another map of
/// bits tells by the next three characters whether any literal goes on so.
final class WordTree {
    /// Told of each literal found, the shortest first.
    interface OnHit {
        /// `end` is the index after the literal's last character.
        void hit(int literal, int start, int end);
    }

    private static final int NONE = -1;
    private static final int SEEN_BITS = 18;
    private static final int PRIME = 31;
    private static final int SPREAD = 0x9E3779B9;
    private static final int FOLLOWING = 3;
    private static final int NODE_BITS = 22;
    private static final int NODE_MASK = (1 << NODE_BITS) - 1;

    /// In a word's slot: a literal is that word alone.
    private static final int ALONE = 1 << 30;

    /// In a word's slot: a literal goes on from it for fewer than three characters.
    private static final int ENDS_SOON = 1 << 29;

    /// Bits of the hashes of all first words.
    private final long[] seen = new long[1 << (SEEN_BITS - 6)];

    /// Bits of the hashes of all first words with the three characters that follow them.
    private final long[] follow = new long[1 << (SEEN_BITS - 6)];

    private final List<String> firstWords = new ArrayList<>();

    /// Open-addressed by the words' hashes: the hash in the upper half, in the lower one the word's
    /// place in `firstWords`, which is its node as well, plus one, and what literals there are with
    /// it. What most words of a text need stands here: a further array is a further wait.
    private final long[] wordSlots;

    private final long[] slots;

    /// By node: the literal that ends there.
    private final int[] literal;

    private int nodes;

    private WordTree(List<String> literals) {
        List<String> words =
                literals.stream().map(text -> text.substring(0, wordEnd(text))).distinct().toList();
        wordSlots = new long[Integer.highestOneBit(words.size() + 4) * 4];
        words.forEach(this::addFirstWord);
        nodes = firstWords.size();
        int most = nodes + Prefixes.count(literals, WordTree::wordEnd);
        if (most > NODE_MASK) {
            throw new IllegalArgumentException("too many literals: " + most + " nodes");
        }
        slots = new long[Integer.highestOneBit(most + 4) * 4];
        literal = new int[most];
        Arrays.fill(literal, NONE);
    }

    /// The tree for these literals, all different; a hit gives the literal's place in the list.
    static WordTree of(List<String> literals) {
        var tree = new WordTree(literals);
        for (int i = 0; i < literals.size(); i++) {
            tree.insert(literals.get(i), i);
        }
        return tree;
    }

    private void addFirstWord(String word) {
        int hash = hash(word);
        int slot = wordSlot(hash, word.toCharArray(), word.length());
        firstWords.add(word);
        wordSlots[slot] = ((long) hash << Integer.SIZE) | firstWords.size();
        set(seen, hash);
    }

    private void insert(String text, int place) {
        int end = wordEnd(text);
        char[] chars = text.toCharArray();
        int wordSlot = wordSlot(hash(text.substring(0, end)), chars, end);
        int node = wordIn(wordSlot);
        if (text.length() >= end + FOLLOWING) {
            set(follow, following(node, chars, end));
        } else {
            wordSlots[wordSlot] |= text.length() > end ? ENDS_SOON : ALONE;
        }
        for (int i = end; i < text.length(); i++) {
            int slot = slotOf(node, text.charAt(i));
            if (slots[slot] == 0) {
                slots[slot] = (key(node, text.charAt(i)) << NODE_BITS) | nodes++;
            }
            node = (int) slots[slot] & NODE_MASK;
        }
        literal[node] = place;
    }

    /// Tells of all literals that begin where a word does and end where one does or where only an
    /// ending of some language may follow.
    void scan(char[] text, OnHit onHit) {
        if (firstWords.isEmpty()) {
            return;
        }
        int start = 0;
        while (start < text.length) {
            int end = wordEnd(text, start);
            findAt(text, start, end, onHit);
            start = end;
        }
    }

    private void findAt(char[] text, int start, int wordEnd, OnHit onHit) {
        int hash = 0;
        for (int i = start; i < wordEnd; i++) {
            hash = PRIME * hash + charAt(text, i);
            if (Boundaries.mayEnd(start, i + 1, wordEnd) && holds(seen, hash)) {
                findFirstWord(hash, text, start, i + 1, onHit);
            }
        }
    }

    private void findFirstWord(int hash, char[] text, int start, int end, OnHit onHit) {
        for (int slot = slotOf(hash); wordSlots[slot] != 0; slot = nextSlot(slot)) {
            if ((int) (wordSlots[slot] >>> Integer.SIZE) != hash) {
                continue;
            }
            int word = wordIn(slot);
            boolean goesOn = (wordSlots[slot] & ENDS_SOON) != 0 || isFollowed(word, text, end);
            boolean isAlone = (wordSlots[slot] & ALONE) != 0;
            // many words begin some literal: only where one may be are the letters compared
            if ((goesOn || isAlone) && isWord(word, text, start, end)) {
                if (isAlone) {
                    onHit.hit(literal[word], start, end);
                }
                if (goesOn) {
                    findFrom(word, text, start, end, onHit);
                }
            }
        }
    }

    /// Tells of the literals that go on from the first word from `start` to `end`.
    private void findFrom(int firstWord, char[] text, int start, int end, OnHit onHit) {
        int node = firstWord;
        for (int i = end; i < text.length; i++) {
            long slot = slots[slotOf(node, charAt(text, i))];
            if (slot == 0) {
                return;
            }
            node = (int) slot & NODE_MASK;
            if (literal[node] != NONE) {
                onHit.hit(literal[node], start, i + 1);
            }
        }
    }

    /// Whether the next three characters are those behind the word in some literal.
    private boolean isFollowed(int firstWord, char[] text, int end) {
        return end + FOLLOWING <= text.length && holds(follow, following(firstWord, text, end));
    }

    private static int following(int firstWord, char[] text, int end) {
        int hash = firstWord;
        for (int i = end; i < end + FOLLOWING; i++) {
            hash = PRIME * hash * SPREAD + charAt(text, i);
        }
        return hash;
    }

    private static boolean holds(long[] bits, int hash) {
        int bit = bit(hash);
        return ((bits[bit >>> 6] >>> bit) & 1) != 0;
    }

    private static void set(long[] bits, int hash) {
        int bit = bit(hash);
        bits[bit >>> 6] |= 1L << bit;
    }

    private static int bit(int hash) {
        return (hash * SPREAD) >>> (Integer.SIZE - SEEN_BITS);
    }

    /// The end of the word that begins at `start`; of a sign, or a letter of a script without
    /// blanks, the place after it.
    private static int wordEnd(char[] text, int start) {
        int end = start + 1;
        if (Scripts.isWord(text[start])) {
            boolean latin = Boundaries.isLatin(text[start]);
            while (end < text.length
                    && Scripts.isWord(text[end])
                    && Boundaries.isLatin(text[end]) == latin) {
                end++;
            }
        }
        return end;
    }

    private static int wordEnd(String literal) {
        return wordEnd(literal.toCharArray(), 0);
    }

    private static char charAt(char[] text, int index) {
        char c = text[index];
        return c == '\n' ? ' ' : c;
    }

    private static int hash(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = PRIME * hash + word.charAt(i);
        }
        return hash;
    }

    /// The slot of the word that the text begins with, or the empty one where it would be.
    private int wordSlot(int hash, char[] text, int end) {
        int slot = slotOf(hash);
        while (wordSlots[slot] != 0 && !isWord(wordIn(slot), text, 0, end)) {
            slot = nextSlot(slot);
        }
        return slot;
    }

    private int slotOf(int hash) {
        return ((hash * SPREAD) >>> 8) & (wordSlots.length - 1);
    }

    private int wordIn(int slot) {
        return ((int) wordSlots[slot] & NODE_MASK) - 1;
    }

    private int nextSlot(int slot) {
        return (slot + 1) & (wordSlots.length - 1);
    }

    private boolean isWord(int place, char[] text, int start, int end) {
        String word = firstWords.get(place);
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != charAt(text, start + i)) {
                return false;
            }
        }
        return true;
    }

    /// The slot of the node and the character, or the empty one where it would be.
    private int slotOf(int node, char c) {
        long key = key(node, c);
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 36) & (slots.length - 1);
        while (slots[slot] != 0 && (slots[slot] >>> NODE_BITS) != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long key(int node, char c) {
        return ((long) node << Character.SIZE) | c;
    }
}
