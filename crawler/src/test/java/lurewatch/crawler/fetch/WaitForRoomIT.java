package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.site.WebUrl;
import org.junit.jupiter.api.Test;

/// A large body waits for its place in memory, and its server is not to blame.
final class WaitForRoomIT {
    private static final Duration WAIT = Duration.ofMillis(400);

    @Test
    void whatAFetchTookIsWithoutIt() throws Exception {
        BodyRoom room = new BodyRoom(1, WAIT);
        try (HostileServer server =
                        HostileServer.start((_, out) -> html(out, "x".repeat(2 * BodyRoom.SMALL)));
                HttpDoor door =
                        new HttpDoor(
                                Limits.DEFAULTS,
                                new Agents("ExampleLabBot", Map.of()),
                                InstantSource.system());
                BodyRoom.Place held = room.place();
                BodyRoom.Place place = room.place()) {
            held.take(1);
            WebUrl url = WebUrl.parse("http://127.0.0.1:" + server.port() + "/").orElseThrow();
            Ask ask =
                    new Ask(
                            "board",
                            url,
                            url,
                            List.of(InetAddress.getLoopbackAddress()),
                            Validators.NONE,
                            Limits.DEFAULTS.bodyWire().bytes(),
                            Cookies.upTo(0),
                            Optional.empty(),
                            Optional.of(place));
            long began = System.nanoTime();
            FetchedExchange fetched = door.get(ask);
            Duration whole = Duration.ofNanos(System.nanoTime() - began);
            assertThat(fetched.cut()).isEmpty();
            assertThat(whole.minus(fetched.took())).isGreaterThanOrEqualTo(WAIT);
        }
    }
}
