package lurewatch.crawler.alert;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A program of the operator's, which gets the notice on standard input. No shell reads it: what
/// servers said stands in it.
final class CommandOutlet implements Outlet {
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "LANG", "TZ");

    private final List<String> command;
    private final Duration longest;

    CommandOutlet(List<String> command, Duration longest) {
        this.command = List.copyOf(command);
        this.longest = longest;
    }

    @Override
    public void send(String json) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        Process process = builder.start();
        try {
            give(process, json);
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.getFirst() + " did not end within " + longest);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    command.getFirst() + " ended with exit code " + process.exitValue());
        }
    }

    /// A notice is shorter than what a pipe holds, so this waits for nobody.
    private static void give(Process process, String json) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            return; // it did not care to read; its exit code says whether that was all right
        }
    }

    @Override
    public void close() {
        // Nothing is held between two notices.
    }
}
