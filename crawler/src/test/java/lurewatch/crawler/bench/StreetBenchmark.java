package lurewatch.crawler.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.Main;

/// The whole street — fetch, archive with two forced writes, extract, detect, facts, committed
/// index — beside [BareLoop], which only fetches, parses and takes links. Both crawl the same
/// generated loopback web in the same process, in turns; the first pair warms up and does not
/// count.
///
/// Arguments: hosts (200), counted pairs (3), workers (64), paragraphs of text per page (4).
final class StreetBenchmark {
    private final int hosts;
    private final int workers;
    private final int port;

    private StreetBenchmark(int hosts, int workers, int port) {
        this.hosts = hosts;
        this.workers = workers;
        this.port = port;
    }

    public static void main(String[] args) throws IOException {
        int hosts = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        int workers = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        String paragraphs = args.length > 3 ? args[3] : "4";
        Process web = startWeb(paragraphs);
        try (BufferedReader out = web.inputReader(StandardCharsets.UTF_8)) {
            var benchmark = new StreetBenchmark(hosts, workers, Integer.parseInt(out.readLine()));
            benchmark.run(pairs);
        } finally {
            web.destroyForcibly();
        }
    }

    private static Process startWeb(String paragraphs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GeneratedWeb.class.getName(),
                        paragraphs)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void run(int pairs) throws IOException {
        int expected = hosts * GeneratedWeb.PAGES_PER_HOST;
        IO.println(
                "%d hosts x %d pages, %d workers, heap at most %d MB, %d processors"
                        .formatted(
                                hosts,
                                GeneratedWeb.PAGES_PER_HOST,
                                workers,
                                Runtime.getRuntime().maxMemory() >> 20,
                                Runtime.getRuntime().availableProcessors()));
        double[] ratios = new double[pairs];
        for (int pair = 0; pair <= pairs; pair++) {
            Speed bare = bareLoop(expected);
            Speed street = street(expected);
            if (pair > 0) {
                ratios[pair - 1] = street.pagesPerSecond() / bare.pagesPerSecond();
            }
            IO.println(
                    "%s  bare loop %s   street %s   ratio %.2f   of processor time %.2f"
                            .formatted(
                                    pair == 0 ? "warm-up" : "pair " + pair,
                                    bare,
                                    street,
                                    street.pagesPerSecond() / bare.pagesPerSecond(),
                                    bare.processorMillis() / street.processorMillis()));
        }
        Arrays.sort(ratios);
        IO.println(
                "ratio: median %.2f, min %.2f, max %.2f; heap peak %d MB"
                        .formatted(ratios[pairs / 2], ratios[0], ratios[pairs - 1], heapPeak()));
    }

    /// What a page costs: by the clock, which other programs on the machine slow down, and in
    /// processor time of this process, garbage collection and compiler included, which they do not.
    private record Speed(double pagesPerSecond, double processorMillis) {
        @Override
        public String toString() {
            return "%6.0f pages/s, %5.2f ms each".formatted(pagesPerSecond, processorMillis);
        }
    }

    /// A moment, on both clocks.
    private record Start(long nanos, long processorNanos) {
        static Start now() {
            return new Start(System.nanoTime(), processorTime());
        }

        private static long processorTime() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }

        Speed speed(int pages, int expected) {
            if (pages != expected) {
                throw new IllegalStateException("crawled " + pages + " pages of " + expected);
            }
            double seconds = (System.nanoTime() - nanos) / 1e9;
            return new Speed(pages / seconds, (processorTime() - processorNanos) / 1e6 / pages);
        }
    }

    private Speed bareLoop(int expected) throws IOException {
        Start start = Start.now();
        return start.speed(BareLoop.run(seeds(), workers), expected);
    }

    private Speed street(int expected) throws IOException {
        Path folder = Files.createTempDirectory("street-benchmark");
        try {
            writeConfig(folder.resolve("config"));
            Start start = Start.now();
            var out = new java.io.ByteArrayOutputStream();
            int exit =
                    Main.run(
                            new String[] {
                                "crawl",
                                "--once",
                                "--data=" + folder.resolve("data"),
                                "--config=" + folder.resolve("config")
                            },
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(
                                    OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                            Map.of());
            if (exit != 0) {
                throw new IllegalStateException("crawl ended with " + exit + ": " + out);
            }
            return start.speed(captures(folder), expected);
        } finally {
            delete(folder);
        }
    }

    /// Without the hosts' robots.txt files, which the bare loop does not fetch.
    private static int captures(Path folder) throws IOException {
        try (Stream<String> ledger = Files.lines(folder.resolve("data/archive/ledger.jsonl"))) {
            return (int) ledger.filter(line -> line.contains("/p/")).count();
        }
    }

    private List<String> seeds() {
        List<String> seeds = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            seeds.add("http://127.7.%d.%d:%d/p/0".formatted(host / 200, 1 + host % 200, port));
        }
        return seeds;
    }

    private void writeConfig(Path config) throws IOException {
        Map<String, String> sites = new LinkedHashMap<>();
        for (String seed : seeds()) {
            sites.put(
                    "host-" + sites.size(),
                    "kind: job-board\nenabled: true\nseeds: ['%s']\nscope: {depth: 100}\n"
                            .formatted(seed));
        }
        ConfigFiles.write(
                config,
                """
                identity: {user_agent: StreetBenchmark, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                politeness: {factor: 0, minimum: 0ms, maximum: 0ms, ip_minimum: 0ms}
                limits: {fetches: %d}
                """
                        .formatted(port, workers),
                sites);
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> peak(pool))
                        .sum()
                >> 20;
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(path -> {
                        try {
                            Files.delete(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
