package lurewatch.indexer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The right to write an archive. The operating system holds it and takes it back when the process
/// dies, so that no stale lock is ever left behind.
///
/// It is the process that has it: whoever closes any channel to the file gives all of the process's
/// locks on it back, unasked (POSIX). So no channel is opened to a file that this process has
/// locked, and which those are is remembered here.
final class WriterLock implements Closeable {
    private static final Pattern PID = Pattern.compile("pid (\\d{1,10}) ");
    private static final Pattern OWNER = Pattern.compile("pid \\d{1,10} since [0-9TZ:.+-]{1,40}");

    /// What this process has locked, by the file system's own key, with what stands in it. Guards
    /// itself.
    private static final Map<Object, String> HELD = new HashMap<>();

    private final FileChannel channel;
    private final Object key;

    private WriterLock(FileChannel channel, Object key) {
        this.channel = channel;
        this.key = key;
    }

    /// Takes the lock or throws [ArchiveBusyException] that says who has it.
    static WriterLock take(Path file, Instant now) throws IOException {
        synchronized (HELD) {
            Optional<String> own = heldHere(file);
            if (own.isPresent()) {
                throw busy(file, own.get());
            }
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE,
                            LinkOption.NOFOLLOW_LINKS);
            try {
                if (channel.tryLock() == null) {
                    throw busy(file, owner(channel));
                }
                String owner = "pid " + ProcessHandle.current().pid() + " since " + now;
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
                Object key = key(file);
                HELD.put(key, owner);
                return new WriterLock(channel, key);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    /// Who has the lock: `pid 4711 since 2026-11-22T12:00:00Z`; empty where nobody has. Asks with a
    /// shared lock, held for the moment of the question, and only where the process that is named
    /// in the file lives, or none is.
    static Optional<String> holder(Path file) throws IOException {
        synchronized (HELD) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            Optional<String> own = heldHere(file);
            if (own.isPresent()) {
                return own;
            }
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                String owner = owner(channel);
                if (isDead(owner)) {
                    return Optional.empty();
                }
                try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, /* shared= */ true)) {
                    return lock == null ? Optional.of(owner) : Optional.empty();
                }
            }
        }
    }

    private static boolean isDead(String owner) {
        Matcher named = PID.matcher(owner);
        return named.lookingAt()
                && ProcessHandle.of(Long.parseLong(named.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static Optional<String> heldHere(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.ofNullable(HELD.get(key(file)))
                : Optional.empty();
    }

    /// Device and inode, where the file system has them.
    private static Object key(Path file) throws IOException {
        Object key =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey();
        return key == null ? file.toAbsolutePath().normalize() : key;
    }

    private static ArchiveBusyException busy(Path file, String owner) {
        return new ArchiveBusyException(
                String.format(
                        Locale.ROOT,
                        "data directory in use by %s (lock %s); stop that process first",
                        owner,
                        file));
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
        synchronized (HELD) {
            if (channel.isOpen()) {
                HELD.remove(key);
                channel.close();
            }
        }
    }
}
