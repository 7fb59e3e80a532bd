package lurewatch.indexer.text;

import java.nio.charset.Charset;
import java.util.Arrays;

/// UTF-8 that somebody's program took for Windows-1252 and wrote so (`ìº„ë³´ë””ì•„`, `Ð¿Ñ€Ð¸`):
/// what each character's bytes stand for can be read back.
///
/// A line is read so where nearly all its characters from À to ÿ begin such a sequence, and one
/// sequence is not all. Sequences must make a letter of a script that we know, or a sign that texts
/// have: `à «` and `×` before a blank that may not break are no sequences.
final class Mojibake {
    private static final int FIRST_LEAD = 0xC2;
    private static final int LAST_LEAD = 0xF4;
    private static final int LEAST_SEQUENCES = 2;

    /// Sequences for each high letter of the line that is none.
    private static final int LEAST_SHARE = 4;

    private static final int FIRST_CONTROL = 0x80;
    private static final int FIRST_OF_LATIN_1 = 0xA0;
    private static final char NO_BREAK_SPACE = 0xA0;

    /// The bytes that Windows-1252 shows as signs from elsewhere, by sign.
    private static final char[] SIGNS = new char[FIRST_OF_LATIN_1 - FIRST_CONTROL];

    private static final byte[] BYTES = new byte[SIGNS.length];

    static {
        Charset charset = Charset.forName("windows-1252");
        Integer[] order = new Integer[SIGNS.length];
        Arrays.setAll(order, i -> i);
        String shown = new String(allBytes(), charset);
        Arrays.sort(order, (a, b) -> Character.compare(shown.charAt(a), shown.charAt(b)));
        for (int i = 0; i < SIGNS.length; i++) {
            SIGNS[i] = shown.charAt(order[i]);
            BYTES[i] = (byte) (FIRST_CONTROL + order[i]);
        }
    }

    private final String text;
    private int lineEnd;
    private boolean isLineMisread;

    private Mojibake(String text) {
        this.text = text;
    }

    private static byte[] allBytes() {
        byte[] bytes = new byte[SIGNS.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (FIRST_CONTROL + i);
        }
        return bytes;
    }

    /// For asking about the offsets of a text from left to right.
    static Mojibake in(String text) {
        return new Mojibake(text);
    }

    /// Whether a sequence may begin there: a first glance.
    static boolean mayBegin(String text, int start) {
        char c = text.charAt(start);
        return c >= FIRST_LEAD
                && c <= LAST_LEAD
                && start + 1 < text.length()
                && continuation(text.charAt(start + 1)) >= 0;
    }

    /// Where the sequence ends that begins at `start`; `start` where none is to be read there.
    int end(int start) {
        if (start >= lineEnd) {
            int end = text.indexOf('\n', start);
            lineEnd = end < 0 ? text.length() : end;
            isLineMisread = isMisread(start, lineEnd);
        }
        return isLineMisread ? sequenceEnd(start) : start;
    }

    private boolean isMisread(int start, int end) {
        int sequences = 0;
        int others = 0;
        boolean isSure = false;
        for (int i = start; i < end; ) {
            int next = sequenceEnd(i);
            if (next > i) {
                sequences++;
                isSure |= isSure(i);
                i = next;
            } else {
                char c = text.charAt(i++);
                others += c >= 0xC0 && c <= 0xFF ? 1 : 0;
            }
        }
        return isSure && sequences >= LEAST_SEQUENCES && sequences >= LEAST_SHARE * others;
    }

    /// Not a letter or sign before a blank that may not break.
    private boolean isSure(int start) {
        return length(text.charAt(start)) > 2 || text.charAt(start + 1) != NO_BREAK_SPACE;
    }

    private int sequenceEnd(int start) {
        if (!mayBegin(text, start)) {
            return start;
        }
        int end = start + length(text.charAt(start));
        if (end > text.length()) {
            return start;
        }
        for (int i = start + 1; i < end; i++) {
            if (continuation(text.charAt(i)) < 0) {
                return start;
            }
        }
        return isReadable(codePoint(start, end)) ? end : start;
    }

    private static int length(char lead) {
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    /// What a sequence stands for.
    int codePoint(int start, int end) {
        int length = end - start;
        int codePoint = text.charAt(start) & (0xFF >> (length + 1));
        for (int i = start + 1; i < end; i++) {
            codePoint = codePoint << 6 | continuation(text.charAt(i));
        }
        return codePoint;
    }

    /// The six bits of a byte that continues a sequence; -1 for what is none.
    private static int continuation(char c) {
        if (c >= FIRST_CONTROL && c <= 0xBF) {
            return c & 0x3F;
        }
        if (c < 0x100) {
            return -1;
        }
        int at = Arrays.binarySearch(SIGNS, c);
        return at >= 0 ? BYTES[at] & 0x3F : -1;
    }

    private static boolean isReadable(int codePoint) {
        if (codePoint < FIRST_OF_LATIN_1 || !Character.isDefined(codePoint)) {
            return false;
        }
        if (!Character.isBmpCodePoint(codePoint)) {
            return true; // pictures, letters drawn otherwise
        }
        boolean isSign = (codePoint >= 0x2000 && codePoint < 0x2C00) || codePoint >= 0x3000;
        return isSign
                || codePoint < 0x100
                || Script.of((char) codePoint) != Script.OTHER
                || (codePoint >= 0x300 && codePoint < 0x370)
                || Character.isDigit(codePoint);
    }
}
