package lurewatch.indexer.index;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Puts a space for every apostrophe, so that words are parted from their endings (`Kamboçya'da`,
/// `Star's`), whichever sign is typed. One character for one: offsets stay as they are.
final class ApostropheReader extends FilterReader {
    ApostropheReader(Reader reader) {
        super(reader);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c >= 0 && isApostrophe((char) c) ? ' ' : c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (isApostrophe(buffer[i])) {
                buffer[i] = ' ';
            }
        }
        return read;
    }

    private static boolean isApostrophe(char c) {
        if (c < 128) {
            return c == '\'' || c == '`';
        }
        return switch (c) {
            case '\u00B4', '\u02BB', '\u02BC', '\u2018', '\u2019', '\uFF07' -> true;
            default -> false;
        };
    }
}
