package lurewatch.searchcli.dossier;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.BitSet;

/// Notes which characters pass, and how many units they are.
final class NotedWriter extends FilterWriter {
    private final BitSet seen = new BitSet();
    private char high;
    private long length;

    NotedWriter(Writer out) {
        super(out);
    }

    /// The characters so far.
    BitSet seen() {
        return (BitSet) seen.clone();
    }

    /// UTF-16 units so far.
    long length() {
        return length;
    }

    @Override
    public void write(int c) throws IOException {
        note((char) c);
        out.write(c);
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            note(text[i]);
        }
        out.write(text, start, length);
    }

    @Override
    public void write(String text, int start, int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            note(text.charAt(i));
        }
        out.write(text, start, length);
    }

    /// A pair may come in two writes.
    private void note(char c) {
        length++;
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            seen.set(Character.isLowSurrogate(c) ? Character.toCodePoint(high, c) : c);
        }
    }
}
