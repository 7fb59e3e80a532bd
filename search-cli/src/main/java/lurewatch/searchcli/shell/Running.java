package lurewatch.searchcli.shell;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lurewatch.indexer.console.ExitCode;

/// A command at work, which can be stopped: its thread is interrupted and what it prints goes
/// nowhere any more, as if whoever reads it had left.
final class Running {
    /// A command that is still at work then is left to itself; what it writes into casework.db is
    /// whole or not there.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// What a command does with the streams that it is given.
    interface Command {
        int run(PrintStream out, PrintStream err);
    }

    private final FutureTask<Integer> task;
    private final Thread thread;
    private volatile boolean isStopped;

    /// Readies the command.
    Running(Command command, PrintStream out, PrintStream err) {
        this.task =
                new FutureTask<>(() -> {
                    PrintStream to = stoppable(out);
                    PrintStream messages = stoppable(err);
                    int code = command.run(to, messages);
                    to.flush();
                    messages.flush();
                    return code;
                });
        this.thread = Thread.ofPlatform().daemon().name("command").unstarted(task);
    }

    /// Starts it.
    void start() {
        thread.start();
    }

    private PrintStream stoppable(PrintStream to) {
        OutputStream gate =
                new FilterOutputStream(to) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        check();
                        to.write(bytes, from, length);
                    }

                    @Override
                    public void write(int b) throws IOException {
                        check();
                        to.write(b);
                    }

                    private void check() throws IOException {
                        if (isStopped) {
                            throw new IOException("stopped");
                        }
                    }
                };
        return new PrintStream(gate, true, StandardCharsets.UTF_8);
    }

    /// Stops it, from whichever thread.
    void stop() {
        isStopped = true;
        thread.interrupt();
    }

    /// Waits for its end and gives its exit code.
    int await() throws InterruptedException {
        while (true) {
            try {
                int code = task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return isStopped ? ExitCode.INTERRUPTED.number() : code;
            } catch (TimeoutException _) {
                if (isStopped) {
                    return ExitCode.INTERRUPTED.number();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a command ended without a code", e.getCause());
            }
        }
    }
}
