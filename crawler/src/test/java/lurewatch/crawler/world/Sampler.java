package lurewatch.crawler.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks from outside at what a crawl holds of the machine.
final class Sampler {
    private static final Pattern USED =
            Pattern.compile("(?:DefNew|Tenured) +total \\d+K, used (\\d+)K");

    private final long pid;
    private final Path folder;

    /// @param folder with `data` and `logs`
    Sampler(long pid, Path folder) {
        this.pid = pid;
        this.folder = folder;
    }

    /// @param heap in use after a collection, in KB
    /// @param resident in KB
    /// @param wal of all stores, in KB
    /// @param logs written and put aside, in KB
    record Sample(long heap, long resident, long descriptors, long threads, long wal, long logs) {}

    Sample sample() throws IOException, InterruptedException {
        command("GC.run");
        return new Sample(
                heap(),
                status("VmRSS"),
                count(Path.of("/proc/" + pid + "/fd")),
                status("Threads"),
                size("data", ".db-wal"),
                size("logs", ""));
    }

    private long heap() throws IOException, InterruptedException {
        Matcher used = USED.matcher(command("GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        if (sum == 0) {
            throw new IOException("jcmd does not say how much of the heap is in use");
        }
        return sum;
    }

    private String command(String name) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                name)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private long status(String key) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith(key + ":")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no " + key + " of process " + pid);
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private long size(String part, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(part))) {
            long bytes = 0;
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                bytes += sizeIfThere(file);
            }
            return bytes / 1024;
        }
    }

    /// A log may be put aside between two looks.
    private static long sizeIfThere(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
