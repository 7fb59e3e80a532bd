package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.indexer.archive.ArchiveDamagedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two ends of a lease: an answer goes to the sink, and then the frontier hears how it ended.
/// In this order, so that what the frontier believes is in the archive is there.
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    /// One exchange that cannot be kept may be its own fault; several in a row are the archive's.
    private static final int MOST_LOSSES = 3;

    private final Frontier frontier;
    private final CaptureSink sink;
    private final Rendering rendering;
    private final SecondVisits secondVisits;
    private final Reports reports;
    private final Turns turns;
    private final Tally tally;
    private final AtomicInteger losses = new AtomicInteger();
    private final AtomicReference<Optional<Throwable>> failure =
            new AtomicReference<>(Optional.empty());

    Settling(
            Frontier frontier,
            CaptureSink sink,
            Rendering rendering,
            SecondVisits secondVisits,
            Reports reports,
            Turns turns,
            Tally tally) {
        this.frontier = frontier;
        this.sink = sink;
        this.rendering = rendering;
        this.secondVisits = secondVisits;
        this.reports = reports;
        this.turns = turns;
        this.tally = tally;
    }

    /// Gives an answer to the sink. If it cannot be kept, it counts as not received.
    void keep(CrawlUrl url) {
        if (url.outcome().orElseThrow() instanceof FetchOutcome.Answered answer) {
            try {
                CaptureSink.Kept kept = sink.keep(answer.exchange().exchange());
                url.kept(kept);
                url.kept(rendering.further(answer.exchange(), kept));
                losses.set(0);
            } catch (ArchiveDamagedException e) {
                url.ended(unreadable(answer.exchange(), e));
            } catch (RuntimeException | StackOverflowError e) {
                url.ended(lost(answer.exchange(), e));
            }
        }
    }

    /// The answer is in the archive, and repeats what cannot be read there: a fault of that one
    /// page.
    private static FetchOutcome unreadable(
            FetchedExchange exchange, ArchiveDamagedException cause) {
        LOG.warn("not read: {}: {}", exchange.url(), cause.toString());
        return new FetchOutcome.Failed(
                FailureKind.INTERNAL,
                "not modified, but what we have of it is damaged: " + cause.getMessage(),
                exchange.took());
    }

    private FetchOutcome lost(FetchedExchange exchange, Throwable cause) {
        LOG.warn("not kept: {}", exchange.url(), cause);
        if (losses.incrementAndGet() >= MOST_LOSSES) {
            failure.compareAndSet(Optional.empty(), Optional.of(cause));
            frontier.finish();
        }
        return new FetchOutcome.Failed(FailureKind.INTERNAL, "not kept: " + cause, exchange.took());
    }

    /// Tells the frontier how it ended; once per URL object.
    void settle(CrawlUrl url) {
        url.settled();
        try {
            FetchOutcome outcome = settled(url);
            tally.count(outcome);
            if (!secondVisits.settle(url.lease(), outcome, url.kept())) {
                reports.settle(url.lease(), outcome, url.kept());
            }
        } finally {
            turns.end(url.lease());
            url.forget();
        }
    }

    /// An answer that nobody kept is no answer, whatever went wrong in between.
    private static FetchOutcome settled(CrawlUrl url) {
        Optional<FetchOutcome> outcome = url.outcome();
        boolean lost =
                outcome.isEmpty()
                        || (outcome.get() instanceof FetchOutcome.Answered && url.kept().isEmpty());
        return lost
                ? new FetchOutcome.Failed(FailureKind.INTERNAL, "the worker died", Duration.ZERO)
                : outcome.get();
    }

    Optional<Throwable> failure() {
        return failure.get().or(frontier::failure);
    }
}
