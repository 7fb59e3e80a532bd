package lurewatch.crawler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// `lurewatch crawl` in a process of its own, on `data` and `config` in a folder.
public final class CrawlProcess implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;

    private CrawlProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    public static CrawlProcess start(Path folder, String... options) throws IOException {
        return started(folder, "logback-test.xml", List.of(), options);
    }

    /// The same with the log that a crawl has which is no test.
    public static CrawlProcess startSayingAll(Path folder) throws IOException {
        return started(folder, "logback.xml", List.of());
    }

    /// The same with the heap that the launcher gives it.
    public static CrawlProcess startAsShipped(Path folder, String... options) throws IOException {
        return started(folder, "logback-test.xml", List.of("-Xmx512m"), options);
    }

    private static CrawlProcess started(
            Path folder, String logging, List<String> ofJava, String... options)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "crawl",
                                "--format=jsonl",
                                "--data=" + folder.resolve("data"),
                                "--config=" + folder.resolve("config")));
        arguments.addAll(List.of(options));
        List<String> java = new ArrayList<>(ofJava);
        java.add("-Dlogback.configurationFile=" + logging);
        List<String> command = RehearsedProgram.command(java, Main.class, arguments);
        return new CrawlProcess(
                folder,
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve("out.jsonl").toFile())
                        .redirectError(folder.resolve("err.txt").toFile())
                        .start());
    }

    public long pid() {
        return process.pid();
    }

    /// Captures that it has acknowledged.
    public long captures() {
        try (var lines = Files.lines(folder.resolve("out.jsonl"))) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public String errors() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    /// Waits until that is so, while the process lives.
    public void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new AssertionError("it did not come to that: " + errors());
            }
        }
    }

    /// Lets some time pass, in which it must not end.
    public void pause(Duration time) throws Exception {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it ended: " + errors());
        }
    }

    public void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /// Sends SIGTERM.
    ///
    /// @return how long it took to end
    public Duration stop() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Waits for the end by itself.
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
