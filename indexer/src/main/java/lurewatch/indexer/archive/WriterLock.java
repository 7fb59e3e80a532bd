package lurewatch.indexer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The right to write an archive. The operating system holds it and takes it back when the process
/// dies, so that no stale lock is ever left behind.
final class WriterLock implements Closeable {
    private static final Pattern OWNER = Pattern.compile("pid \\d{1,10} since [0-9TZ:.+-]{1,40}");

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock or throws [ArchiveBusyException] that says who has it.
    static WriterLock take(Path file, Instant now) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        LinkOption.NOFOLLOW_LINKS);
        try {
            if (tryLock(channel) == null) {
                throw new ArchiveBusyException(
                        String.format(
                                Locale.ROOT,
                                "data directory in use by %s (lock %s); stop that process first",
                                owner(channel),
                                file));
            }
            String owner = "pid " + ProcessHandle.current().pid() + " since " + now + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)), 0);
            return new WriterLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process has it, through another Archive.
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(100);
        channel.read(text, 0);
        String owner =
                new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return OWNER.matcher(owner).matches() ? owner : "another process";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
