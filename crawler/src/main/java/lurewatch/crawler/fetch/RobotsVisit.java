package lurewatch.crawler.fetch;

import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.site.WebUrl;

/// Fetches the robots.txt of a lease's host. Whoever holds the lease holds the host, so there is
/// one such fetch per host at a time.
final class RobotsVisit {
    /// RFC 9309: at least 500 KiB are read, and at least five redirects followed.
    private static final long MOST_BYTES = 500 * 1024L;

    private static final int MOST_HOPS = 5;
    private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    private final HttpDoor door;
    private final AddressGuard guard;
    private final Robots robots;
    private final InstantSource clock;
    private final Halt halt;

    RobotsVisit(HttpDoor door, AddressGuard guard, Robots robots, InstantSource clock, Halt halt) {
        this.door = door;
        this.guard = guard;
        this.robots = robots;
        this.clock = clock;
        this.halt = halt;
    }

    FetchOutcome visit(Lease lease, WebUrl page) {
        Duration took = Duration.ZERO;
        WebUrl asked = page.withPath("/robots.txt");
        try {
            for (int hop = 0; hop <= MOST_HOPS; hop++) {
                if (hop > 0 && halt.within(shorter(lease.gap()))) {
                    return new FetchOutcome.Aborted();
                }
                FetchedExchange answer = ask(lease, asked);
                took = answer.took();
                Optional<WebUrl> target = Redirects.target(answer);
                if (target.isEmpty()) {
                    return judged(lease, page, answer);
                }
                asked = target.get();
            }
            // RFC 9309: beyond the redirects that are followed, the file counts as not there.
            robots.keep(lease, page, 404, new byte[0]);
            return new FetchOutcome.RobotsRead(404, took);
        } catch (FetchFailedException e) {
            return unreachable(e.kind() + " " + e.getMessage(), took);
        } catch (UnknownHostException e) {
            return unreachable("no address: " + e.getMessage(), took);
        } catch (RefusedException e) {
            return unreachable("refused: " + e.getMessage(), took);
        } catch (AbortedException _) {
            return new FetchOutcome.Aborted();
        }
    }

    private FetchedExchange ask(Lease lease, WebUrl url)
            throws UnknownHostException, RefusedException, FetchFailedException, AbortedException {
        return door.get(
                new Ask(lease.site(), url, guard.addresses(url), Validators.NONE, MOST_BYTES));
    }

    private FetchOutcome judged(Lease lease, WebUrl page, FetchedExchange answer) {
        int status = answer.status();
        if (status == 429 || status >= 500) {
            return new FetchOutcome.RobotsUnreachable(
                    "robots.txt: status " + status,
                    answer.took(),
                    RetryAfter.of(answer, clock.instant()));
        }
        Optional<Body.Cut> cut = answer.cut().filter(why -> !why.reason().equals("length"));
        if (cut.isPresent()) {
            return unreachable(cut.get().toString(), answer.took());
        }
        robots.keep(lease, page, status, Contents.decoded(answer, MOST_BYTES));
        return new FetchOutcome.RobotsRead(status, answer.took());
    }

    private static FetchOutcome unreachable(String why, Duration took) {
        return new FetchOutcome.RobotsUnreachable("robots.txt: " + why, took, Optional.empty());
    }

    private static Duration shorter(Duration gap) {
        return gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
    }
}
