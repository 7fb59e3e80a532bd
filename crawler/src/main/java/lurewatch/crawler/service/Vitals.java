package lurewatch.crawler.service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.indexer.settings.ByteSize;
import org.jspecify.annotations.Nullable;

/// What a crawling process has to say of itself, whichever settings it goes by at the moment: its
/// figures go on where settings are read anew. Thread-safe.
public final class Vitals {
    private final Path data;
    private final Clocks clocks;
    private final Instant since;
    private final long began;
    private Progress before = Progress.NONE;
    private @Nullable CrawlService service;
    private boolean failed;
    private boolean paused;
    private Optional<Reload> reload = Optional.empty();

    /// Those of a process that begins now.
    public Vitals(Path data, Clocks clocks) {
        this.data = data;
        this.clocks = clocks;
        this.since = clocks.now();
        this.began = clocks.nanos().getAsLong();
    }

    /// This crawl runs from now on.
    public synchronized void runs(CrawlService now) {
        service = now;
        paused = false;
    }

    /// The crawl that ran is about to be closed; another may follow.
    public synchronized void ends() {
        if (service != null) {
            before = service.progress().after(before);
            service = null;
        }
    }

    /// Nothing runs until the disk has room.
    public synchronized void pauses() {
        paused = true;
    }

    /// Whether the disk has less free than its reserve, as far as it can be asked.
    public boolean lacksRoom(ByteSize reserve) {
        return DiskWatch.usable(data).orElse(Long.MAX_VALUE) < reserve.bytes();
    }

    /// Whether a crawl that was paused for a full disk may go on.
    public boolean hasRoomAgain(ByteSize reserve) {
        return DiskWatch.usable(data).orElse(0) > reserve.bytes() * DiskWatch.RESUME;
    }

    /// Nothing can be kept any more; it ends by that.
    public synchronized void failed() {
        failed = true;
    }

    public synchronized void reloaded(Reload last) {
        reload = Optional.of(last);
    }

    public synchronized ServiceState state() {
        Progress progress = service == null ? before.ended() : service.progress().after(before);
        if (failed) {
            progress = progress.in(Progress.State.FAILED);
        } else if (paused) {
            progress = progress.in(Progress.State.PAUSED_DISK);
        }
        Duration span = Duration.ofNanos(clocks.nanos().getAsLong() - began);
        return new ServiceState(
                ProcessHandle.current().pid(),
                since,
                clocks.now(),
                progress.within(span),
                DiskWatch.usable(data),
                reload);
    }
}
