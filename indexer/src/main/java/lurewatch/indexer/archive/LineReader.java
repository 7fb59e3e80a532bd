package lurewatch.indexer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// Reads lines of bytes from a channel, from one offset up to another. Holds one line at a time,
/// and of a line beyond [LedgerLine#MAX_BYTES] only that much.
final class LineReader {
    private final FileChannel channel;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024).flip();
    private long position;

    /// A line without its line feed.
    ///
    /// @param ending what ended it
    @SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
    record Line(long offset, byte[] bytes, Ending ending) {
        /// Where the line after this one starts.
        enum Ending {
            LINE_FEED,
            END_OF_FILE
        }

        boolean isTerminated() {
            return ending == Ending.LINE_FEED;
        }
    }

    LineReader(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.position = start;
        this.end = end;
    }

    /// Offset of the next line.
    long position() {
        return position;
    }

    /// The next line; empty at the end.
    Optional<Line> next() throws IOException {
        long start = position;
        ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
        while (buffer.hasRemaining() || fill()) {
            int from = buffer.position();
            int to = from;
            while (to < buffer.limit() && buffer.get(to) != '\n') {
                to++;
            }
            int room = Math.min(to - from, LedgerLine.MAX_BYTES - line.size());
            line.write(buffer.array(), from, room);
            boolean found = to < buffer.limit();
            buffer.position(found ? to + 1 : to);
            position += buffer.position() - from;
            if (found) {
                return Optional.of(new Line(start, line.toByteArray(), Line.Ending.LINE_FEED));
            }
        }
        return position == start
                ? Optional.empty()
                : Optional.of(new Line(start, line.toByteArray(), Line.Ending.END_OF_FILE));
    }

    private boolean fill() throws IOException {
        long left = end - position;
        if (left <= 0) {
            return false;
        }
        buffer.clear();
        buffer.limit((int) Math.min(left, buffer.capacity()));
        int count = channel.read(buffer, position);
        buffer.flip();
        return count > 0;
    }
}
