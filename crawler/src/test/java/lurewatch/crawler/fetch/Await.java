package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, with a deadline.
final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Await() {}

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so within " + LONGEST);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
