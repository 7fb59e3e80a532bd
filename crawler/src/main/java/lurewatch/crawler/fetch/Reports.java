package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lurewatch.crawler.frontier.Endings;
import lurewatch.crawler.frontier.FetchReport;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FoundLink;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.site.WebUrl;

/// Tells the frontier how a lease ended.
final class Reports {
    private static final String ROBOTS = "ROBOTS";
    private static final int PARTIAL = 206;
    private static final int LONGEST_DETAIL = 1_000;

    private final Frontier frontier;
    private final LinkFilter links;
    private final Onward onward;
    private final int mostRedirects;

    Reports(Frontier frontier, LinkFilter links, Onward onward, int mostRedirects) {
        this.frontier = frontier;
        this.links = links;
        this.onward = onward;
        this.mostRedirects = mostRedirects;
    }

    /// @param kept of an answer: what the sink made of it
    void settle(Lease lease, FetchOutcome outcome, Optional<CaptureSink.Kept> kept) {
        switch (outcome) {
            case FetchOutcome.Answered _,
                    FetchOutcome.Disallowed _,
                    FetchOutcome.Refused _,
                    FetchOutcome.Failed _ ->
                    done(lease, outcome, kept);
            case FetchOutcome.RobotsRead(int status, Duration took) ->
                    frontier.postpone(lease, ROBOTS, robots(status, "robots.txt", took));
            case FetchOutcome.RobotsMoved(int status, WebUrl target, Duration took) ->
                    frontier.postpone(
                            lease,
                            ROBOTS,
                            robots(status, shortened("robots.txt, to " + target), took));
            case FetchOutcome.RobotsUnreachable(
                            String detail,
                            Duration took,
                            Optional<Duration> retryAfter) -> {
                if (frontier.answersElsewhere(lease)) {
                    frontier.done(lease, FetchReport.of(Ending.FAILED, shortened(detail), took));
                } else {
                    frontier.postpone(
                            lease, Ending.TROUBLED.name(), noRobots(detail, took, retryAfter));
                }
            }
            case FetchOutcome.OutOfTurn _, FetchOutcome.Aborted _ -> frontier.release(lease);
            case FetchOutcome.Crowded() -> {
                // The frontier has ended the lease itself.
            }
        }
    }

    /// What a visit brings along is there before anybody can take its next address.
    private void done(Lease lease, FetchOutcome outcome, Optional<CaptureSink.Kept> kept) {
        FetchReport report = of(lease, outcome, kept);
        if (outcome instanceof FetchOutcome.Redirected moved && !report.links().isEmpty()) {
            onward.leave(lease.site(), moved.target().orElseThrow(), moved.bag());
        }
        if (outcome instanceof FetchOutcome.Failed failed
                && failed.kind().isUnreached()
                && !frontier.answersElsewhere(lease)) {
            frontier.unreached(lease, report);
        } else {
            frontier.done(lease, report);
        }
    }

    /// The report of a request for the lease's own URL.
    FetchReport of(Lease lease, FetchOutcome outcome, Optional<CaptureSink.Kept> kept) {
        return switch (outcome) {
            case FetchOutcome.Answered answer -> answered(lease, answer, kept);
            case FetchOutcome.Disallowed() -> nothingAsked(Ending.DISALLOWED, "robots.txt");
            case FetchOutcome.Refused(String reason) -> nothingAsked(Ending.REFUSED, reason);
            case FetchOutcome.Failed(FailureKind kind, String detail, Duration took) ->
                    FetchReport.of(
                            kind.concernsHost() && !frontier.answersElsewhere(lease)
                                    ? Ending.TROUBLED
                                    : Ending.FAILED,
                            shortened(kind + " " + detail),
                            took);
            case FetchOutcome.RobotsRead _,
                    FetchOutcome.RobotsMoved _,
                    FetchOutcome.RobotsUnreachable _,
                    FetchOutcome.Crowded _,
                    FetchOutcome.OutOfTurn _,
                    FetchOutcome.Aborted _ ->
                    throw new IllegalArgumentException("not asked for: " + outcome);
        };
    }

    private FetchReport answered(
            Lease lease, FetchOutcome.Answered answer, Optional<CaptureSink.Kept> kept) {
        FetchedExchange exchange = answer.exchange();
        List<FoundLink> found =
                kept.map(k -> links.found(lease.site(), k.links())).orElse(List.of());
        return switch (answer) {
            case FetchOutcome.Captured _, FetchOutcome.Unchanged _ -> {
                String note = exchange.status() == PARTIAL ? "a part that was not asked for" : "";
                yield report(exchange, ending(exchange), kept, note, Optional.empty(), found);
            }
            case FetchOutcome.Declined(_, Optional<Duration> retryAfter) ->
                    report(exchange, ending(exchange), kept, "", retryAfter, List.of());
            case FetchOutcome.Groundless _ ->
                    report(
                            exchange,
                            Ending.FAILED,
                            kept,
                            "not modified, though nothing was asked about",
                            Optional.empty(),
                            List.of());
            case FetchOutcome.Redirected redirected -> {
                List<FoundLink> moved =
                        links.moved(lease.site(), redirected.target(), kind(redirected));
                String note = redirectNote(lease, redirected, moved);
                yield report(
                        exchange,
                        ending(exchange),
                        kept,
                        note,
                        Optional.empty(),
                        redirected.isInVain() ? List.of() : moved);
            }
        };
    }

    private static FoundLink.Kind kind(FetchOutcome.Redirected redirected) {
        return redirected.target().filter(redirected.bag()::returnsTo).isPresent()
                ? FoundLink.Kind.RETURN
                : FoundLink.Kind.REDIRECT;
    }

    private String redirectNote(
            Lease lease, FetchOutcome.Redirected redirected, List<FoundLink> moved) {
        if (redirected.target().isEmpty()) {
            return "to nowhere: " + Redirects.whyNot(redirected.exchange());
        }
        WebUrl target = redirected.target().get();
        Optional<LimitHit> tooLong = links.tooLong(target);
        if (tooLong.isPresent()) {
            return tooLong.get() + ", to " + target;
        }
        if (moved.isEmpty()) {
            return "out of scope: " + target;
        }
        if (redirected.isInVain()) {
            return "to " + target + ", the same page again";
        }
        String beyond =
                lease.steps() < mostRedirects
                        ? ""
                        : ", " + LimitHit.of("redirects", mostRedirects, lease.steps() + 1);
        String cookies = redirected.bag().cookies().isEmpty() ? "" : ", with cookies";
        String known = redirected.bag().asked().isEmpty() ? "" : ", with a visitor's id";
        return "to " + target + cookies + known + beyond;
    }

    private static Ending ending(FetchedExchange exchange) {
        return Endings.ofStatus(exchange.status());
    }

    private static FetchReport report(
            FetchedExchange exchange,
            Ending ending,
            Optional<CaptureSink.Kept> kept,
            String detail,
            Optional<Duration> retryAfter,
            List<FoundLink> found) {
        List<String> notes = new ArrayList<>();
        Stream.of(detail).filter(note -> !note.isEmpty()).forEach(notes::add);
        exchange.cut().map(Body.Cut::toString).ifPresent(notes::add);
        // A challenge page with status 200 means: too fast, or not you. Nothing is evaded.
        Optional<String> blocked = kept.flatMap(CaptureSink.Kept::blocked);
        blocked.map(mark -> "block page: " + mark).ifPresent(notes::add);
        // One answer for all who are not known: nobody is told to slow down by it.
        Optional<String> login = kept.flatMap(CaptureSink.Kept::login);
        login.map(mark -> "login page: " + mark).ifPresent(notes::add);
        Optional<String> gone = kept.flatMap(CaptureSink.Kept::gone);
        gone.map(mark -> "says that it is gone: " + mark).ifPresent(notes::add);
        kept.flatMap(CaptureSink.Kept::scripted)
                .map(mark -> "written by scripts: " + mark)
                .ifPresent(notes::add);
        kept.map(CaptureSink.Kept::notes).ifPresent(notes::addAll);
        Ending judged =
                blocked.isPresent()
                        ? Ending.TROUBLED
                        : login.isPresent()
                                ? Ending.DENIED
                                : gone.isPresent() ? Ending.MISSING : ending;
        FetchReport.Answer answer =
                new FetchReport.Answer(
                        OptionalInt.of(exchange.status()),
                        exchange.body().length,
                        exchange.took(),
                        validators(exchange));
        FetchReport report =
                FetchReport.of(judged, shortened(String.join("; ", notes)), answer)
                        .asking(retryAfter)
                        .leadingTo(found);
        return kept.map(page ->
                        report.keptAs(OptionalLong.of(page.sequence()))
                                .saying(new FetchReport.Content(page.content(), page.relevance()))
                                .showing(page.postings()))
                .orElse(report);
    }

    /// Notes may quote the server, which has more to say than a log wants to hear.
    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, LONGEST_DETAIL) + "…";
    }

    /// Only of a 200 that came whole: what a later 304 refers to must be what we hold.
    static Validators validators(FetchedExchange exchange) {
        return exchange.status() == 200 && exchange.truncated().isEmpty()
                ? Validators.ofHeaders(exchange.header("ETag"), exchange.header("Last-Modified"))
                : Validators.NONE;
    }

    private static FetchReport nothingAsked(Ending ending, String why) {
        return FetchReport.of(ending, why, Duration.ZERO);
    }

    private static FetchReport robots(int status, String detail, Duration took) {
        return FetchReport.of(
                Ending.CAPTURED,
                detail,
                new FetchReport.Answer(OptionalInt.of(status), 0, took, Validators.NONE));
    }

    private static FetchReport noRobots(
            String detail, Duration took, Optional<Duration> retryAfter) {
        return FetchReport.of(Ending.TROUBLED, detail, took).asking(retryAfter);
    }
}
