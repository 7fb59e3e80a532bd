package lurewatch.crawler.fetch;

import java.time.Duration;
import lurewatch.crawler.fetch.RobotsFetch.Result;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.site.WebUrl;

/// Fetches the robots.txt of a lease's host. Whoever holds the lease holds the host, so there is
/// one such fetch per host at a time.
final class RobotsVisit {
    private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    private final RobotsFetch fetch;
    private final Robots robots;

    RobotsVisit(RobotsFetch fetch, Robots robots) {
        this.fetch = fetch;
        this.robots = robots;
    }

    FetchOutcome visit(Lease lease, WebUrl page) {
        return switch (fetch.ask(lease.site(), page, shorter(lease.gap()))) {
            case Result.Answered(int status, byte[] body, Duration took) -> {
                robots.keep(lease, page, status, body);
                yield new FetchOutcome.RobotsRead(status, took);
            }
            case Result.Unreachable(String why, Duration took, var retryAfter) ->
                    new FetchOutcome.RobotsUnreachable("robots.txt: " + why, took, retryAfter);
            case Result.Aborted() -> new FetchOutcome.Aborted();
        };
    }

    private static Duration shorter(Duration gap) {
        return gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
    }
}
