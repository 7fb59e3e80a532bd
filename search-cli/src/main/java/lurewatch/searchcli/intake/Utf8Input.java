package lurewatch.searchcli.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text that somebody saved, as UTF-8 without a byte order mark. Windows writes the mark before
/// UTF-8 and before the UTF-16 that it calls Unicode; left there it hides the first line of a list.
public final class Utf8Input {
    private static final int MARK = 3;
    private static final int CHUNK = 8192;

    private Utf8Input() {}

    public static InputStream of(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, MARK);
        byte[] head = peeked.readNBytes(MARK);
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return peeked;
        }
        peeked.unread(head);
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
            return new Transcoded(peeked, StandardCharsets.UTF_16);
        }
        return peeked;
    }

    private static boolean starts(byte[] head, int... mark) {
        boolean starts = head.length >= mark.length;
        for (int i = 0; starts && i < mark.length; i++) {
            starts = (head[i] & 0xff) == mark[i];
        }
        return starts;
    }

    /// Another encoding's text in UTF-8, a piece at a time.
    private static final class Transcoded extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[CHUNK];
        private ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[0]);

        Transcoded(InputStream in, Charset charset) {
            this.reader = new InputStreamReader(in, charset);
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes.read() : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return fill() ? bytes.read(into, from, length) : -1;
        }

        private boolean fill() throws IOException {
            while (bytes.available() == 0) {
                // The last place is kept for the second half of a character.
                int read = reader.read(chars, 0, CHUNK - 1);
                if (read < 0) {
                    return false;
                }
                if (read > 0 && Character.isHighSurrogate(chars[read - 1])) {
                    int second = reader.read();
                    if (second >= 0) {
                        chars[read++] = (char) second;
                    }
                }
                bytes =
                        new ByteArrayInputStream(
                                new String(chars, 0, read).getBytes(StandardCharsets.UTF_8));
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
