package lurewatch.indexer.scan;

import java.util.Arrays;

/// How often each literal was found in one text, so that none is told of more often than says
/// anything. A word of a group counts on each line anew: what it tells together with the words
/// beside it must not depend on how often it stands elsewhere. Used by one thread.
final class MatchLimits {
    /// Of one literal: a text that repeats it more often says nothing new.
    private static final int OF_PHRASE = 64;

    /// Of a word of a group on one line.
    private static final int OF_WORD = 2;

    /// A text holds few of all the literals: a table of all takes longer to make than to use.
    private static final int FIRST_ROOM = 512;

    private final String raw;

    /// Literals' numbers, each above 0, with how often they were found: in the text, of words on
    /// the line that was read last. Open-addressed; never more than half full.
    private int[] numbers = new int[FIRST_ROOM];

    private byte[] counts = new byte[FIRST_ROOM];
    private int known;

    /// The words that were found on that line.
    private int[] ofLine = new int[16];

    private int countOfLine;
    private int lineStart;
    private int lineEnd = -1;

    MatchLimits(String raw) {
        this.raw = raw;
    }

    /// Whether one more of them says something.
    ///
    /// @param isWord whether the literal is a word of a group
    boolean lacks(int literal, boolean isWord, int rawStart) {
        if (isWord) {
            moveTo(rawStart);
        }
        return counts[slotOf(literal)] < (isWord ? OF_WORD : OF_PHRASE);
    }

    void add(int literal, boolean isWord, int rawStart) {
        if (isWord) {
            moveTo(rawStart);
            noteOnLine(literal);
        }
        int slot = slotOf(literal);
        counts[slot]++;
        if (numbers[slot] == 0) {
            numbers[slot] = literal + 1;
            known++;
            if (known * 2 > numbers.length) {
                grow();
            }
        }
    }

    /// Where the literal's number stands or would stand.
    private int slotOf(int number) {
        int slot = ((number * 0x9E3779B1) >>> 8) & (numbers.length - 1);
        while (numbers[slot] != 0 && numbers[slot] != number + 1) {
            slot = (slot + 1) & (numbers.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] oldNumbers = numbers;
        byte[] oldCounts = counts;
        numbers = new int[oldNumbers.length * 2];
        counts = new byte[oldCounts.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slotOf(oldNumbers[i] - 1);
                numbers[slot] = oldNumbers[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private void noteOnLine(int word) {
        if (countOfLine == ofLine.length) {
            ofLine = Arrays.copyOf(ofLine, countOfLine * 2);
        }
        ofLine[countOfLine++] = word;
    }

    private void moveTo(int rawStart) {
        if (lineStart <= rawStart && rawStart <= lineEnd) {
            return;
        }
        for (int i = 0; i < countOfLine; i++) {
            counts[slotOf(ofLine[i])] = 0;
        }
        countOfLine = 0;
        lineStart = raw.lastIndexOf('\n', rawStart - 1) + 1;
        int end = raw.indexOf('\n', rawStart);
        lineEnd = end < 0 ? raw.length() : end;
    }
}
