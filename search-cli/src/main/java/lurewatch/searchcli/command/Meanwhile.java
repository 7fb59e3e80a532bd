package lurewatch.searchcli.command;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;

/// Something that is read while the command does something else: a second store is opened while the
/// first one is, as each costs a good part of a start.
final class Meanwhile<T> {
    private final FutureTask<T> task;

    private Meanwhile(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Meanwhile<T> read(Supplier<T> what) {
        FutureTask<T> task = new FutureTask<>(what::get);
        // The driver holds its thread while it works, so a virtual one would be none.
        Thread.ofPlatform().daemon().name("meanwhile").start(task);
        return new Meanwhile<>(task);
    }

    /// What was read, or its failure, once it is there.
    T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted", e);
        }
    }
}
