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
/// @param detail one line for the operator; empty when there is nothing to add
/// @param answer what came over the wire
/// @param capture sequence of the capture in the archive's ledger, where there is one
/// @param retryAfter what the server asked for
/// @param page what is on it, as far as somebody looked
/// @param links found, in scope, at most a page's worth
/// @param postings addresses of what a page of a list shows, where the list goes on
public record FetchReport(
        Ending ending,
        String detail,
        Answer answer,
        OptionalLong capture,
        Optional<Duration> retryAfter,
        Content page,
        List<FoundLink> links,
        List<String> postings) {

    /// What a server answered.
    ///
    /// @param status HTTP status, where a server answered
    /// @param bytes received of the body
    /// @param took from the first byte asked to the last received; zero where nothing was asked
    /// @param validators of a page that came whole; kept from before where the ending is
    ///   `UNCHANGED`
    public record Answer(OptionalInt status, long bytes, Duration took, Validators validators) {}

    /// What a page says, in numbers.
    ///
    /// @param hash of what it says; empty where nothing can be compared
    /// @param relevance the highest score of a posting on it, 0 to 1; empty where nobody judged it
    public record Content(OptionalLong hash, OptionalDouble relevance) {
        static final Content UNKNOWN = new Content(OptionalLong.empty(), OptionalDouble.empty());
    }

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
        /// address. The whole host rests, but for one page alone that is not answered.
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

    /// A report of an answer of which nothing else is known.
    public static FetchReport of(Ending ending, String detail, Answer answer) {
        return new FetchReport(
                ending,
                detail,
                answer,
                OptionalLong.empty(),
                Optional.empty(),
                Content.UNKNOWN,
                List.of(),
                List.of());
    }

    /// A report of an ending without an answer.
    public static FetchReport of(Ending ending, String detail, Duration took) {
        return of(ending, detail, new Answer(OptionalInt.empty(), 0, took, Validators.NONE));
    }

    public OptionalInt status() {
        return answer.status();
    }

    public long bytes() {
        return answer.bytes();
    }

    public Duration took() {
        return answer.took();
    }

    public Validators validators() {
        return answer.validators();
    }

    public OptionalLong content() {
        return page.hash();
    }

    public OptionalDouble relevance() {
        return page.relevance();
    }

    /// The same of an answer that the archive has.
    public FetchReport keptAs(OptionalLong sequence) {
        return new FetchReport(ending, detail, answer, sequence, retryAfter, page, links, postings);
    }

    /// The same of a server that asks for that.
    public FetchReport asking(Optional<Duration> rest) {
        return new FetchReport(ending, detail, answer, capture, rest, page, links, postings);
    }

    /// The same of a page that says this.
    public FetchReport saying(Content said) {
        return new FetchReport(ending, detail, answer, capture, retryAfter, said, links, postings);
    }

    /// The same of a page with these links.
    public FetchReport leadingTo(List<FoundLink> found) {
        return new FetchReport(ending, detail, answer, capture, retryAfter, page, found, postings);
    }

    /// The same of a page with these postings.
    public FetchReport showing(List<String> those) {
        return new FetchReport(ending, detail, answer, capture, retryAfter, page, links, those);
    }

    /// The same with a further note.
    public FetchReport noting(String note) {
        String all = detail.isEmpty() ? note : detail + "; " + note;
        return new FetchReport(ending, all, answer, capture, retryAfter, page, links, postings);
    }

    /// The same, with what the page shows others: their links too, and the higher relevance.
    public FetchReport with(FetchReport others) {
        List<FoundLink> all = new ArrayList<>(links);
        all.addAll(others.links);
        OptionalDouble higher =
                relevance().orElse(-1) < others.relevance().orElse(-1)
                        ? others.relevance()
                        : relevance();
        return saying(new Content(page.hash(), higher)).leadingTo(all);
    }
}
