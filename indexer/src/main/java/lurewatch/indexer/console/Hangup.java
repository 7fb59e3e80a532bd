package lurewatch.indexer.console;

import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// Listens for SIGHUP, by which a service is told to read its settings anew. Without a listener it
/// ends the process, as it should where a terminal was closed.
public final class Hangup implements AutoCloseable {
    private static final String NAME = "HUP";

    private final @Nullable Object before;

    private Hangup(@Nullable Object before) {
        this.before = before;
    }

    /// Runs the action, quickly and on a thread of the JVM, at each signal until this is closed.
    /// Where the system has no such signal, never.
    public static Hangup listen(Runnable action) {
        return new Hangup(Signals.register(NAME, action));
    }

    @Override
    public void close() {
        if (before != null) {
            Signals.unregister(NAME, before);
        }
    }
}
