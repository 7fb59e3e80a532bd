package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.site.WebUrl;
import org.junit.jupiter.api.Test;

/// A large body waits for its place in memory, and its server is not to blame.
final class WaitForRoomIT {
    private static final Duration WAIT = Duration.ofMillis(400);

    @Test
    void whatAFetchTookIsWithoutIt() throws Exception {
        BodyRoom room = new BodyRoom(1, Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (BodyRoom.Place held = room.place()) {
            held.take(1, () -> {});
            CompletableFuture.delayedExecutor(WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(held::close);
            long began = System.nanoTime();
            FetchedExchange fetched =
                    fetched(room, (_, out) -> html(out, "x".repeat(2 * BodyRoom.SMALL)));
            Duration whole = Duration.ofNanos(System.nanoTime() - began);
            assertThat(fetched.cut()).isEmpty();
            assertThat(whole.minus(fetched.took())).isGreaterThanOrEqualTo(WAIT.dividedBy(2));
        }
    }

    @Test
    void whereThereIsNoneTheBodyIsCut() throws Exception {
        BodyRoom room = new BodyRoom(1, Duration.ofMillis(20), Duration.ofMinutes(1));
        try (BodyRoom.Place held = room.place()) {
            held.take(1, () -> {});
            FetchedExchange fetched =
                    fetched(room, (_, out) -> html(out, "x".repeat(2 * BodyRoom.SMALL)));
            assertThat(fetched.cut().orElseThrow().toString())
                    .startsWith("cut short: length, limit body_room=131072 observed=131073");
            assertThat(fetched.body()).hasSize(BodyRoom.SMALL + 1);
        }
    }

    @Test
    void whatComesSlowlyMakesWay() throws Exception {
        BodyRoom room = new BodyRoom(1, Duration.ofMinutes(1), Duration.ofMillis(1));
        try (BodyRoom.Place next = room.place()) {
            CountDownLatch asked = new CountDownLatch(1);
            Thread other =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    asked.await();
                                    while (room.taken() == 0) {
                                        Thread.onSpinWait();
                                    }
                                    next.take(1, () -> {});
                                } catch (InterruptedException _) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            FetchedExchange fetched =
                    fetched(
                            room,
                            (request, out) -> {
                                raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                                raw(out, "x".repeat(2 * BodyRoom.SMALL));
                                asked.countDown();
                                request.socket().getInputStream().read(); // until it is closed
                            });
            assertThat(fetched.cut().orElseThrow().toString())
                    .startsWith("cut short: time, limit body_room=");
            assertThat(fetched.body()).hasSize(2 * BodyRoom.SMALL);
            other.join();
            assertThat(room.taken()).isEqualTo(1);
        }
    }

    private static FetchedExchange fetched(BodyRoom room, HostileServer.Handler handler)
            throws Exception {
        try (HostileServer server = HostileServer.start(handler);
                HttpDoor door =
                        new HttpDoor(
                                Limits.DEFAULTS,
                                new Agents("ExampleLabBot", Map.of()),
                                InstantSource.system());
                BodyRoom.Place place = room.place()) {
            WebUrl url = WebUrl.parse("http://127.0.0.1:" + server.port() + "/").orElseThrow();
            return door.get(
                    new Ask(
                            "board",
                            url,
                            url,
                            List.of(InetAddress.getLoopbackAddress()),
                            Validators.NONE,
                            Limits.DEFAULTS.bodyWire().bytes(),
                            Cookies.upTo(0),
                            Optional.empty(),
                            Optional.of(place)));
        }
    }
}
