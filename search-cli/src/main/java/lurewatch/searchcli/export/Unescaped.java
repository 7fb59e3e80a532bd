package lurewatch.searchcli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A text with the escapes of its addresses read (`%EA%B9%80`, and `+` for a blank in a query), and
/// where each character stood. For looking, never for showing. Time is linear.
final class Unescaped {
    /// An address within an address is escaped once more; more than that was seen nowhere.
    private static final int DEEPEST = 3;

    /// Of sites that are older than UTF-8, by where ads are written.
    private static final List<Charset> OLD =
            Stream.of("EUC-KR", "GB18030", "Big5", "Shift_JIS", "TIS-620", "windows-1251")
                    .filter(Charset::isSupported)
                    .map(Charset::forName)
                    .toList();

    /// The most bytes that a character has in any of them.
    private static final int MOST_BYTES = 4;

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private boolean isWhole = true;

    private Unescaped() {}

    /// Each way to read a text that has escapes; none of one that has none.
    static List<Unescaped> of(String text) {
        List<Unescaped> all = new ArrayList<>();
        if (!isEscaped(text)) {
            return all;
        }
        Unescaped outer = asWritten(text);
        for (int depth = 1; depth <= DEEPEST; depth++) {
            Unescaped from = outer;
            Unescaped last = from.again(UTF_8);
            if (!last.isWhole) {
                OLD.forEach(charset -> all.add(from.again(charset)));
            }
            if (last.text().equals(from.text())) {
                break;
            }
            all.add(last);
            outer = last;
        }
        return all;
    }

    /// Spares most texts the rest.
    private static boolean isEscaped(String text) {
        boolean isQuery = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isQuery = isQuery(isQuery, c);
            if (isEscape(text, i) || (c == '+' && isQuery)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuery(boolean before, char c) {
        return c == '?' || (before && !Character.isWhitespace(c));
    }

    String text() {
        return text.toString();
    }

    /// Marks what the marked characters of this reading were written as.
    void mark(boolean[] marked, boolean[] marks) {
        for (int i = 0; i < marked.length; i++) {
            for (int at = starts.get(i); marked[i] && at < ends.get(i); at++) {
                marks[at] = true;
            }
        }
    }

    /// This reading read once more.
    private Unescaped again(Charset charset) {
        Unescaped inner = read(text(), charset);
        for (int i = 0; i < inner.text.length(); i++) {
            int start = inner.starts.get(i);
            int end = inner.ends.get(i);
            inner.starts.set(i, starts.get(start));
            inner.ends.set(i, ends.get(end - 1));
        }
        return inner;
    }

    private static Unescaped asWritten(String text) {
        Unescaped written = new Unescaped();
        for (int i = 0; i < text.length(); i++) {
            written.add(text.charAt(i), i, i + 1);
        }
        return written;
    }

    private static Unescaped read(String text, Charset charset) {
        Unescaped read = new Unescaped();
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean isQuery = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            isQuery = isQuery(isQuery, c);
            if (isEscape(text, i)) {
                i = read.escapes(text, i, decoder);
            } else {
                read.add(c == '+' && isQuery ? ' ' : c, i, i + 1);
                i++;
            }
        }
        return read;
    }

    /// A run of escapes, character by character; a byte that begins none stays as it is written.
    private int escapes(String text, int from, CharsetDecoder decoder) {
        byte[] bytes = new byte[MOST_BYTES];
        int count = 0;
        while (count < MOST_BYTES && isEscape(text, from + 3 * count)) {
            bytes[count] =
                    (byte) Integer.parseInt(text, from + 3 * count + 1, from + 3 * count + 3, 16);
            count++;
        }
        CharBuffer character = CharBuffer.allocate(2);
        for (int length = 1; length <= count; length++) {
            character.clear();
            CoderResult result =
                    decoder.reset().decode(ByteBuffer.wrap(bytes, 0, length), character, true);
            if (!result.isError() && character.position() > 0) {
                int end = from + 3 * length;
                character.flip();
                while (character.hasRemaining()) {
                    add(character.get(), from, end);
                }
                return end;
            }
        }
        isWhole = false;
        for (int i = from; i < from + 3; i++) {
            add(text.charAt(i), i, i + 1);
        }
        return from + 3;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && isHex(text.charAt(at + 1))
                && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private void add(char c, int start, int end) {
        text.append(c);
        starts.add(start);
        ends.add(end);
    }
}
