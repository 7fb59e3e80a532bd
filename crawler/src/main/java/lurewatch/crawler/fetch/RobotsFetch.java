package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.site.WebUrl;

/// Asks a host for its robots.txt, as RFC 9309 says: one request, after which its redirect waits
/// for the turn of the host that it leads to.
final class RobotsFetch {
    /// RFC 9309: at least 500 KiB are read, and at least five redirects followed.
    private static final long MOST_BYTES = 500 * 1024L;

    private static final int MOST_HOPS = 5;

    private final HttpDoor door;
    private final int mostCookies;
    private final InstantSource clock;

    RobotsFetch(HttpDoor door, int mostCookies, InstantSource clock) {
        this.door = door;
        this.mostCookies = mostCookies;
        this.clock = clock;
    }

    /// A step on the way to a robots.txt.
    ///
    /// @param redirects that led here
    record Hop(WebUrl url, int redirects, Cookies cookies) {}

    /// How that ended.
    sealed interface Result {
        /// An answer that counts.
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answered(int status, byte[] body, Duration took) implements Result {}

        /// It is elsewhere.
        record Moved(int status, Hop next, Duration took) implements Result {}

        /// Nothing that counts, which forbids everything.
        record Unreachable(String why, Duration took, Optional<Duration> retryAfter)
                implements Result {}

        /// We were stopped.
        record Aborted() implements Result {}
    }

    /// The first step.
    Hop first(WebUrl page) {
        return new Hop(page.withPath("/robots.txt"), 0, Cookies.upTo(mostCookies));
    }

    /// @param addresses of the step's host, all of them permitted
    Result ask(String site, Hop hop, List<InetAddress> addresses) {
        long began = System.nanoTime();
        try {
            FetchedExchange answer =
                    door.get(
                            new Ask(
                                    site,
                                    hop.url(),
                                    hop.url(),
                                    addresses,
                                    Validators.NONE,
                                    MOST_BYTES,
                                    hop.cookies(),
                                    Optional.empty(),
                                    Optional.empty()));
            Optional<WebUrl> target = Redirects.target(answer);
            return target.isPresent() ? moved(answer, hop, target.get()) : judged(answer);
        } catch (FetchFailedException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return unreachable(e.kind() + " " + e.getMessage(), took);
        } catch (AbortedException _) {
            return new Result.Aborted();
        }
    }

    private Result moved(FetchedExchange answer, Hop hop, WebUrl target) {
        if (hop.redirects() >= MOST_HOPS) {
            // RFC 9309: beyond the redirects that are followed, the file counts as not there.
            return new Result.Answered(404, new byte[0], answer.took());
        }
        Cookies cookies = hop.cookies().after(answer, clock.instant());
        return new Result.Moved(
                answer.status(), new Hop(target, hop.redirects() + 1, cookies), answer.took());
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
