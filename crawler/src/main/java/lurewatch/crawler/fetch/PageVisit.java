package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.site.WebUrl;

/// What happens for one lease: guard, robots.txt, and at last the page. Each step may end it.
final class PageVisit {
    private final Frontier frontier;
    private final AddressGuard guard;
    private final Turns turns;
    private final Robots robots;
    private final RobotsVisit robotsVisit;
    private final HttpDoor door;
    private final Rendering rendering;
    private final SecondVisits secondVisits;
    private final Onward onward;
    private final Limits limits;
    private final InstantSource clock;

    PageVisit(
            Frontier frontier,
            AddressGuard guard,
            Turns turns,
            Robots robots,
            RobotsVisit robotsVisit,
            HttpDoor door,
            Rendering rendering,
            SecondVisits secondVisits,
            Onward onward,
            Limits limits,
            InstantSource clock) {
        this.frontier = frontier;
        this.guard = guard;
        this.turns = turns;
        this.robots = robots;
        this.robotsVisit = robotsVisit;
        this.door = door;
        this.rendering = rendering;
        this.secondVisits = secondVisits;
        this.onward = onward;
        this.limits = limits;
        this.clock = clock;
    }

    /// @param place for the page's body
    FetchOutcome visit(Lease lease, BodyRoom.Place place) {
        long began = System.nanoTime();
        Optional<WebUrl> url = WebUrl.parse(lease.url());
        if (url.isEmpty()) {
            return new FetchOutcome.Refused("not a URL that we fetch");
        }
        if (!turns.begin(lease, url.get().host())) {
            return new FetchOutcome.OutOfTurn();
        }
        Optional<Boolean> allowed = robots.allows(url.get());
        if (allowed.isPresent() && !allowed.get()) {
            return new FetchOutcome.Disallowed();
        }
        try {
            if (allowed.isEmpty()) {
                return robotsVisit.visit(lease, url.get());
            }
            List<InetAddress> addresses = guard.addresses(url.get());
            return frontier.claim(lease, addresses.getFirst())
                    ? page(lease, url.get(), addresses, place)
                    : new FetchOutcome.Crowded();
        } catch (RefusedException e) {
            return new FetchOutcome.Refused(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return new FetchOutcome.Failed(
                    FailureKind.NO_ADDRESS, "no address: " + e.getMessage(), since(began));
        }
    }

    private FetchOutcome page(
            Lease lease, WebUrl url, List<InetAddress> addresses, BodyRoom.Place place) {
        long began = System.nanoTime();
        // What scripts write, or others see, may change while the page that we see does not.
        boolean isWanted = rendering.mayShow(lease.site()) || secondVisits.compares(lease);
        Validators validators = isWanted ? Validators.NONE : lease.validators();
        Onward.Bag bag = onward.taken(lease);
        WebUrl asked = bag.asked().orElse(url);
        if (!robots.allows(asked).orElse(true)) {
            return new FetchOutcome.Disallowed();
        }
        Ask ask =
                new Ask(
                        lease.site(),
                        url,
                        asked,
                        addresses,
                        validators,
                        limits.bodyWire().bytes(),
                        bag.cookies(),
                        secondVisits.agent(lease),
                        Optional.of(place));
        try {
            return judged(door.get(ask), validators, bag);
        } catch (FetchFailedException e) {
            return new FetchOutcome.Failed(e.kind(), String.valueOf(e.getMessage()), since(began));
        } catch (AbortedException _) {
            return new FetchOutcome.Aborted();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private FetchOutcome judged(FetchedExchange exchange, Validators sent, Onward.Bag bag) {
        int status = exchange.status();
        if (status == 304) {
            return sent.equals(Validators.NONE)
                    ? new FetchOutcome.Groundless(exchange)
                    : new FetchOutcome.Unchanged(exchange);
        }
        if (Redirects.isRedirect(status)) {
            return new FetchOutcome.Redirected(
                    exchange,
                    Redirects.target(exchange).map(Redirects::page),
                    bag,
                    bag.after(exchange, clock.instant()));
        }
        return status >= 200 && status < 300
                ? new FetchOutcome.Captured(exchange)
                : new FetchOutcome.Declined(exchange, RetryAfter.of(exchange, clock.instant()));
    }
}
