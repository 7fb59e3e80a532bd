package lurewatch.crawler.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends the reading of a head that does not end itself: jwarc collects a head in memory, however
/// long it is. Bodies are bounded by whoever reads them.
final class HeadGuard extends FilterInputStream {
    /// Of bytes as they stand in the file. Real heads have a few thousand.
    private static final int LONGEST_HEAD = 64 * 1024;

    /// Of compressed ones, which can unpack to a thousand times this. That fits in memory.
    private static final int LONGEST_PACKED = 16 * 1024;

    private static final int GZIP = 0x1F;

    private int longest = LONGEST_HEAD;
    private boolean begun;
    private long left = Long.MAX_VALUE;

    HeadGuard(InputStream in) {
        super(in);
    }

    /// What is read from here on is a head.
    void head() {
        left = longest;
    }

    /// What is read from here on is a body.
    void body() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        require();
        int read = super.read();
        left -= read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        require();
        int read = super.read(into, offset, (int) Math.min(length, left));
        if (!begun && read > 0) {
            begun = true;
            longest = into[offset] == GZIP ? LONGEST_PACKED : LONGEST_HEAD;
            left = Math.min(left, longest);
        }
        left -= Math.max(0, read);
        return read;
    }

    private void require() throws IOException {
        if (left <= 0) {
            throw new IOException("a head of more than " + longest + " bytes");
        }
    }
}
