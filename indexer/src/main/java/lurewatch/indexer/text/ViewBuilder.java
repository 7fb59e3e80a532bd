package lurewatch.indexer.text;

import java.util.Arrays;

/// Collects a view's characters with the stretch of raw text that each came from.
final class ViewBuilder {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    ViewBuilder(int capacity) {
        int room = Math.max(16, capacity);
        chars = new char[room];
        starts = new int[room];
        ends = new int[room];
    }

    void add(char c, int rawStart, int rawEnd) {
        if (length == chars.length) {
            int room = length + (length >> 1) + 16;
            chars = Arrays.copyOf(chars, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
        chars[length] = c;
        starts[length] = rawStart;
        ends[length++] = rawEnd;
    }

    /// The characters of `text` from `from` to `to`, each of which stands at its own place in the
    /// raw text.
    void addInPlace(String text, int from, int to) {
        int end = length + to - from;
        if (end > chars.length) {
            int room = end + (end >> 1) + 16;
            chars = Arrays.copyOf(chars, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
        text.getChars(from, to, chars, length);
        for (int i = length; i < end; i++) {
            starts[i] = from + i - length;
            ends[i] = from + i - length + 1;
        }
        length = end;
    }

    void addCodePoint(int codePoint, int rawStart, int rawEnd) {
        if (Character.isBmpCodePoint(codePoint)) {
            add((char) codePoint, rawStart, rawEnd);
        } else {
            add(Character.highSurrogate(codePoint), rawStart, rawEnd);
            add(Character.lowSurrogate(codePoint), rawStart, rawEnd);
        }
    }

    /// Every character of `made` stands for the whole stretch that it was made of.
    void addAll(CharSequence made, int rawStart, int rawEnd) {
        for (int i = 0; i < made.length(); i++) {
            add(made.charAt(i), rawStart, rawEnd);
        }
    }

    /// Whoever builds on must make a new builder.
    View view() {
        return View.of(new String(chars, 0, length), starts, ends);
    }
}
