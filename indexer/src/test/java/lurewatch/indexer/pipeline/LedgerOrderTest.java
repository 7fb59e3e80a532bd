package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import lurewatch.indexer.pipeline.LedgerOrder.Step;
import org.junit.jupiter.api.Test;

class LedgerOrderTest {
    /// On a busy machine workers come after the patience is over, while the capture is made up for.
    @Test
    void givesACaptureToOneOnly() throws InterruptedException {
        LedgerOrder order = new LedgerOrder(1, 10, () -> 2);
        assertThat(order.next(TimeUnit.MINUTES.toNanos(1))).isEqualTo(new Step.Missing(1));
        assertThat(order.announce(1)).isFalse();
        assertThat(order.announce(2)).isTrue();
        assertThat(order.announce(2)).isFalse();
        order.madeUpFor(1);
        assertThat(order.announce(1)).isFalse();
    }
}
