package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// How many pages a second an archive acknowledges. Run its `main` by hand with a directory on the
/// disk to measure; it is no test.
final class AppendMeasurement {
    private static final int PAGES = 20_000;
    private static final int PAGE_BYTES = 50_000;
    private static final int THREADS = 64;

    private AppendMeasurement() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "archive");
        byte[][] bodies = new byte[50][];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = Exchanges.text(i, PAGE_BYTES).getBytes(StandardCharsets.UTF_8);
        }
        AtomicInteger forces = new AtomicInteger();
        AppendFile.Opener counting =
                path ->
                        new AppendFile(path) {
                            @Override
                            void force() throws IOException {
                                forces.incrementAndGet();
                                super.force();
                            }
                        };
        try (Archive archive =
                Archive.open(directory, 1L << 30, InstantSource.fixed(Exchanges.NOON), counting)) {
            for (int threads : new int[] {THREADS, 1, THREADS}) {
                forces.set(0);
                int pages = threads == 1 ? PAGES / 20 : PAGES;
                long start = System.nanoTime();
                append(archive, bodies, threads, pages);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%d threads: %.0f appends/s, %.3f forces per append%n",
                        threads, pages / seconds, forces.get() / (double) pages);
            }
        }
        long start = System.nanoTime();
        VerifyReport report = ArchiveVerifier.verify(directory);
        System.out.printf(
                "verify: %d captures, %d MB in %.1f s, %d problems%n",
                report.captures(),
                report.bytes() >> 20,
                (System.nanoTime() - start) / 1e9,
                report.problemCount());
    }

    private static void append(Archive archive, byte[][] bodies, int threads, int pages)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> appenders = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            appenders.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int i = next.getAndIncrement();
                                        i < pages;
                                        i = next.getAndIncrement()) {
                                    archive.append(
                                            Exchanges.of(
                                                    "http://board.test/" + threads + "/" + i,
                                                    200,
                                                    bodies[i % bodies.length],
                                                    Exchanges.html()));
                                }
                            }));
        }
        for (Thread appender : appenders) {
            appender.join();
        }
    }
}
