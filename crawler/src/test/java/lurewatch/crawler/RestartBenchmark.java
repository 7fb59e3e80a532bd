package lurewatch.crawler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.Exchange;

/// How long a crawl that was killed takes from the start of its process to its first request, with
/// many captures in its archive, beside one that begins with nothing: by the clock, and in
/// processor time, which other programs on the machine lengthen less.
///
/// Arguments: captures (100000), starts of each (5).
final class RestartBenchmark {
    private static final int BOARDS = 100;
    private static final int WRITERS = 256;

    private final Path folder;
    private final PacedWeb web;

    private RestartBenchmark(Path folder, PacedWeb web) {
        this.folder = folder;
        this.web = web;
    }

    public static void main(String[] arguments) throws Exception {
        int captures = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int starts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("restart");
        try (PacedWeb web = new PacedWeb(BOARDS, captures / BOARDS)) {
            new RestartBenchmark(folder, web).run(captures, starts);
        }
        delete(folder);
    }

    private void run(int captures, int starts) throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path full = Files.createDirectory(folder.resolve("full"));
        writeConfig(empty);
        writeConfig(full);
        Start[] fromNothing = new Start[starts];
        for (int i = 0; i < starts; i++) {
            fromNothing[i] = startAndKill(empty);
            delete(empty.resolve("data"));
        }
        print("with nothing", fromNothing);
        fill(full.resolve("data/archive"), captures);
        IO.println("learning %d captures, once: %s".formatted(captures, startAndKill(full)));
        Start[] again = new Start[starts];
        for (int i = 0; i < starts; i++) {
            again[i] = startAndKill(full);
        }
        print("with %d captures, killed before".formatted(captures), again);
        IO.println(
                "ratio of medians %.2f, of processor time %.2f"
                        .formatted(
                                median(again, Start::clock) / median(fromNothing, Start::clock),
                                median(again, Start::processor)
                                        / median(fromNothing, Start::processor)));
    }

    /// From the start of a process to its first request, in seconds.
    private record Start(double clock, double processor) {
        @Override
        public String toString() {
            return "%.2f s, %.2f s of processor time".formatted(clock, processor);
        }
    }

    private static double median(Start[] starts, ToDoubleFunction<Start> figure) {
        return Arrays.stream(starts).mapToDouble(figure).sorted().toArray()[starts.length / 2];
    }

    private static void print(String what, Start[] starts) {
        IO.println(
                "start to first request %s: median %s; most %.2f s"
                        .formatted(
                                what,
                                new Start(
                                        median(starts, Start::clock),
                                        median(starts, Start::processor)),
                                Arrays.stream(starts).mapToDouble(Start::clock).max().orElse(0)));
    }

    /// A listing is always due, ads that are known wait for their day.
    private void writeConfig(Path place) throws IOException {
        web.writeConfig(place.resolve("config"), Duration.ofMillis(200));
        Files.writeString(
                place.resolve("config/lurewatch.yaml"),
                """
                schedule:
                  hub: 1s
                  detail_fuse: [1d, 7d]
                  retry: 1s
                  revisit: {budget: 2000000, visit_worth: 1s, shortest: 1s, longest_listing: 1s}
                """,
                StandardOpenOption.APPEND);
    }

    private Start startAndKill(Path place) throws Exception {
        int before = web.requestCount();
        long begun = System.nanoTime();
        try (CrawlProcess crawl = CrawlProcess.start(place)) {
            while (web.requestCount() == before) {
                crawl.pause(Duration.ofMillis(5));
            }
            double clock = (System.nanoTime() - begun) / 1e9;
            Duration processor =
                    ProcessHandle.of(crawl.pid())
                            .flatMap(process -> process.info().totalCpuDuration())
                            .orElse(Duration.ZERO);
            long kept = 50;
            while (crawl.captures() < kept) {
                crawl.pause(Duration.ofMillis(50));
            }
            return new Start(clock, processor.toMillis() / 1e3);
        }
    }

    private void fill(Path archive, int captures) throws IOException {
        Files.createDirectories(archive.getParent());
        Semaphore room = new Semaphore(WRITERS);
        try (Archive open = Archive.open(archive, 1L << 30, InstantSource.system());
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < captures; i++) {
                Exchange ad = ad(i % BOARDS, i / BOARDS);
                room.acquireUninterruptibly();
                writers.execute(() -> {
                    try {
                        open.append(ad);
                    } finally {
                        room.release();
                    }
                });
            }
        }
    }

    private Exchange ad(int board, int ad) {
        return new Exchange(
                "board-" + board,
                web.url(board, "/ad/" + ad),
                Instant.now(),
                "127.9.0." + (board + 1),
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                200,
                "OK",
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                PacedWeb.ad(board, ad).getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Provenance.CRAWLED,
                Map.of());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
