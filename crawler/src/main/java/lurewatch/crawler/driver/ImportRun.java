package lurewatch.crawler.driver;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.intake.IntakeRecord;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.Extraction;

/// Takes records into the archive and reads them, several at a time, as each waits for the disk.
/// Records of one URL keep their order.
///
/// What the archive has already is not taken again. The same bytes that somebody saw at another
/// time are more than it has: they become a capture of their own, which repeats the payload of the
/// first.
final class ImportRun implements Closeable {
    private static final int TRACKS = 4;

    /// Records in memory at once.
    private static final int IN_WORK = 8;

    private final Street street;
    private final String site;
    private final Optional<Instant> said;
    private final InstantSource clock;
    private final Told told;
    private final Semaphore room = new Semaphore(IN_WORK);
    private final List<ExecutorService> tracks = new ArrayList<>();
    private final RecentKeys recent = new RecentKeys();
    private final AtomicReference<Optional<RuntimeException>> failure =
            new AtomicReference<>(Optional.empty());

    /// Who is told how a record ended; by many threads.
    interface Told {
        void archived(IntakeRecord record, Capture capture, Extraction extraction);

        void alreadyThere(IntakeRecord record);

        void broken(String place, String why);
    }

    /// @param site of the records that name none
    /// @param said when what is imported was seen, by whoever imports it
    ImportRun(Street street, String site, Optional<Instant> said, InstantSource clock, Told told) {
        this.street = street;
        this.site = site;
        this.said = said;
        this.clock = clock;
        this.told = told;
        for (int i = 0; i < TRACKS; i++) {
            tracks.add(Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
        }
    }

    /// Takes a record on its way; waits while too many are.
    void take(Path file, Digest fileDigest, IntakeRecord record) throws InterruptedException {
        throwFailure();
        room.acquire();
        int track = Math.floorMod(record.url().hashCode(), TRACKS);
        tracks.get(track)
                .execute(() -> {
                    try {
                        archive(file, fileDigest, record);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(Optional.empty(), Optional.of(e));
                    } catch (Error e) {
                        failure.compareAndSet(Optional.empty(), Optional.of(broken(record, e)));
                    } finally {
                        room.release();
                    }
                });
    }

    private static RuntimeException broken(IntakeRecord record, Error fault) {
        return new IllegalStateException(record.place() + " breaks the import: " + fault, fault);
    }

    /// Waits until all records that were taken are archived and read.
    void finish() throws InterruptedException {
        room.acquire(IN_WORK);
        room.release(IN_WORK);
        throwFailure();
    }

    @Override
    public void close() {
        tracks.forEach(ExecutorService::close);
    }

    private void throwFailure() {
        failure.get()
                .ifPresent(e -> {
                    throw e;
                });
    }

    private void archive(Path file, Digest fileDigest, IntakeRecord record) {
        if (failure.get().isPresent()) {
            return;
        }
        String of = record.site().orElse(site);
        if (street.archive().erased().hasUrl(record.url())) {
            told.broken(
                    record.place(), "pages of its address were erased here, so it is not taken");
            return;
        }
        Digest payload = Digest.of(record.body());
        Optional<String> seen = timeSeen(record, fileDigest.equals(payload)).map(ImportRun::http);
        String key = String.join("\n", of, record.url(), payload.hex(), seen.orElse(""));
        if (!recent.add(key)
                || street.capturesOf(of, record.url(), payload)
                        .anyMatch(capture -> seen.map(time -> isOf(time, capture)).orElse(true))) {
            told.alreadyThere(record);
            return;
        }
        Exchange exchange;
        try {
            exchange = exchange(of, file, fileDigest, record);
        } catch (IllegalArgumentException e) {
            told.broken(record.place(), String.valueOf(e.getMessage()));
            return;
        }
        Capture capture = street.archive().append(exchange);
        CapturedPage page = street.archive().page(capture, exchange);
        told.archived(record, capture, street.pipeline().accept(page));
    }

    /// When the bytes were seen, as far as that can tell one sighting from another. A file that is
    /// the page has its time in these bytes, or none but that of its copy on a disk; only who
    /// imports it can say more.
    private Optional<Instant> timeSeen(IntakeRecord record, boolean isWholeFile) {
        return isWholeFile ? said : record.claimed();
    }

    private static boolean isOf(String time, Capture capture) {
        boolean isClaim = capture.provenance() == Provenance.IMPORTED;
        return isClaim
                ? capture.headers().contains(new Header(Capture.CLAIM, time))
                : http(capture.fetchedAt()).equals(time);
    }

    /// HTTP's times are whole seconds.
    private static String http(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /// The capture's time is ours; that of the file is a claim, said in the way of RFC 7089.
    private Exchange exchange(String of, Path file, Digest fileDigest, IntakeRecord record) {
        Instant now = clock.instant();
        List<Header> headers = new ArrayList<>(record.headers());
        Map<String, String> metadata = new HashMap<>(record.metadata());
        record.claimed()
                .ifPresent(time -> {
                    headers.add(new Header(Capture.CLAIM, http(time)));
                    metadata.put("claimed-time", time.toString());
                });
        metadata.put("imported-at", now.toString());
        metadata.put("imported-from", file.getFileName().toString());
        metadata.put("imported-from-digest", fileDigest.toString());
        metadata.put("imported-from-place", record.place());
        return new Exchange(
                of,
                record.url(),
                now,
                "",
                new byte[0],
                record.status(),
                "",
                headers,
                record.body(),
                record.truncated(),
                Provenance.IMPORTED,
                metadata);
    }
}
