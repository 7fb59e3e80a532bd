package lurewatch.searchcli.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs a watch's command for an event: the program itself and no shell, the event as one line of
/// JSON on its standard input, and an environment in which nothing of ours stands. An event may
/// come twice (see the decision on watches): `LUREWATCH_EVENT` names it, so that the command can
/// tell.
final class Hook {
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final int MOST_OUTPUT = 4096;
    private static final int LONGEST_REASON = 200;

    private final Path folder;
    private final Duration longest;

    /// @param folder where commands run
    /// @param longest after which a command is ended
    Hook(Path folder, Duration longest) {
        this.folder = folder;
        this.longest = longest;
    }

    /// Runs the command; gives why it did not take the event, where it did not.
    Optional<String> run(List<String> command, Notice notice) throws InterruptedException {
        try {
            Process process = started(command, notice);
            try {
                return outcome(process, notice);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            return Optional.of(cut("cannot be started: " + e.getMessage()));
        }
    }

    private Process started(List<String> command, Notice notice) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH",
                                PATH,
                                "LANG",
                                "C.UTF-8",
                                "LUREWATCH_EVENT",
                                notice.fired().id(),
                                "LUREWATCH_WATCH",
                                notice.name()));
        return builder.start();
    }

    private Optional<String> outcome(Process process, Notice notice) throws InterruptedException {
        CompletableFuture<String> said = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> feed(process, notice));
        Thread.ofVirtual().start(() -> said.complete(output(process)));
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.of(
                    String.format(
                            Locale.ROOT, "was ended after %d s", Math.max(1, longest.toSeconds())));
        }
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of(
                        cut(
                                String.format(
                                        Locale.ROOT,
                                        "ended with code %d: %s",
                                        process.exitValue(),
                                        last(said))));
    }

    private static void feed(Process process, Notice notice) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((notice.json() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It does not read what it is given; its exit code tells whether that matters.
        }
    }

    /// The first of what it says; the rest is read and forgotten, so that it never waits for us.
    private static String output(Process process) {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        byte[] buffer = new byte[MOST_OUTPUT];
        try (InputStream out = process.getInputStream()) {
            for (int read = out.read(buffer); read >= 0; read = out.read(buffer)) {
                first.write(buffer, 0, Math.min(read, MOST_OUTPUT - first.size()));
            }
        } catch (IOException _) {
            // It was ended; what it said until then stands.
        }
        return first.toString(StandardCharsets.UTF_8);
    }

    private static String last(CompletableFuture<String> said) throws InterruptedException {
        try {
            // A child that it left behind may hold the pipe open.
            List<String> lines = said.get(1, TimeUnit.SECONDS).strip().lines().toList();
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        } catch (TimeoutException | ExecutionException _) {
            return "it said nothing";
        }
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
