package lurewatch.searchcli.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Lines of a stream as bytes, each with a bound; a longer one is skipped over and told apart.
public final class BoundedLines {
    /// One line.
    ///
    /// @param number from 1
    /// @param bytes without the line's end
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Line(long number, byte[] bytes, boolean isTooLong) {}

    private final BufferedInputStream in;
    private final int longest;
    private long number;

    public BoundedLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    public Optional<Line> next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean isTooLong = false;
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() < longest) {
                line.write(c);
            } else {
                isTooLong = true;
            }
        }
        return Optional.of(new Line(number, line.toByteArray(), isTooLong));
    }
}
