package lurewatch.crawler.fetch;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The system's resolver. It blocks in native code for as long as it likes, so it runs on threads
/// of its own, and those who ask wait only so long.
///
/// A lookup goes on when nobody waits for it any more, half a minute and more where a name server
/// is silent. There are threads for some of those per fetch, so that names that are never answered
/// do not keep others waiting; idle ones end.
final class SystemNames implements NameService, Closeable {
    private static final int THREADS = 256;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Duration longest;
    private final Lookup lookup;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    IDLE.toMillis(),
                    TimeUnit.MILLISECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("names-", 0).factory());

    SystemNames(Duration longest) {
        this(longest, InetAddress::getAllByName);
    }

    SystemNames(Duration longest, Lookup lookup) {
        this.longest = longest;
        this.lookup = lookup;
        threads.allowCoreThreadTimeOut(true);
    }

    /// Asks the system, however long that takes.
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> answer = threads.submit(() -> lookup.addresses(host));
        try {
            return List.of(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unknown(host + ": no answer in " + longest, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
