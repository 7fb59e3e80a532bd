package lurewatch.crawler.alert;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends notices, one after the other, on a thread of its own.
final class Teller implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int MOST_WAITING = 100;

    private final List<Outlet> outlets;
    private final List<Duration> pauses;
    private final LinkedBlockingQueue<Notice> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger unsent = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("alerts").unstarted(this::run);

    /// @param pauses before each further attempt at one notice
    Teller(List<Outlet> outlets, List<Duration> pauses) {
        this.outlets = List.copyOf(outlets);
        this.pauses = List.copyOf(pauses);
        thread.start();
    }

    /// How many notices may be told without waiting.
    int room() {
        return waiting.remainingCapacity();
    }

    void tell(Notice notice) {
        LOG.warn(
                "{} {} {}: {}",
                notice.event(),
                notice.alert().kind().label(),
                notice.alert().site(),
                notice.alert().what());
        unsent.incrementAndGet();
        waiting.add(notice);
    }

    private void run() {
        try {
            while (true) {
                Notice notice = waiting.take();
                for (Outlet outlet : outlets) {
                    send(outlet, notice);
                }
                unsent.decrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // it was closed
        }
    }

    private void send(Outlet outlet, Notice notice) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                outlet.send(notice.json());
                return;
            } catch (IOException e) {
                LOG.warn("alert not delivered: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("alert not delivered: the way to the operator breaks", e);
            }
            if (attempt >= pauses.size()) {
                return;
            }
            Thread.sleep(pauses.get(attempt));
        }
    }

    /// Waits until everything was sent, but not longer than this, and ends.
    void finish(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (unsent.get() > 0 && System.nanoTime() < end) {
                closed.await(10, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        for (Outlet outlet : outlets) {
            try {
                outlet.close();
            } catch (IOException e) {
                LOG.warn("alerts: {}", e.toString());
            }
        }
    }
}
