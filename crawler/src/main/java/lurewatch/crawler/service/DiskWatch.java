package lurewatch.crawler.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.indexer.settings.ByteSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pauses a frontier while the disk has less free than its reserve: a crawl that waits loses less
/// than one that fails in the middle of a write.
final class DiskWatch implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /// It goes on only with a tenth more than the reserve, so that it does not flutter.
    static final double RESUME = 1.1;

    private final Supplier<OptionalLong> usable;
    private final ByteSize reserve;
    private final Frontier frontier;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean low;

    DiskWatch(Supplier<OptionalLong> usable, ByteSize reserve, Frontier frontier) {
        this.usable = usable;
        this.reserve = reserve;
        this.frontier = frontier;
    }

    /// Bytes that a disk has free for us; empty where it cannot be asked, as one over a network may
    /// not for a while.
    static OptionalLong usable(Path directory) {
        try {
            return OptionalLong.of(Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            LOG.warn("cannot tell how much the disk has free: {}", e.toString());
            return OptionalLong.empty();
        }
    }

    void start() {
        look();
        Thread.ofVirtual().name("disk watch").start(this::watch);
    }

    boolean isLow() {
        return low;
    }

    private void watch() {
        try {
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        usable.get().ifPresent(this::judge);
    }

    private void judge(long free) {
        if (!low && free < reserve.bytes()) {
            low = true;
            frontier.pause();
            LOG.warn("paused: {} bytes free, less than storage.disk_reserve", free);
        } else if (low && free > reserve.bytes() * RESUME) {
            low = false;
            frontier.resume();
            LOG.info("resumed: {} bytes free", free);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
