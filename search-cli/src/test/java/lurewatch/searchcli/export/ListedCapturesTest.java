package lurewatch.searchcli.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListedCapturesTest {
    private static final int VISITS = 50_000;

    /// Captures from `c1` on.
    private static final class Visited {
        private final List<Item.Seen> all = new ArrayList<>();

        private Visited times(int count, String provenance, String shows, String payload) {
            IntStream.range(0, count).forEach(_ -> add(provenance, shows, payload, false));
            return this;
        }

        private void add(String provenance, String shows, String payload, boolean hasPicture) {
            long capture = all.size() + 1L;
            all.add(
                    new Item.Seen(
                            capture,
                            "https://board.example/ads/1",
                            Instant.EPOCH.plusSeconds(600 * capture),
                            provenance,
                            Optional.empty(),
                            Optional.empty(),
                            "text/html",
                            shows,
                            payload,
                            "record " + capture,
                            "file",
                            0,
                            1,
                            hasPicture ? Optional.of(capture + 1) : Optional.empty()));
        }

        private List<Long> listed(long source) {
            return ListedCaptures.of(all, Optional.of(source)).stream()
                    .map(Item.Seen::capture)
                    .toList();
        }
    }

    @Test
    void areAllWhereThereAreFew() {
        assertThat(new Visited().times(100, "crawled", "version 1", "a").listed(1)).hasSize(100);
    }

    @Test
    void areTheEndsOfEachVersionAndOfWhatStoodInItsStead() {
        Visited visited =
                new Visited()
                        .times(VISITS, "crawled", "version 1", "a")
                        .times(VISITS, "crawled", "blocked", "b")
                        .times(VISITS, "crawled", "version 2", "c");
        assertThat(visited.listed(2L * VISITS + 7))
                .hasSize(100)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(
                        1L,
                        (long) VISITS,
                        VISITS + 1L,
                        2L * VISITS,
                        2L * VISITS + 1,
                        2L * VISITS + 7,
                        3L * VISITS);
    }

    @Test
    void areThoseWhosePayloadDiffersBeforeThoseThatRepeatIt() {
        Visited visited = new Visited();
        for (int i = 0; i < 60; i++) {
            visited.times(1, "crawled", "version 1", "payload " + i)
                    .times(500, "crawled", "version 1", "same");
        }
        List<Long> changed = IntStream.range(0, 60).mapToObj(i -> 1L + i * 501L).toList();
        assertThat(visited.listed(1)).hasSize(100).containsAll(changed);
    }

    @Test
    void areBoundedWhereEachVisitBringsOtherBytesAndAnotherVersion() {
        Visited visited = new Visited();
        for (int i = 0; i < VISITS; i++) {
            visited.times(1, "crawled", "version " + i, "payload " + i);
        }
        List<Long> listed = visited.listed(777);
        assertThat(listed).hasSize(100).contains(1L, 777L, (long) VISITS);
        assertThat(listed.stream().filter(capture -> capture > VISITS / 2).count())
                .as("taken from the whole of the time")
                .isBetween(45L, 55L);
    }

    /// What came as a file only is said to have been brought in, and not to have been seen.
    @Test
    void haveOneOfEachProvenanceAndTheNewestPicture() {
        Visited visited = new Visited();
        for (int i = 0; i < 200; i++) {
            visited.times(2, "imported", "version " + i, "payload " + i);
        }
        visited.add("crawled", "version 99", "payload 99", true);
        long lone = visited.all.size();
        for (int i = 0; i < 200; i++) {
            visited.times(2, "imported", "version " + i, "payload " + i);
        }
        assertThat(visited.listed(3)).hasSize(100).contains(3L, lone);
    }
}
