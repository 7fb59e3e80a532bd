package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeRanOutExceptionTest {
    @Test
    void saysHowLongASearchMayTakeAndWhatToDo() {
        assertThat(new TimeRanOutException())
                .hasMessage(
                        "time ran out after 10 seconds: not all was read; ask for less at once, as"
                                + " with site:NAME or first:30d");
    }
}
