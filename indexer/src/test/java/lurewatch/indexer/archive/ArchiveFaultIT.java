package lurewatch.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the archive promises when the disk fails, and how much disk its promises cost.
final class ArchiveFaultIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Exchanges.NOON);

    @TempDir Path directory;
    private final Disk disk = new Disk();

    /// Counts forces, and fails the one it is told to.
    private static final class Disk implements AppendFile.Opener {
        private final AtomicInteger forces = new AtomicInteger();
        private volatile String failing = "none";
        private volatile boolean cutting = true;

        @Override
        public AppendFile open(Path path) throws IOException {
            String name = path.getFileName().toString();
            return new AppendFile(path) {
                @Override
                void append(List<byte[]> pieces) throws IOException {
                    if (failing.equals("write " + kind(name))) {
                        super.append(pieces.subList(0, 1));
                        throw new IOException("No space left on device");
                    }
                    super.append(pieces);
                }

                @Override
                void force() throws IOException {
                    forces.incrementAndGet();
                    if (failing.equals("force " + kind(name))) {
                        throw new IOException("Input/output error");
                    }
                    super.force();
                }

                @Override
                void cutTo(long end) throws IOException {
                    if (!cutting) {
                        throw new IOException("Read-only file system");
                    }
                    super.cutTo(end);
                }
            };
        }

        private static String kind(String name) {
            return name.equals(ArchiveFiles.LEDGER) ? "ledger" : "segment";
        }
    }

    @Test
    void aSegmentThatCannotBeWrittenCostsTheCaptureAndTheNextGoesToAnother() throws IOException {
        for (String fault : List.of("write segment", "force segment", "write ledger")) {
            Path place = directory.resolve(fault.replace(' ', '-'));
            try (Archive archive = open(place)) {
                Capture before = archive.append(Exchanges.page("http://board.test/1", "one"));
                disk.failing = fault;
                assertThatThrownBy(
                                () -> archive.append(Exchanges.page("http://board.test/2", "two")))
                        .as(fault)
                        .isInstanceOf(ArchiveWriteException.class)
                        .hasMessageContaining("not archived");
                assertThat(archive.last()).contains(before.id());
                disk.failing = "none";
                Capture after = archive.append(Exchanges.page("http://board.test/3", "three"));
                assertThat(after.id()).isEqualTo(new CaptureId(2));
                assertThat(after.position().file()).isNotEqualTo(before.position().file());
                assertThat(archive.page(before).payload()).hasSize(3);
                assertThat(archive.page(after).payload()).hasSize(5);
            }
            assertThat(ArchiveVerifier.verify(place).problems()).as(fault).isEmpty();
        }
    }

    @Test
    void afterALedgerWhoseForceFailedNothingIsAcknowledgedUntilTheNextStart() throws IOException {
        try (Archive archive = open(directory)) {
            archive.append(Exchanges.page("http://board.test/1", "one"));
            disk.failing = "force ledger";
            assertThatThrownBy(() -> archive.append(Exchanges.page("http://board.test/2", "two")))
                    .isInstanceOf(ArchiveWriteException.class);
            disk.failing = "none";
            assertThatThrownBy(() -> archive.append(Exchanges.page("http://board.test/3", "3")))
                    .isInstanceOf(ArchiveWriteException.class)
                    .hasMessageContaining("restart");
            assertThat(archive.last()).contains(new CaptureId(1));
        }
        try (Archive archive = open(directory)) {
            assertThat(archive.append(Exchanges.page("http://board.test/3", "3")).id())
                    .isEqualTo(new CaptureId(2));
        }
        assertThat(ArchiveVerifier.verify(directory).problems()).isEmpty();
    }

    @Test
    void whatCannotBeCutBackStopsTheArchive() throws IOException {
        try (Archive archive = open(directory)) {
            archive.append(Exchanges.page("http://board.test/1", "one"));
            disk.failing = "force segment";
            disk.cutting = false;
            assertThatThrownBy(() -> archive.append(Exchanges.page("http://board.test/2", "two")))
                    .isInstanceOf(ArchiveWriteException.class);
            disk.failing = "none";
            disk.cutting = true;
            assertThatThrownBy(() -> archive.append(Exchanges.page("http://board.test/3", "3")))
                    .hasMessageContaining("restart");
        }
        try (Archive archive = open(directory)) {
            assertThat(archive.recovered()).hasSize(1);
            assertThat(archive.last()).contains(new CaptureId(1));
        }
        assertThat(ArchiveVerifier.verify(directory).problems()).isEmpty();
    }

    @Test
    void sixtyFourAppendersShareTheirForces() throws Exception {
        int threads = 64;
        int each = 8;
        Set<CaptureId> ids = ConcurrentHashMap.newKeySet();
        List<Thread> appenders = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (Archive archive = open(directory)) {
            ArchiveReader other = ArchiveReader.open(directory);
            for (int t = 0; t < threads; t++) {
                int thread = t;
                appenders.add(
                        Thread.ofVirtual()
                                .uncaughtExceptionHandler((_, e) -> failures.add(e))
                                .start(() -> {
                                    await(start);
                                    for (int i = 0; i < each; i++) {
                                        String url = "http://board.test/" + thread + "/" + i;
                                        Capture capture =
                                                archive.append(
                                                        Exchanges.page(
                                                                url, Exchanges.text(i, 20_000)));
                                        ids.add(capture.id());
                                        // Acknowledged means: anybody else finds it on disk.
                                        assertThat(other.capture(capture.id())).contains(capture);
                                        assertThat(other.payload(capture))
                                                .hasSizeGreaterThan(19_999);
                                    }
                                }));
            }
            start.countDown();
            for (Thread appender : appenders) {
                appender.join();
            }
            assertThat(failures).isEmpty();
        }
        assertThat(ids).hasSize(threads * each);
        // Alone each would force the archive and the ledger.
        assertThat(disk.forces.get()).isLessThan(2 * threads * each);
        assertThat(ArchiveVerifier.verify(directory).isClean()).isTrue();
    }

    private Archive open(Path place) {
        return Archive.open(place, 1L << 30, CLOCK, disk);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
