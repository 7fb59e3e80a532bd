package lurewatch.crawler.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.fetch.RobotsFetch.Hop;
import lurewatch.crawler.fetch.RobotsFetch.Result;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.site.WebUrl;

/// Fetches the robots.txt of a lease's host, one request in a turn. Whoever holds the lease holds
/// the host, so there is one such fetch per host at a time; a redirect to another host waits until
/// that one may be asked.
///
/// How far a host's redirects were followed lives in memory, bounded: where it is lost, they are
/// followed anew.
final class RobotsVisit {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long MOST_CHARACTERS = 4_000_000;
    private static final int ENTRY = 200;

    private final Frontier frontier;
    private final AddressGuard guard;
    private final RobotsFetch fetch;
    private final Robots robots;
    private final Turns turns;
    private final Cache<String, Hop> onTheWay =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((String _, Hop hop) -> weight(hop))
                    .expireAfterWrite(LONGEST)
                    .build();

    RobotsVisit(
            Frontier frontier, AddressGuard guard, RobotsFetch fetch, Robots robots, Turns turns) {
        this.frontier = frontier;
        this.guard = guard;
        this.fetch = fetch;
        this.robots = robots;
        this.turns = turns;
    }

    private static int weight(Hop hop) {
        return ENTRY
                + hop.url().toString().length()
                + hop.cookies().all().stream().mapToInt(cookie -> cookie.length() + ENTRY).sum();
    }

    FetchOutcome visit(Lease lease, WebUrl page) throws RefusedException, UnknownHostException {
        Hop hop = onTheWay.getIfPresent(page.origin());
        if (hop == null) {
            return asked(lease, page, fetch.first(page), guard.addresses(page));
        }
        try {
            return moved(lease, page, hop, guard.addresses(hop.url()));
        } catch (RefusedException e) {
            return unreachable(page, "refused: " + e.getMessage());
        } catch (UnknownHostException e) {
            return unreachable(page, "no address: " + e.getMessage());
        }
    }

    private FetchOutcome unreachable(WebUrl page, String why) {
        onTheWay.invalidate(page.origin());
        return new FetchOutcome.RobotsUnreachable(
                "robots.txt: " + why, Duration.ZERO, Optional.empty());
    }

    /// On another host, that host's turn is needed too.
    private FetchOutcome moved(Lease lease, WebUrl page, Hop hop, List<InetAddress> addresses) {
        String host = hop.url().host();
        if (host.equals(page.host())) {
            return asked(lease, page, hop, addresses);
        }
        if (!turns.beginAsGuest(host, lease.gap())) {
            return new FetchOutcome.OutOfTurn();
        }
        FetchOutcome outcome = new FetchOutcome.Crowded();
        try {
            outcome = asked(lease, page, hop, addresses);
            return outcome;
        } finally {
            if (outcome instanceof FetchOutcome.Crowded) {
                turns.giveUpAsGuest(host);
            } else {
                turns.endAsGuest(host);
            }
        }
    }

    private FetchOutcome asked(Lease lease, WebUrl page, Hop hop, List<InetAddress> addresses) {
        if (!frontier.claim(lease, addresses.getFirst())) {
            return new FetchOutcome.Crowded();
        }
        Result result = fetch.ask(lease.site(), hop, addresses);
        if (result instanceof Result.Moved(int status, Hop next, Duration took)) {
            onTheWay.put(page.origin(), next);
            return new FetchOutcome.RobotsMoved(status, next.url(), took);
        }
        onTheWay.invalidate(page.origin());
        return switch (result) {
            case Result.Answered(int status, byte[] body, Duration took) -> {
                robots.keep(lease, page, status, body);
                yield new FetchOutcome.RobotsRead(status, took);
            }
            case Result.Unreachable(String why, Duration took, var retryAfter) ->
                    new FetchOutcome.RobotsUnreachable("robots.txt: " + why, took, retryAfter);
            case Result.Moved _, Result.Aborted _ -> new FetchOutcome.Aborted();
        };
    }
}
