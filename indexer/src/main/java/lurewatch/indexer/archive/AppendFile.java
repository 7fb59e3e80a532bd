package lurewatch.indexer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A file that only grows, and is cut back only by what was never acknowledged. Used by one thread,
/// which nobody may interrupt: an interrupt closes the channel.
///
/// Not final so that tests can let the disk fail.
class AppendFile implements Closeable {
    private final FileChannel channel;
    private long length;

    AppendFile(Path path) throws IOException {
        channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        LinkOption.NOFOLLOW_LINKS);
        length = channel.size();
        channel.position(length);
    }

    /// How a file is opened; the seam for disks that fail.
    @FunctionalInterface
    interface Opener {
        AppendFile open(Path path) throws IOException;
    }

    long length() {
        return length;
    }

    /// Writes all of these behind the end. After a failure the file holds an unknown part of them:
    /// [#cutTo] takes it off.
    void append(List<byte[]> pieces) throws IOException {
        ByteBuffer[] buffers = pieces.stream().map(ByteBuffer::wrap).toArray(ByteBuffer[]::new);
        int first = 0;
        while (first < buffers.length) {
            length += channel.write(buffers, first, buffers.length - first);
            while (first < buffers.length && !buffers[first].hasRemaining()) {
                first++;
            }
        }
    }

    void force() throws IOException {
        channel.force(false);
    }

    void cutTo(long end) throws IOException {
        channel.truncate(end);
        channel.position(end);
        length = end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
