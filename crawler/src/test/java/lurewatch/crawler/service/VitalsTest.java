package lurewatch.crawler.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.indexer.settings.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a crawl has to say of itself where it cannot be told all.
final class VitalsTest {
    @TempDir Path folder;

    private Vitals on(Path data) {
        return new Vitals(data, new Clocks(InstantSource.system(), System::nanoTime));
    }

    /// A disk that does not answer, as one over a network may for a while, is no reason to end.
    @Test
    void aDiskThatCannotBeAskedIsLeftOutAndEndsNothing() {
        Vitals vitals = on(folder.resolve("gone"));
        assertThat(vitals.state().json().toString())
                .contains("\"state\":\"ENDED\"")
                .doesNotContain("disk_free");
        assertThat(vitals.lacksRoom(ByteSize.parse("1B"))).isFalse();
        assertThat(vitals.hasRoomAgain(ByteSize.parse("1B"))).isFalse();
        StateFile file = new StateFile(folder);
        file.write(vitals.state());
        assertThat(file.read()).isPresent();
    }

    @Test
    void aDiskThatAnswersIsBelieved() {
        Vitals vitals = on(folder);
        assertThat(vitals.state().json().toString()).containsPattern("\"disk_free\":[1-9]");
        assertThat(vitals.lacksRoom(new ByteSize(Long.MAX_VALUE))).isTrue();
        assertThat(vitals.hasRoomAgain(ByteSize.parse("1B"))).isTrue();
    }
}
