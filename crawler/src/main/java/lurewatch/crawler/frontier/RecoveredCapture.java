package lurewatch.crawler.frontier;

import java.time.Instant;
import java.util.List;

/// A capture that the archive's ledger holds and `crawl.db` may not know: the process ended between
/// the two.
///
/// @param links those of the captured page, so that they are not lost with the process
public record RecoveredCapture(
        long sequence,
        String url,
        int status,
        Instant fetchedAt,
        Validators validators,
        List<FoundLink> links) {
    public RecoveredCapture {
        links = List.copyOf(links);
    }
}
