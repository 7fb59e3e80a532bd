package lurewatch.crawler.alert;

import java.io.Closeable;
import java.io.IOException;

/// A way to an operator.
interface Outlet extends Closeable {
    /// Tells him; takes as long as its own limit.
    ///
    /// @throws IOException where he was not told
    void send(String json) throws IOException, InterruptedException;
}
