package lurewatch.crawler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.archive.ArchiveVerifier;

/// A real crawl on a small disk that others fill, and make room on again, many times: it pauses and
/// goes on, by the same process, and loses nothing that it acknowledged.
///
/// Arguments: a folder in whose `data` a small file system is mounted, cycles. In every second
/// cycle nothing at all is left, faster than anybody looks.
final class DiskFullRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DELAY = Duration.ofMillis(150);
    private static final int BOARDS = 12;
    private static final int ADS = 1_500;
    private static final int RESERVE_MEGABYTES = 24;
    private static final int LEFT_MEGABYTES = 12;
    private static final int MORE = 20;

    private final Path folder;
    private final Path filler;

    private DiskFullRun(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("data/filler");
    }

    public static void main(String[] arguments) throws Exception {
        new DiskFullRun(Path.of(arguments[0])).run(Integer.parseInt(arguments[1]));
    }

    private void run(int cycles) throws Exception {
        try (PacedWeb web = new PacedWeb(BOARDS, ADS)) {
            web.writeConfig(folder.resolve("config"), DELAY);
            Files.writeString(
                    folder.resolve("config/lurewatch.yaml"),
                    "storage: {disk_reserve: %dMB}\n".formatted(RESERVE_MEGABYTES),
                    StandardOpenOption.APPEND);
            try (CrawlProcess crawl = CrawlProcess.start(folder)) {
                for (int i = 1; i <= cycles; i++) {
                    long begun = crawl.captures();
                    crawl.until(() -> crawl.captures() > begun + MORE);
                    int paused = said("paused: ");
                    fill(i % 2 == 0 ? 0 : (long) LEFT_MEGABYTES << 20);
                    crawl.until(() -> said("paused: ") > paused);
                    crawl.pause(Duration.ofSeconds(2));
                    long kept = crawl.captures();
                    Files.delete(filler);
                    crawl.until(() -> crawl.captures() > kept + MORE);
                    IO.println("cycle %d: %d captures, then %d".formatted(i, begun, kept));
                }
                crawl.stop();
            }
        }
        verify(cycles);
    }

    private int said(String what) {
        try {
            return (int)
                    Files.readString(folder.resolve("err.txt"))
                            .lines()
                            .filter(line -> line.contains(what))
                            .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Leaves so many bytes, or nothing.
    private void fill(long left) throws IOException {
        byte[] block = new byte[64 << 10];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(filler).getUsableSpace() > left) {
                out.write(block);
            }
        } catch (IOException full) {
            if (left > 0) {
                throw full;
            }
        }
    }

    private void verify(int cycles) throws IOException {
        var report = ArchiveVerifier.verify(folder.resolve("data/archive"));
        Set<String> kept = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("data/archive/ledger.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            kept.add(entry.path("url").asText() + " " + entry.path("payload").asText());
        }
        List<String> acknowledged = Files.readAllLines(folder.resolve("out.jsonl"));
        long lost = 0;
        for (String line : acknowledged) {
            JsonNode fetch = JSON.readTree(line);
            String digest = fetch.path("payload_digest").asText().replace("sha256:", "");
            lost += kept.contains(fetch.path("url").asText() + " " + digest) ? 0 : 1;
        }
        IO.println(
                "%d cycles by one process: %d captures acknowledged, %d of them lost; archive %s"
                        .formatted(
                                cycles,
                                acknowledged.size(),
                                lost,
                                report.isClean() ? "clean" : report.problems().toString()));
        System.exit(lost == 0 && report.isClean() ? 0 : 1);
    }
}
