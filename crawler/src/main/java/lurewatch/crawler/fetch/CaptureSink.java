package lurewatch.crawler.fetch;

import java.util.List;
import java.util.function.Consumer;
import lurewatch.crawler.frontier.FoundLink;
import lurewatch.crawler.frontier.Validators;

/// Where exchanges go: the archive, and behind it the pipeline that reads them. Called by many
/// threads at once.
public interface CaptureSink {
    /// Keeps the exchange and reads it. Returns only when it is durable; an exception means that it
    /// is not kept, and the URL stays due.
    Kept keep(FetchedExchange exchange);

    /// Every capture of the ledger after this sequence, in ledger order, with the page's links; for
    /// those that a killed process kept and could not tell the frontier of.
    void forEachAfter(long sequence, Consumer<Remembered> action);

    /// An exchange that is durable.
    ///
    /// @param sequence its place in the ledger
    record Kept(long sequence, List<Link> links) {
        public Kept {
            links = List.copyOf(links);
        }
    }

    /// A link as a page gave it, absolute and not yet judged.
    record Link(String url, FoundLink.Kind kind) {}

    /// A capture of an earlier run.
    record Remembered(
            Kept kept,
            String site,
            String url,
            int status,
            java.time.Instant fetchedAt,
            Validators validators) {}
}
