package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class BodyRoomTest {
    private final BodyRoom room = new BodyRoom(100, Duration.ofMinutes(1), Duration.ofMinutes(1));
    private final List<String> came = new CopyOnWriteArrayList<>();

    @Test
    void whatFitsPassesAtOnce() throws InterruptedException {
        room.place().take(60, () -> {});
        room.place().take(40, () -> {});
        assertThat(room.taken()).isEqualTo(100);
    }

    @Test
    void whatDoesNotFitWaitsUntilSomethingIsGivenBack() throws InterruptedException {
        BodyRoom.Place first = room.place();
        first.take(60, () -> {});
        Thread second = taking("second", 41);
        first.keep(59);
        second.join();
        assertThat(room.taken()).isEqualTo(100);
    }

    @Test
    void oneAlwaysPassesHoweverLargeItIs() throws InterruptedException {
        BodyRoom.Place first = room.place();
        first.take(1000, () -> {});
        Thread second = taking("second", 1);
        first.close();
        second.join();
        assertThat(room.taken()).isEqualTo(1);
    }

    @Test
    void noSmallOneOvertakesALargeOneThatWaits() throws InterruptedException {
        BodyRoom.Place first = room.place();
        first.take(60, () -> {});
        BodyRoom.Place other = room.place();
        other.take(30, () -> {});
        Thread large = taking("large", 90);
        Thread small = taking("small", 10);
        other.close();
        assertThat(came).isEmpty();
        first.close();
        large.join();
        small.join();
        assertThat(came).containsExactlyInAnyOrder("large", "small"); // both fit now
    }

    @Test
    void whoIsInterruptedTakesNothingAndHoldsNobodyUp() throws InterruptedException {
        BodyRoom.Place first = room.place();
        first.take(60, () -> {});
        Thread large = taking("large", 90);
        Thread small = taking("small", 40);
        large.interrupt();
        large.join();
        small.join();
        assertThat(came).containsExactly("small");
        assertThat(room.taken()).isEqualTo(100);
    }

    @Test
    void aPlaceIsGivenBackOnceAndNotMoreThanItIs() throws InterruptedException {
        BodyRoom.Place place = room.place();
        place.take(60, () -> {});
        place.keep(70);
        assertThat(room.taken()).isEqualTo(60);
        place.close();
        place.close();
        assertThat(room.taken()).isZero();
        place.take(10, () -> {});
        place.take(20, () -> {}); // asked anew, at another address
        assertThat(room.taken()).isEqualTo(20);
    }

    /// Or many who send large bodies slowly would fill all memory.
    @Test
    void whoHasWaitedLongEnoughGetsNone() throws InterruptedException {
        BodyRoom impatient = new BodyRoom(100, Duration.ofMillis(20), Duration.ofMinutes(1));
        BodyRoom.Place first = impatient.place();
        assertThat(first.take(100, () -> came.add("first was cut"))).isTrue();
        BodyRoom.Place second = impatient.place();
        assertThat(second.take(50, () -> {})).isFalse();
        assertThat(impatient.taken()).isEqualTo(100);
        first.close();
        second.close();
        assertThat(impatient.taken()).isZero();
        assertThat(came).isEmpty();
    }

    @Test
    void whoseBodyComesForTooLongIsCutWhereOthersWait() throws InterruptedException {
        BodyRoom fair = new BodyRoom(100, Duration.ofMinutes(1), Duration.ofMillis(1));
        BodyRoom.Place settled = fair.place();
        settled.take(20, () -> came.add("what has come was cut"));
        settled.keep(20);
        BodyRoom.Place slow = fair.place();
        slow.take(
                80,
                () -> {
                    came.add("slow");
                    slow.keep(30);
                });
        assertThat(fair.place().take(50, () -> came.add("new"))).isTrue();
        assertThat(came).containsExactly("slow");
        assertThat(fair.taken()).isEqualTo(100);
    }

    @Test
    void nobodyWaitsAfterTheEnd() throws InterruptedException {
        room.place().take(100, () -> {});
        Thread waiting = taking("waiting", 50);
        room.end();
        waiting.join();
        room.place().take(50, () -> {});
        assertThat(came).containsExactly("waiting");
    }

    /// Returns once it waits, or has passed.
    private Thread taking(String name, long bytes) throws InterruptedException {
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                room.place().take(bytes, () -> {});
                                came.add(name);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.sleep(1);
        }
        return thread;
    }
}
