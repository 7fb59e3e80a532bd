package lurewatch.crawler.fetch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lurewatch.crawler.frontier.FoundLink;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.RecoveredCapture;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;

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
                                    links(links, capture)));
                });
        return count.get();
    }

    /// Those of the page; where it was elsewhere, the way there. What cookies the visit had are
    /// gone with the process that had them: it goes on without.
    private static List<FoundLink> links(LinkFilter filter, CaptureSink.Remembered capture) {
        if (!Redirects.isRedirect(capture.status())) {
            return filter.found(capture.site(), capture.kept().links());
        }
        Optional<WebUrl> target =
                Redirects.target(capture.url(), capture.status(), capture.location())
                        .map(Redirects::page);
        boolean isItself = target.filter(url -> url.toString().equals(capture.url())).isPresent();
        return filter.moved(
                capture.site(), target, isItself ? FoundLink.Kind.RETURN : FoundLink.Kind.REDIRECT);
    }
}
