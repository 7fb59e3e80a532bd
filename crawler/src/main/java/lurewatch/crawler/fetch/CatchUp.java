package lurewatch.crawler.fetch;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.RecoveredCapture;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.site.Site;

/// Tells a frontier of the captures that a killed process kept and could not tell it of, so that
/// they are not fetched again, and their links not lost. To be run before anything is taken.
public final class CatchUp {
    private CatchUp() {}

    /// Returns how many captures the ledger had beyond what the frontier had applied.
    public static long run(Frontier frontier, CaptureSink sink, Limits limits, List<Site> sites) {
        LinkFilter links = new LinkFilter(limits, sites);
        AtomicLong count = new AtomicLong();
        sink.forEachAfter(
                frontier.appliedSequence(),
                capture -> {
                    count.incrementAndGet();
                    frontier.applyRecovered(
                            new RecoveredCapture(
                                    capture.kept().sequence(),
                                    capture.url(),
                                    capture.status(),
                                    capture.fetchedAt(),
                                    capture.validators(),
                                    links.found(capture.site(), capture.kept().links())));
                });
        return count.get();
    }
}
