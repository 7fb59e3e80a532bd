package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WaitingPagesTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    /// Hosts that answer once and never again take every place there is.
    @Test
    void pagesThatNeverGoOnDoNotKeepOthersOutForGood() {
        WaitingPages<String> pages = new WaitingPages<>(3);
        for (int id = 0; id < 3; id++) {
            assertThat(pages.hasRoom(NOON)).isTrue();
            pages.put(id, "page " + id, NOON.plus(Duration.ofHours(id)));
        }
        assertThat(pages.hasRoom(NOON.plus(Duration.ofHours(23)))).isFalse();
        assertThat(pages.get(0)).contains("page 0");
        assertThat(pages.hasRoom(NOON.plus(Duration.ofHours(25)))).isTrue();
        assertThat(pages.get(0)).isEmpty();
        assertThat(pages.get(1)).contains("page 1");
    }

    @Test
    void aPageThatGoesOnWaitsAnew() {
        WaitingPages<String> pages = new WaitingPages<>(1);
        pages.put(1, "once", NOON);
        pages.put(1, "twice", NOON.plus(Duration.ofHours(20)));
        assertThat(pages.hasRoom(NOON.plus(Duration.ofHours(30)))).isFalse();
        assertThat(pages.get(1)).contains("twice");
        pages.remove(1);
        assertThat(pages.hasRoom(NOON.plus(Duration.ofHours(30)))).isTrue();
    }

    /// There is room for a day at least: nothing is given up that nobody needs the place of.
    @Test
    void whatWaitsIsKeptWhileThereIsRoom() {
        WaitingPages<String> pages = new WaitingPages<>(2);
        pages.put(1, "page", NOON);
        assertThat(pages.hasRoom(NOON.plus(Duration.ofDays(9)))).isTrue();
        assertThat(pages.get(1)).contains("page");
    }
}
