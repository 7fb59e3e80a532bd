package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.Optional;
import lurewatch.crawler.site.WebUrl;

/// Every way in which a lease can end.
sealed interface FetchOutcome {

    /// A server answered; the exchange goes to the archive whatever it says.
    sealed interface Answered extends FetchOutcome {
        FetchedExchange exchange();
    }

    /// The page, or as much of it as the limits allow.
    record Captured(FetchedExchange exchange) implements Answered {}

    /// 304 to our question whether the page has changed.
    record Unchanged(FetchedExchange exchange) implements Answered {}

    /// 304 to a question that named no earlier answer: there is nothing that could be unchanged.
    record Groundless(FetchedExchange exchange) implements Answered {}

    /// The page is elsewhere, or here for who brings a cookie or an id in the address.
    ///
    /// @param target the page that it leads to; empty where it is none that we would fetch
    /// @param brought what this request brought
    /// @param bag what goes along to the target
    record Redirected(
            FetchedExchange exchange, Optional<WebUrl> target, Onward.Bag brought, Onward.Bag bag)
            implements Answered {
        /// Whether the target would answer the same: it is the very page, and told us nothing new.
        boolean isInVain() {
            boolean isItself =
                    target.filter(url -> url.toString().equals(exchange.url())).isPresent();
            return isItself && bag.says(brought);
        }
    }

    /// Any other answer: not there, not for us, not now.
    record Declined(FetchedExchange exchange, Optional<Duration> retryAfter) implements Answered {}

    /// robots.txt forbids the page; it was not asked for.
    record Disallowed() implements FetchOutcome {}

    /// Our guard forbids it; nothing was connected to.
    record Refused(String reason) implements FetchOutcome {}

    /// There is no answer that could be kept.
    record Failed(FailureKind kind, String detail, Duration took) implements FetchOutcome {}

    /// The host's robots.txt had to be fetched first, and is known now.
    record RobotsRead(int status, Duration took) implements FetchOutcome {}

    /// The host's robots.txt is elsewhere, and is asked for there in a further turn.
    record RobotsMoved(int status, WebUrl target, Duration took) implements FetchOutcome {}

    /// The host's robots.txt cannot be had, which forbids everything until it can.
    record RobotsUnreachable(String detail, Duration took, Optional<Duration> retryAfter)
            implements FetchOutcome {}

    /// Another host at the same address is being asked; the lease is over already.
    record Crowded() implements FetchOutcome {}

    /// The host that was to be asked is asked something else, or rests from that; nothing was
    /// asked.
    record OutOfTurn() implements FetchOutcome {}

    /// We were stopped.
    record Aborted() implements FetchOutcome {}
}
