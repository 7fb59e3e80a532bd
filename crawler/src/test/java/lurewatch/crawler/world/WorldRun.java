package lurewatch.crawler.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import lurewatch.crawler.CrawlProcess;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.world.Sampler.Sample;
import lurewatch.indexer.archive.ArchiveVerifier;

/// A real crawl of a changing web for as long as wanted: was everything that happened noticed
/// within its window, by what the archive holds and the fetch log says, and does the process stay
/// as it is?
///
/// Arguments: minutes (20), seed.
final class WorldRun {
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final Duration SAMPLE = Duration.ofSeconds(60);

    /// What happens after this before the end is not judged: its window is not over.
    private static final Duration LAST = Duration.ofSeconds(140);

    private final Path folder;
    private final ChangingWeb web;
    private final List<Sample> samples = new ArrayList<>();

    private WorldRun(Path folder, ChangingWeb web) {
        this.folder = folder;
        this.web = web;
    }

    public static void main(String[] args) throws Exception {
        long minutes = args.length > 0 ? Long.parseLong(args[0]) : 20;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        IO.println("%d minutes, seed %d".formatted(minutes, seed));
        Path folder = Files.createTempDirectory("world");
        boolean fine;
        try (ChangingWeb web = new ChangingWeb(seed)) {
            web.writeConfig(
                    folder.resolve("config"), Files.createDirectory(folder.resolve("logs")));
            fine = new WorldRun(folder, web).run(Duration.ofMinutes(minutes));
        }
        if (!fine) {
            IO.println("left for a look: " + folder);
            System.exit(1);
        }
        delete(folder);
    }

    private boolean run(Duration length) throws Exception {
        try (CrawlProcess crawl = CrawlProcess.startSayingAll(folder)) {
            Sampler sampler = new Sampler(crawl.pid(), folder);
            long begun = System.nanoTime();
            long nextStep = begun + WARM_UP.toNanos();
            long nextSample = begun + WARM_UP.toNanos();
            long lastStep = begun + length.minus(LAST).toNanos();
            long end = begun + length.toNanos();
            while (System.nanoTime() < end) {
                long now = System.nanoTime();
                if (now >= nextStep && now < lastStep) {
                    web.step();
                    nextStep += STEP.toNanos();
                }
                if (now >= nextSample) {
                    samples.add(sampler.sample());
                    nextSample += SAMPLE.toNanos();
                }
                crawl.pause(Duration.ofMillis(100));
            }
            Duration stopped = crawl.stop();
            IO.println("stopped in %.1f s; messages:".formatted(stopped.toMillis() / 1e3));
            crawl.errors()
                    .lines()
                    .skip(Math.max(0, crawl.errors().lines().count() - 5))
                    .forEach(IO::println);
        }
        boolean found = judge();
        boolean whole = verify();
        printSamples();
        return found && whole;
    }

    /// When each body, or an answer 404, came from a URL.
    private record Sights(Map<String, List<Instant>> bodies, Map<String, List<Instant>> missing) {
        /// Whether nobody could know that it was there when it went.
        boolean wentUnseen(Happening happening) {
            return happening.kind() == Happening.Kind.REMOVED
                    && bodies.getOrDefault(happening.url() + " ", List.of()).stream()
                            .noneMatch(at -> at.isBefore(happening.at()));
        }

        Optional<Instant> first(Happening happening) {
            Optional<String> payload = happening.payload();
            Map<String, List<Instant>> where = payload.isPresent() ? bodies : missing;
            String key = happening.url() + " " + payload.orElse("");
            return where.getOrDefault(key, List.of()).stream()
                    .filter(at -> !at.isBefore(happening.at()))
                    .min(Instant::compareTo);
        }
    }

    private Sights sights() throws IOException {
        Map<String, List<Instant>> bodies = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(folder.resolve("data/archive/ledger.jsonl"))) {
            JsonNode entry = json.readTree(line);
            if (entry.path("status").asInt() != 200) {
                continue;
            }
            String url = entry.path("url").asText();
            Instant at = Instant.parse(entry.path("time").asText());
            put(bodies, url + " " + entry.path("payload").asText(), at);
        }
        Map<String, List<Instant>> missing = new HashMap<>();
        try (FrontierReader log = FrontierReader.open(folder.resolve("data/crawl.db"))) {
            log.forEach(entry -> {
                if (entry.status().orElse(0) == 404) {
                    put(missing, entry.url() + " ", entry.at());
                }
                if (entry.capture().isPresent() && entry.ending().equals("CAPTURED")) {
                    put(bodies, entry.url() + " ", entry.at()); // a page of whatever words
                }
            });
        }
        return new Sights(bodies, missing);
    }

    private static void put(Map<String, List<Instant>> sights, String key, Instant at) {
        sights.computeIfAbsent(key, _ -> new ArrayList<>()).add(at);
    }

    private boolean judge() throws IOException {
        Sights sights = sights();
        Map<Happening.Kind, List<Double>> delays = new EnumMap<>(Happening.Kind.class);
        int missed = 0;
        List<Happening> happenings =
                web.happenings().stream().filter(one -> !sights.wentUnseen(one)).toList();
        for (Happening happening : happenings) {
            Optional<Instant> seen = sights.first(happening);
            List<Double> ofKind = delays.computeIfAbsent(happening.kind(), _ -> new ArrayList<>());
            boolean inTime = seen.isPresent() && !seen.get().isAfter(happening.deadline());
            if (!inTime) {
                missed++;
                IO.println(
                        "NOT IN TIME: %s %s at %s, seen %s"
                                .formatted(
                                        happening.kind(),
                                        happening.url(),
                                        happening.at(),
                                        seen.map(Instant::toString).orElse("never")));
            }
            seen.ifPresent(at ->
                    ofKind.add(
                            Math.max(0, Duration.between(happening.since(), at).toMillis() / 1e3)));
        }
        delays.forEach((kind, list) -> {
            list.sort(null);
            IO.println(
                    "%-10s %4d seen; after %.0f s (median), %.0f s (most); window %d s"
                            .formatted(
                                    kind,
                                    list.size(),
                                    list.isEmpty() ? Double.NaN : list.get(list.size() / 2),
                                    list.isEmpty() ? Double.NaN : list.getLast(),
                                    kind.window().toSeconds()));
        });
        IO.println(
                "%d happenings, %d judged, %d not in time"
                        .formatted(web.steps(), happenings.size(), missed));
        return missed == 0;
    }

    private boolean verify() throws IOException {
        var report = ArchiveVerifier.verify(folder.resolve("data/archive"));
        IO.println(
                "archive: %d captures, %s"
                        .formatted(
                                report.captures(),
                                report.isClean() ? "clean" : report.problems().toString()));
        return report.isClean();
    }

    private void printSamples() {
        line("heap after a collection, MB", sample -> sample.heap() / 1024);
        line("resident, MB", sample -> sample.resident() / 1024);
        line("descriptors", Sample::descriptors);
        line("threads", Sample::threads);
        line("WAL, KB", Sample::wal);
        line("logs, KB", Sample::logs);
    }

    /// The mean of each quarter, and the extremes.
    private void line(String name, ToLongFunction<Sample> figure) {
        StringBuilder quarters = new StringBuilder();
        int size = samples.size();
        for (int quarter = 0; quarter < 4; quarter++) {
            double mean =
                    samples.subList(size * quarter / 4, size * (quarter + 1) / 4).stream()
                            .mapToLong(figure)
                            .average()
                            .orElse(Double.NaN);
            quarters.append(" %.1f".formatted(mean));
        }
        var all = samples.stream().mapToLong(figure).summaryStatistics();
        IO.println(
                "%s: quarters%s; %d to %d in %d samples"
                        .formatted(name, quarters, all.getMin(), all.getMax(), size));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
