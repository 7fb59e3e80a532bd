package lurewatch.crawler.frontier;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import lurewatch.crawler.frontier.FetchReport.Ending;

/// What the frontier costs with few and with very many known URLs: from opening the file to the
/// first lease; a step (a lease, its report with 30 links, all committed) with 64 takers as fast as
/// they can, as many as a tenth of the URLs, so that each size does the same share of what is due;
/// and how long a taker waits for the next URL at a pace that leaves the machine alone.
///
/// Arguments: URLs (2000000), hosts (5000). Smaller sizes are measured first.
final class FrontierBenchmark {
    private static final int TAKERS = 64;
    private static final int LINKS = 30;
    private static final int URLS_PER_STEP = 10;
    private static final int PACED = 4_000;
    private static final int PER_SECOND = 200;
    private static final int[] SIZES = {100_000, 300_000, 1_000_000, 2_000_000};

    private final BenchmarkFrontier made;
    private final AtomicLong captures = new AtomicLong();
    private final long seed;

    private FrontierBenchmark(int hosts, long seed) {
        this.made = new BenchmarkFrontier(hosts);
        this.seed = seed;
    }

    public static void main(String[] args) throws Exception {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
        int hosts = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        IO.println(
                "%d hosts, %d takers, %d links a page, heap at most %d MB"
                        .formatted(hosts, TAKERS, LINKS, Runtime.getRuntime().maxMemory() >> 20));
        List<Figures> all = new ArrayList<>();
        new FrontierBenchmark(hosts, 1).measure(Math.min(most, SIZES[0])); // warms up
        for (int size : Arrays.stream(SIZES).filter(s -> s <= most).toArray()) {
            Figures figures = new FrontierBenchmark(hosts, size).measure(size);
            all.add(figures);
            IO.println(figures.line(all.getFirst()));
        }
        if (all.isEmpty() || all.getLast().urls() != most) {
            Figures figures = new FrontierBenchmark(hosts, most).measure(most);
            IO.println(figures.line(all.isEmpty() ? figures : all.getFirst()));
        }
    }

    /// @param step wall time of one step as fast as possible, in microseconds
    /// @param work processor time of one
    /// @param heap in use after a collection, at most, while running
    private record Figures(
            int urls,
            double opened,
            double first,
            double step,
            double work,
            List<Double> waits,
            long heap,
            long file) {
        String line(Figures least) {
            return ("%,9d URLs: start %.2f s, first lease %.2f s; step %.0f µs (%.2f), processor"
                            + " %.0f µs (%.2f); next URL p50 %.3f p99 %.3f max %.3f ms;"
                            + " heap %d MB, file %d MB")
                    .formatted(
                            urls,
                            opened,
                            first,
                            step,
                            step / least.step,
                            work,
                            work / least.work,
                            waits.get(waits.size() / 2),
                            waits.get(waits.size() * 99 / 100),
                            waits.getLast(),
                            heap >> 20,
                            file >> 20);
        }
    }

    private Figures measure(int urls) throws Exception {
        Path directory = Files.createTempDirectory("frontier-benchmark");
        try {
            Path file = directory.resolve("crawl.db");
            made.write(file, urls, new Random(seed));
            forgetCached(file);
            System.gc();
            return measure(urls, file);
        } finally {
            delete(directory);
        }
    }

    private Figures measure(int urls, Path file) throws Exception {
        FrontierSettings settings = made.settings();
        Clocks clocks = new Clocks(InstantSource.system(), System::nanoTime);
        resetPeaks();
        long began = System.nanoTime();
        try (Frontier frontier = Frontier.open(file, settings, clocks, new Random(seed))) {
            frontier.plant(settings.sites().values());
            double opened = seconds(began);
            Lease lease = frontier.take().orElseThrow();
            double first = seconds(began);
            frontier.done(lease, report(lease, new Random(seed)));
            List<Double> waits = paced(frontier);
            long work = processorTime();
            long start = System.nanoTime();
            int steps = urls / URLS_PER_STEP;
            asFastAsPossible(frontier, steps);
            double step = (System.nanoTime() - start) / 1e3 / steps;
            double busy = (processorTime() - work) / 1e3 / steps;
            return new Figures(
                    urls, opened, first, step, busy, waits, peakHeap(), Files.size(file));
        }
    }

    /// Asks for a URL at even times, and notes how long each was waited for.
    private List<Double> paced(Frontier frontier) throws InterruptedException {
        Random random = new Random(seed);
        double[] waits = new double[PACED];
        long start = System.nanoTime();
        for (int i = 0; i < PACED; i++) {
            long due = start + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long asked = System.nanoTime();
            Lease lease = frontier.take().orElseThrow();
            waits[i] = (System.nanoTime() - asked) / 1e6;
            claim(frontier, lease);
            frontier.done(lease, report(lease, random));
        }
        return Arrays.stream(waits).sorted().boxed().toList();
    }

    private void asFastAsPossible(Frontier frontier, int steps) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(steps);
        List<Thread> takers = new ArrayList<>();
        for (int i = 0; i < TAKERS; i++) {
            Random random = new Random(seed + i);
            takers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    while (left.getAndDecrement() > 0) {
                                        Lease lease = frontier.take().orElseThrow();
                                        claim(frontier, lease);
                                        frontier.done(lease, report(lease, random));
                                    }
                                } catch (InterruptedException _) {
                                    Thread.currentThread().interrupt();
                                }
                            }));
        }
        for (Thread taker : takers) {
            taker.join();
        }
        frontier.robots("http://none.example"); // answered when all before it is written
    }

    /// Every host has an address of its own here.
    private static void claim(Frontier frontier, Lease lease) {
        long id = lease.host().id();
        byte[] address = {10, (byte) (id >> 16), (byte) (id >> 8), (byte) id};
        try {
            if (!frontier.claim(lease, InetAddress.getByAddress(address))) {
                throw new IllegalStateException("an address of one host is taken");
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private FetchReport report(Lease lease, Random random) {
        return FetchReport.of(
                        Ending.CAPTURED,
                        "",
                        new FetchReport.Answer(
                                OptionalInt.of(200), 50_000, Duration.ofMillis(1), Validators.NONE))
                .keptAs(OptionalLong.of(captures.incrementAndGet()))
                .saying(
                        new FetchReport.Content(
                                OptionalLong.of(random.nextLong()),
                                OptionalDouble.of(random.nextDouble())))
                .leadingTo(made.linksOf(lease.url(), LINKS, random));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long processorTime() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static void resetPeaks() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakHeap() {
        return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    /// A start after months finds nothing of the file in memory. Where the system cannot forget it,
    /// the figures say so by being better.
    private static void forgetCached(Path file) throws IOException, InterruptedException {
        new ProcessBuilder("dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
