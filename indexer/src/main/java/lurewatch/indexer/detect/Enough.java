package lurewatch.indexer.detect;

import java.util.Arrays;

/// How often each literal was found in one text, so that none is told of more often than says
/// anything. A word of a group counts on each line anew: what it tells together with the words
/// beside it must not depend on how often it stands elsewhere. Used by one thread.
final class Enough {
    /// Of one literal: a text that repeats it more often says nothing new.
    private static final int OF_PHRASE = 64;

    /// Of a word of a group on one line.
    private static final int OF_WORD = 2;

    private final String raw;

    /// By the literals' numbers: in the text, of words on the line that was read last.
    private final byte[] found;

    /// The words that were found on that line.
    private int[] ofLine = new int[16];

    private int countOfLine;
    private int lineStart;
    private int lineEnd = -1;

    /// @param literals how many there are
    Enough(String raw, int literals) {
        this.raw = raw;
        this.found = new byte[literals];
    }

    /// Whether one more of them says something.
    boolean lacks(Literal literal, int rawStart) {
        if (isWord(literal)) {
            moveTo(rawStart);
            return found[literal.number()] < OF_WORD;
        }
        return found[literal.number()] < OF_PHRASE;
    }

    void add(Literal literal, int rawStart) {
        if (isWord(literal)) {
            moveTo(rawStart);
            noteOnLine(literal.number());
        }
        found[literal.number()]++;
    }

    private static boolean isWord(Literal literal) {
        return literal.target() instanceof Target.OfContextWord;
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
            found[ofLine[i]] = 0;
        }
        countOfLine = 0;
        lineStart = raw.lastIndexOf('\n', rawStart - 1) + 1;
        int end = raw.indexOf('\n', rawStart);
        lineEnd = end < 0 ? raw.length() : end;
    }
}
