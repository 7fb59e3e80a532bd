package lurewatch.searchcli.wacz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/// Takes bytes that are written and compares them with those of a stream, up to the first that
/// differs.
final class Comparison extends OutputStream {
    private final InputStream actual;
    private long at;
    private OptionalLong difference = OptionalLong.empty();

    Comparison(InputStream actual) {
        this.actual = actual;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (difference.isPresent()) {
            return;
        }
        byte[] there = actual.readNBytes(length);
        int mismatch = Arrays.mismatch(there, 0, there.length, bytes, offset, offset + length);
        if (mismatch >= 0) {
            difference = OptionalLong.of(at + mismatch);
        }
        at += length;
    }

    /// Where the first difference is, once all was written; what the stream has left is one.
    OptionalLong difference() throws IOException {
        return difference.isEmpty() && actual.read() >= 0 ? OptionalLong.of(at) : difference;
    }
}
