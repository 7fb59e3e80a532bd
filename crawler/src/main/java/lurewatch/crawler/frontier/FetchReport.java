package lurewatch.crawler.frontier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a lease ended, in the words of the schedule.
///
/// @param status HTTP status, where a server answered
/// @param detail one line for the operator; empty when there is nothing to add
/// @param bytes received of the body
/// @param took from the first byte asked to the last received; zero where nothing was asked
/// @param capture sequence of the capture in the archive's ledger, where there is one
/// @param validators of a page that came whole; kept from before where the ending is `UNCHANGED`
/// @param retryAfter what the server asked for
/// @param content a hash of what the page says; empty where nothing can be compared
/// @param relevance the highest score of a posting on the page, 0 to 1; empty where nobody judged
///   it
/// @param links found, in scope, at most a page's worth
/// @param postings addresses of what a page of a list shows, where the list goes on
public record FetchReport(
        Ending ending,
        OptionalInt status,
        String detail,
        long bytes,
        Duration took,
        OptionalLong capture,
        Validators validators,
        Optional<Duration> retryAfter,
        OptionalLong content,
        OptionalDouble relevance,
        List<FoundLink> links,
        List<String> postings) {

    /// The endings that the schedule tells apart.
    public enum Ending {
        /// The page came.
        CAPTURED,
        /// The server said that the page is as it was.
        UNCHANGED,
        /// The page is elsewhere; its new place, if in scope, is among the links.
        REDIRECTED,
        /// The server said that there is no such page: 404, 410.
        MISSING,
        /// The server answered, and will not give the page: other 4xx.
        DENIED,
        /// robots.txt forbids the page. Nothing was asked.
        DISALLOWED,
        /// Our own address guard or limits forbid it. Nothing was asked.
        REFUSED,
        /// The server, or the way to it, is in trouble: 429, 503, time-outs, no connection, no
        /// address. The whole host rests.
        TROUBLED,
        /// This fetch failed for a reason that may pass.
        FAILED;

        /// Whether a page came, so that the host's gap may become shorter again.
        boolean isHealthy() {
            return this == CAPTURED || this == UNCHANGED;
        }

        /// Whether the server was asked at all.
        boolean wasAsked() {
            return this != DISALLOWED && this != REFUSED;
        }
    }

    public FetchReport {
        links = List.copyOf(links);
        postings = List.copyOf(postings);
    }

    /// A report of a page of which it is not known what is on it.
    public FetchReport(
            Ending ending,
            OptionalInt status,
            String detail,
            long bytes,
            Duration took,
            OptionalLong capture,
            Validators validators,
            Optional<Duration> retryAfter,
            OptionalLong content,
            OptionalDouble relevance,
            List<FoundLink> links) {
        this(
                ending,
                status,
                detail,
                bytes,
                took,
                capture,
                validators,
                retryAfter,
                content,
                relevance,
                links,
                List.of());
    }

    /// A report of a page that nobody judged.
    public FetchReport(
            Ending ending,
            OptionalInt status,
            String detail,
            long bytes,
            Duration took,
            OptionalLong capture,
            Validators validators,
            Optional<Duration> retryAfter,
            OptionalLong content,
            List<FoundLink> links) {
        this(
                ending,
                status,
                detail,
                bytes,
                took,
                capture,
                validators,
                retryAfter,
                content,
                OptionalDouble.empty(),
                links);
    }

    /// The same with a further note.
    public FetchReport noting(String note) {
        return with(detail.isEmpty() ? note : detail + "; " + note, relevance, links, postings);
    }

    /// The same, with what the page shows others: their links too, and the higher relevance.
    public FetchReport with(FetchReport others) {
        List<FoundLink> all = new ArrayList<>(links);
        all.addAll(others.links);
        OptionalDouble higher =
                relevance.orElse(-1) < others.relevance.orElse(-1) ? others.relevance : relevance;
        return with(detail, higher, all, postings);
    }

    /// The same of a page with these postings.
    public FetchReport showing(List<String> those) {
        return with(detail, relevance, links, those);
    }

    private FetchReport with(
            String note, OptionalDouble worth, List<FoundLink> found, List<String> shown) {
        return new FetchReport(
                ending,
                status,
                note,
                bytes,
                took,
                capture,
                validators,
                retryAfter,
                content,
                worth,
                found,
                shown);
    }

    /// A report of an ending without an answer.
    public static FetchReport of(Ending ending, String detail, Duration took) {
        return new FetchReport(
                ending,
                OptionalInt.empty(),
                detail,
                0,
                took,
                OptionalLong.empty(),
                Validators.NONE,
                Optional.empty(),
                OptionalLong.empty(),
                List.of());
    }
}
