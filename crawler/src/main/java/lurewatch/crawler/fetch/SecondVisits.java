package lurewatch.crawler.fetch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import lurewatch.crawler.frontier.Aside;
import lurewatch.crawler.frontier.FetchReport;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.frontier.SecondLook;
import lurewatch.crawler.frontier.SecondLook.Result;
import lurewatch.crawler.settings.SecondLooks;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Site.Scripts;
import lurewatch.indexer.Digest;

/// Asks for some pages once more under another user agent, and says whether others are shown
/// something else than our robot.
///
/// One lease becomes up to three requests, the host's gap between any two: ours, the other, and
/// where they differ ours again. Pages change, and many are never the same twice; only a page that
/// shows us the same twice, or nearly, and the other something else, is *different*; from then on
/// it is looked at so with every visit.
///
/// What waits for its next request lives in memory: where the process ends before, or others want
/// the place of one that has waited for a day, the URL is as due as before, and what was kept is
/// kept.
final class SecondVisits {
    private static final String WHAT = "SECOND_LOOK";

    /// Pages that may wait for a further request at the same time.
    private static final int MOST = 64;

    /// Answers without a page that are meant, and no mishap.
    private static final Set<Ending> NO_PAGE =
            EnumSet.of(Ending.REDIRECTED, Ending.MISSING, Ending.DENIED);

    /// Where two looks of ours differ, another's must differ by so much more.
    private static final double MARGIN = 0.1;

    private final SecondLooks settings;
    private final Frontier frontier;
    private final CaptureSink sink;
    private final Reports reports;
    private final InstantSource clock;
    private final Set<String> rendered = new HashSet<>();
    private final WaitingPages<Waiting> waiting = new WaitingPages<>(MOST);

    SecondVisits(
            SecondLooks settings,
            Iterable<Site> sites,
            Frontier frontier,
            CaptureSink sink,
            Reports reports,
            InstantSource clock) {
        this.clock = clock;
        this.settings = settings;
        this.frontier = frontier;
        this.sink = sink;
        this.reports = reports;
        for (Site site : sites) {
            if (site.scripts() != Scripts.NEVER) {
                rendered.add(site.name());
            }
        }
    }

    /// How a request ended, and when. Holds no page: many may wait, and for long.
    ///
    /// @param page the sequence of the capture, where a page came
    /// @param isLoop whether the answer was to ask for the very same once more
    private record Look(OptionalLong page, boolean isLoop, FetchReport report, Instant end) {
        /// Whether both are pages that say the same, or the same answer without one.
        boolean saysTheSameAs(Look other) {
            if (page.isPresent() && other.page.isPresent()) {
                return report.content().equals(other.report.content());
            }
            return isMeant() && other.isMeant() && said().equals(other.said());
        }

        /// Whether it is an answer without a page, on purpose.
        boolean isMeant() {
            return page.isEmpty() && !isLoop && NO_PAGE.contains(report.ending());
        }

        String said() {
            String status =
                    report.status().isPresent() ? Integer.toString(report.status().getAsInt()) : "";
            return (status + " " + report.detail()).strip();
        }
    }

    /// A page between two of its requests.
    ///
    /// @param other the one under the other user agent, once it has ended
    private record Waiting(Look first, Optional<Look> other) {}

    /// The user agent that the next request of this lease is made under, where it is not the usual
    /// one.
    Optional<String> agent(Lease lease) {
        return waiting(lease).filter(page -> page.other().isEmpty()).map(_ -> settings.userAgent());
    }

    /// Whether the next request of this lease is one of several to be compared: no server may say
    /// that nothing has changed then.
    boolean compares(Lease lease) {
        return waiting(lease).isPresent();
    }

    private Optional<Waiting> waiting(Lease lease) {
        return waiting.get(lease.id());
    }

    /// Takes the lease over where it is one of several requests.
    ///
    /// @return whether it did; otherwise the lease is the caller's to end
    boolean settle(Lease lease, FetchOutcome outcome, Optional<CaptureSink.Kept> kept) {
        Optional<Waiting> page = waiting(lease);
        if (page.isEmpty() && !isPicked(lease, outcome, kept)) {
            return false;
        }
        return switch (outcome) {
            case FetchOutcome.RobotsRead _,
                    FetchOutcome.RobotsMoved _,
                    FetchOutcome.RobotsUnreachable _,
                    FetchOutcome.Crowded _,
                    FetchOutcome.OutOfTurn _ ->
                    false; // the page was not asked for yet
            case FetchOutcome.Aborted _ -> {
                waiting.remove(lease.id());
                yield false;
            }
            case FetchOutcome.Answered _,
                    FetchOutcome.Disallowed _,
                    FetchOutcome.Refused _,
                    FetchOutcome.Failed _ -> {
                next(lease, page, look(lease, outcome, kept));
                yield true;
            }
        };
    }

    private Look look(Lease lease, FetchOutcome outcome, Optional<CaptureSink.Kept> kept) {
        FetchReport report = reports.of(lease, outcome, kept);
        boolean isPage = outcome instanceof FetchOutcome.Captured;
        boolean isLoop =
                outcome instanceof FetchOutcome.Redirected moved
                        && moved.target()
                                .filter(url -> url.toString().equals(lease.url()))
                                .isPresent();
        return new Look(
                isPage ? report.capture() : OptionalLong.empty(), isLoop, report, clock.instant());
    }

    private void next(Lease lease, Optional<Waiting> page, Look look) {
        if (page.isEmpty()) {
            hold(lease, new Waiting(look, Optional.empty()), look);
            return;
        }
        Look first = page.get().first();
        if (page.get().other().isPresent()) {
            Look other = page.get().other().get();
            List<Aside> asides =
                    List.of(
                            new Aside(first.report().ending().name(), first.report(), first.end()),
                            aside(other));
            end(lease, look, asides, look, result(first, other, look), other);
        } else if (look.saysTheSameAs(first)) {
            String what = look.page().isPresent() ? "the same page" : "the same answer";
            SecondLook same = new SecondLook(Result.SAME, what);
            end(lease, first, List.of(aside(look)), look, same, look);
        } else {
            hold(lease, new Waiting(first, Optional.of(look)), look);
        }
    }

    /// Whoever gets the lease next must find the page among those that wait: it goes there first.
    private void hold(Lease lease, Waiting page, Look last) {
        waiting.put(lease.id(), page, clock.instant());
        frontier.hold(lease, last.report());
    }

    private static Aside aside(Look other) {
        return new Aside(WHAT, other.report(), other.end());
    }

    private void end(
            Lease lease, Look ours, List<Aside> asides, Look last, SecondLook look, Look other) {
        FetchReport report = ours.report().noting("second look: " + look.detail());
        if (look.result() == Result.DIFFERENT) {
            report = report.with(other.report());
        }
        waiting.remove(lease.id());
        frontier.compared(lease, report, asides, last.report(), look);
    }

    private SecondLook result(Look first, Look other, Look again) {
        if (first.page().isPresent() && again.page().isEmpty()) {
            return new SecondLook(Result.UNKNOWN, "our own next request gave no page");
        }
        if (first.page().isEmpty() && !again.saysTheSameAs(first)) {
            return new SecondLook(Result.UNKNOWN, "our own next request was answered otherwise");
        }
        if (other.page().isEmpty()) {
            return noPage(other);
        }
        if (first.page().isEmpty()) {
            return new SecondLook(
                    Result.DIFFERENT,
                    "others are shown a page, capture c"
                            + other.page().getAsLong()
                            + ", where we are answered "
                            + first.said());
        }
        if (again.saysTheSameAs(other)) {
            return new SecondLook(Result.SAME, "the page changed meanwhile, for both");
        }
        return compared(first, other, again);
    }

    private static SecondLook noPage(Look other) {
        if (other.isLoop()) {
            return new SecondLook(
                    Result.UNKNOWN, "others are sent to the same page once more: " + other.said());
        }
        return other.isMeant()
                ? new SecondLook(Result.DIFFERENT, "others are answered " + other.said())
                : new SecondLook(Result.UNKNOWN, "it failed: " + other.said());
    }

    /// Of three pages.
    private SecondLook compared(Look first, Look other, Look again) {
        boolean isSteady = again.saysTheSameAs(first);
        OptionalDouble ours = isSteady ? OptionalDouble.of(1) : likeness(first, again);
        OptionalDouble before = likeness(first, other);
        OptionalDouble after = likeness(again, other);
        if (ours.isEmpty() || before.isEmpty() || after.isEmpty()) {
            return new SecondLook(Result.UNKNOWN, "a capture of it cannot be read any more");
        }
        double own = ours.getAsDouble();
        double others = Math.max(before.getAsDouble(), after.getAsDouble());
        boolean differs = isSteady || others + MARGIN < own;
        String figures =
                String.format(
                        Locale.ROOT,
                        "%.2f like ours where ours are %.2f like each other",
                        others,
                        own);
        return differs
                ? new SecondLook(
                        Result.DIFFERENT,
                        "others are shown another page, capture c"
                                + other.page().getAsLong()
                                + ", "
                                + figures)
                : new SecondLook(Result.CHANGING, "the page changes with every look, " + figures);
    }

    private OptionalDouble likeness(Look one, Look other) {
        return sink.likeness(one.page().orElseThrow(), other.page().orElseThrow());
    }

    /// A page that came whole and is what was asked for, of a site whose pages no browser is shown;
    /// or the answer that it is elsewhere or not there, as robots are told by some. Who is turned
    /// away (403) does not come back under another name. Who was given a page for a cookie or an id
    /// would have to be compared with another who brings one.
    private boolean isPicked(Lease lease, FetchOutcome outcome, Optional<CaptureSink.Kept> kept) {
        return settings.share() > 0
                && outcome instanceof FetchOutcome.Answered answered
                && isComparable(answered)
                && kept.filter(SecondVisits::isItself).isPresent()
                && !rendered.contains(lease.site())
                && waiting.hasRoom(clock.instant())
                && (frontier.showsOthersAnother(lease)
                        || draw(answered.exchange()) < settings.share());
    }

    private static boolean isComparable(FetchOutcome.Answered answered) {
        FetchedExchange answer = answered.exchange();
        return answer.cut().isEmpty()
                && !answer.wasKnownAgain()
                && switch (answered) {
                    case FetchOutcome.Captured _ -> answer.status() == 200 && answer.isHtml();
                    case FetchOutcome.Declined _ ->
                            answer.status() == 404 || answer.status() == 410;
                    case FetchOutcome.Redirected moved -> moved.bag().isEmpty();
                    case FetchOutcome.Unchanged _, FetchOutcome.Groundless _ -> false;
                };
    }

    private static boolean isItself(CaptureSink.Kept page) {
        return page.blocked().isEmpty() && page.login().isEmpty() && page.gone().isEmpty();
    }

    /// 0 to 1: as good as by chance, and the same for the same visit.
    private static double draw(FetchedExchange answer) {
        String visit = answer.url() + "\n" + answer.exchange().fetchedAt();
        return Integer.parseInt(Digest.of(visit).prefix(7), 16) / (double) (1 << 28);
    }
}
