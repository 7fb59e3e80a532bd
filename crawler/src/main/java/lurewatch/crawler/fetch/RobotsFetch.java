package lurewatch.crawler.fetch;

import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.site.WebUrl;

/// Asks a host for its robots.txt, as RFC 9309 says.
final class RobotsFetch {
    /// RFC 9309: at least 500 KiB are read, and at least five redirects followed.
    private static final long MOST_BYTES = 500 * 1024L;

    private static final int MOST_HOPS = 5;

    private final HttpDoor door;
    private final AddressGuard guard;
    private final int mostCookies;
    private final InstantSource clock;
    private final Halt halt;

    RobotsFetch(
            HttpDoor door, AddressGuard guard, int mostCookies, InstantSource clock, Halt halt) {
        this.door = door;
        this.guard = guard;
        this.mostCookies = mostCookies;
        this.clock = clock;
        this.halt = halt;
    }

    /// How that ended.
    sealed interface Result {
        /// An answer that counts.
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answered(int status, byte[] body, Duration took) implements Result {}

        /// Nothing that counts, which forbids everything.
        record Unreachable(String why, Duration took, Optional<Duration> retryAfter)
                implements Result {}

        /// We were stopped.
        record Aborted() implements Result {}
    }

    /// @param gap between two requests, where there are redirects
    Result ask(String site, WebUrl page, Duration gap) {
        Duration took = Duration.ZERO;
        WebUrl asked = page.withPath("/robots.txt");
        Cookies cookies = Cookies.upTo(mostCookies);
        try {
            for (int hop = 0; hop <= MOST_HOPS; hop++) {
                if (hop > 0 && halt.within(gap)) {
                    return new Result.Aborted();
                }
                FetchedExchange answer =
                        door.get(
                                new Ask(
                                        site,
                                        asked,
                                        asked,
                                        guard.addresses(asked),
                                        Validators.NONE,
                                        MOST_BYTES,
                                        cookies,
                                        Optional.empty(),
                                        Optional.empty()));
                took = answer.took();
                Optional<WebUrl> target = Redirects.target(answer);
                if (target.isEmpty()) {
                    return judged(answer);
                }
                asked = target.get();
                cookies = cookies.after(answer, clock.instant());
            }
            // RFC 9309: beyond the redirects that are followed, the file counts as not there.
            return new Result.Answered(404, new byte[0], took);
        } catch (FetchFailedException e) {
            return unreachable(e.kind() + " " + e.getMessage(), took);
        } catch (UnknownHostException e) {
            return unreachable("no address: " + e.getMessage(), took);
        } catch (RefusedException e) {
            return unreachable("refused: " + e.getMessage(), took);
        } catch (AbortedException _) {
            return new Result.Aborted();
        }
    }

    private Result judged(FetchedExchange answer) {
        int status = answer.status();
        // That rules are as they were says nothing to who asked for them as if for the first time.
        if (status == 429 || status == 304 || status >= 500) {
            return new Result.Unreachable(
                    "status " + status, answer.took(), RetryAfter.of(answer, clock.instant()));
        }
        Optional<Body.Cut> cut = answer.cut().filter(why -> !why.reason().equals("length"));
        if (cut.isPresent()) {
            return unreachable(cut.get().toString(), answer.took());
        }
        // Rules that cannot be read are no leave to do anything.
        return Contents.decoded(answer, MOST_BYTES)
                .<Result>map(text -> new Result.Answered(status, text, answer.took()))
                .orElseGet(
                        () -> unreachable("a content coding that cannot be read", answer.took()));
    }

    private static Result unreachable(String why, Duration took) {
        return new Result.Unreachable(why, took, Optional.empty());
    }
}
