package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SystemNamesTest {
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.1");

    /// More than the threads that fetch: each may have left some behind.
    private static final int SILENT = 200;

    private final CountDownLatch end = new CountDownLatch(1);

    /// A name server that is silent keeps the system's resolver busy long after nobody waits any
    /// more.
    @Test
    @Timeout(60)
    void namesThatAreNeverAnsweredKeepNoOthersWaiting() throws Exception {
        List<Thread> asking = new ArrayList<>();
        try (SystemNames impatient = new SystemNames(Duration.ofSeconds(2), this::lookup)) {
            for (int i = 0; i < SILENT; i++) {
                String name = "w" + i + ".silent.example";
                asking.add(
                        Thread.ofVirtual()
                                .start(() ->
                                        assertThatThrownBy(() -> impatient.resolve(name))
                                                .isInstanceOf(UnknownHostException.class)
                                                .hasMessageContaining("no answer in PT2S")));
            }
            for (Thread thread : asking) {
                thread.join();
            }
            assertThat(impatient.resolve("honest.example")).containsExactly(ADDRESS);
        } finally {
            end.countDown();
        }
    }

    /// As the system's, it does not hear when nobody waits for it any more.
    private InetAddress[] lookup(String host) {
        while (host.endsWith(".silent.example") && end.getCount() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            Thread.interrupted();
        }
        return new InetAddress[] {ADDRESS};
    }
}
