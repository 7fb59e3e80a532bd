package lurewatch.searchcli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// How long each format of a long hit list takes, as a ratio to plain JSON Lines, and what heap the
/// list needs. Prints a table; for `docs/measurements.md`. The archive that it makes first waits
/// for the disk at each capture: `java.io.tmpdir` may be one in memory. PDF needs a Chromium.
public final class ExportBenchmark {
    private static final int USUAL_POSTINGS = 50_000;

    private static final Map<String, String> PROFILES = new LinkedHashMap<>();

    static {
        PROFILES.put("jsonl", "korean-police");
        PROFILES.put("csv", "korean-police");
        PROFILES.put("xlsx", "korean-police");
        PROFILES.put("html", "korean-police");
        PROFILES.put("stix", "opencti");
        PROFILES.put("misp", "misp");
        PROFILES.put("ftm", "openaleph");
        PROFILES.put("notices", "platform-takedown");
        PROFILES.put("wacz", "korean-police");
        PROFILES.put("pdf", "korean-police");
    }

    private ExportBenchmark() {}

    /// Runs it.
    ///
    /// @param args how many postings; 50,000 where nothing is said
    public static void main(String[] args) throws IOException {
        int postings = args.length == 0 ? USUAL_POSTINGS : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("lurewatch-export");
        try {
            Path data = Files.createDirectory(folder.resolve("data"));
            new ManyPostings(postings, 20_261_128).archivedIn(data);
            System.out.println(
                    String.format(
                            Locale.ROOT,
                            "%d postings, heap %d MB",
                            postings,
                            Runtime.getRuntime().maxMemory() >> 20));
            // The first run pays for what the virtual machine learns.
            export(data, folder.resolve("warm"), "jsonl", "korean-police");
            double plain = 0;
            for (Map.Entry<String, String> format : PROFILES.entrySet()) {
                Path place = folder.resolve(format.getKey());
                double seconds = export(data, place, format.getKey(), format.getValue());
                plain = plain == 0 ? seconds : plain;
                System.out.println(
                        String.format(
                                Locale.ROOT,
                                "%-8s %6.1f s  %5.2f of jsonl  %5d MB written  peak %3d MB",
                                format.getKey(),
                                seconds,
                                seconds / plain,
                                size(place.resolve("data")) >> 20,
                                peak() >> 20));
                Folders.delete(place);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /// Seconds.
    private static double export(Path data, Path place, String format, String profile) {
        List<String> args = new ArrayList<>(List.of("export", "*", "--for", profile));
        args.addAll(List.of("--format", format, "--reason", "benchmark"));
        args.addAll(
                List.of(
                        "--purpose",
                        format.equals("notices") ? "takedown" : "intelligence",
                        "--as-of",
                        "2026-11-20"));
        args.addAll(List.of("--data", data.toString(), "--out", place.toString()));
        args.addAll(List.of("--config", Folders.shippedConfig().toString()));
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        long start = System.nanoTime();
        Cli.Run run =
                Cli.inPipe().with("PATH", System.getenv("PATH")).run(args.toArray(String[]::new));
        if (run.code() != 0) {
            throw new IllegalStateException(format + ": " + run.code() + " " + run.err());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
