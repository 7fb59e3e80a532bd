package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Once<Integer> once = new Once<>(made::incrementAndGet);

    @Test
    void whatNobodyAsksForIsNotMade() {
        assertThat(made).hasValue(0);
    }

    @Test
    void whatIsAskedForTwiceIsMadeOnce() {
        assertThat(once.get()).isEqualTo(1);
        assertThat(once.get()).isEqualTo(1);
        assertThat(made).hasValue(1);
    }
}
