package lurewatch.crawler.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The lines of a file as bytes, without their ends; too long ones are cut and said to be so. Works
/// on bytes, as in every encoding of such files but UTF-16 a line feed and a quotation mark are
/// bytes of their own.
final class Lines implements Closeable {
    /// Whether a line feed within quotation marks ends a line.
    enum Quotes {
        ARE_PLAIN,
        HOLD_LINES
    }

    /// @param number of its first physical line, from 1
    /// @param end what ended it: a line feed, one behind a carriage return, or the file
    @SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
    record Line(long number, byte[] bytes, byte[] end, boolean isTooLong) {
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != ',' && b != ';') {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream in;
    private final long size;
    private final int longest;
    private final Quotes quotes;
    private long position;
    private long number = 1;

    private Lines(InputStream in, long size, int longest, Quotes quotes) {
        this.in = in;
        this.size = size;
        this.longest = longest;
        this.quotes = quotes;
    }

    static Lines of(Path file, int longest, Quotes quotes) throws IOException {
        return of(Files.newInputStream(file), Files.size(file), longest, quotes);
    }

    /// @param size of all that the stream gives
    static Lines of(InputStream in, long size, int longest, Quotes quotes) {
        return new Lines(new BufferedInputStream(in, 1 << 16), size, longest, quotes);
    }

    long position() {
        return position;
    }

    long size() {
        return size;
    }

    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        long first = number;
        boolean tooLong = false;
        boolean quoted = false;
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0; b = in.read()) {
            position++;
            if (b == '"' && quotes == Quotes.HOLD_LINES) {
                quoted = !quoted;
            }
            if (b == '\n') {
                number++;
                // A mark that is never closed must not take the rest of the file with it.
                if (!quoted || tooLong) {
                    break;
                }
            }
            tooLong |= bytes.size() == longest;
            if (!tooLong) {
                bytes.write(b);
            }
        }
        byte[] line = bytes.toByteArray();
        boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
        byte[] end = (hasReturn ? "\r" : "").concat(b < 0 ? "" : "\n").getBytes(US_ASCII);
        int length = hasReturn ? line.length - 1 : line.length;
        return Optional.of(new Line(first, Arrays.copyOf(line, length), end, tooLong));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
