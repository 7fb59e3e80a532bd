package lurewatch.crawler.hostile;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Servers that take their time. All of them end when the test does.
final class Pauses implements Closeable {
    private final CountDownLatch over = new CountDownLatch(1);

    /// Says nothing until the test is over.
    void hang() throws IOException {
        pause(Duration.ofMinutes(10));
    }

    /// One piece of text after each pause.
    void drip(OutputStream out, String text, Duration every) throws IOException {
        while (true) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            pause(every);
        }
    }

    private void pause(Duration time) throws IOException {
        try {
            if (over.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Behaviour.HangUp();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Behaviour.HangUp();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
