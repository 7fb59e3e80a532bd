package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import lurewatch.crawler.revisit.Demand;
import lurewatch.crawler.revisit.Habits;
import lurewatch.crawler.revisit.Page;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.revisit.Plan;
import lurewatch.crawler.revisit.RevisitPolicy;
import lurewatch.crawler.revisit.Sight;
import lurewatch.crawler.revisit.Track;
import lurewatch.crawler.revisit.Trust;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Site;

/// When a URL is due again, by its row and by how its fetch ended: after a visit as the policy of
/// revisits says, after trouble by rules of its own. No ending is final, because sources that were
/// gone come back.
final class Revisits {
    private static final Duration DAY = Duration.ofDays(1);

    /// A page that is not for us: looked at again soon, because one answer proves nothing.
    private static final Duration DENIED_FIRST = Duration.ofHours(1);

    private static final Duration DENIED_CAP = Duration.ofDays(30);

    /// Sitemaps are written for engines that come once a day; a site has hundreds of them.
    private static final Duration SITEMAP = Duration.ofHours(6);

    private static final Duration RETRY_CAP = Duration.ofHours(6);

    /// A planned visit goes ahead if today's plan puts it off by less than this share of its gap.
    private static final double WORTH_PUTTING_OFF = 0.1;

    /// A page that is visited time and again at the same gap waits for up to so much longer each
    /// time, so that its server's log shows no fixed period.
    private static final double MOST_JITTER = 0.1;

    private final Schedule schedule;
    private final Map<String, Site> sites;
    private final RevisitPolicy policy;
    private final RandomGenerator random;

    Revisits(Schedule schedule, Map<String, Site> sites, RandomGenerator random) {
        this.random = random;
        this.schedule = schedule;
        this.sites = sites;
        this.policy = new RevisitPolicy(schedule);
    }

    RevisitPolicy policy() {
        return policy;
    }

    /// The row's state after this fetch.
    ///
    /// @param newAds postings never seen before, to which the page links
    Next after(UrlRow row, Habits host, FetchReport report, int newAds, Instant now) {
        return switch (report.ending()) {
            case CAPTURED -> visited(row, host, report, newAds, now);
            case UNCHANGED -> visited(row, host, report, newAds, now);
            case REDIRECTED -> moved(row, host, now);
            case MISSING -> gone(row, host, now);
            case DENIED -> missed(row, DENIED_FIRST, now);
            case DISALLOWED, REFUSED -> missed(row, DAY, now);
            case TROUBLED -> failed(row, host, row.validators(), now);
            // What we hold may be why: next time the whole page is asked for.
            case FAILED -> failed(row, host, Validators.NONE, now);
        };
    }

    private Next visited(UrlRow row, Habits host, FetchReport report, int newAds, Instant now) {
        if (row.lastAt().isEmpty()) {
            policy.newPage(hours(now));
        }
        boolean unchanged = report.ending() == FetchReport.Ending.UNCHANGED;
        Sight sight =
                new Sight(kind(row, report), gap(row, now), newAds, age(row, now), row.isLeft());
        Page page = page(row);
        Track track = policy.learn(page, row.track(), sight, host);
        Plan plan = planned(row, policy.plan(page, track, sight.age(), host), now);
        return new Next(
                due(row, now, plan),
                track,
                0,
                0,
                unchanged ? row.validators() : report.validators(),
                Optional.of(now),
                unchanged ? row.content() : report.content(),
                plan.demand());
    }

    /// How a page that came compares with the last visit.
    static Sight.Kind kind(UrlRow row, FetchReport report) {
        if (row.seenAt().isEmpty()) {
            return Sight.Kind.FIRST;
        }
        if (report.ending() == FetchReport.Ending.UNCHANGED) {
            return Sight.Kind.SAME;
        }
        if (row.pageClass().isListing() && row.pageClass() != PageClass.SITEMAP) {
            return Sight.Kind.CHANGED; // what counts of a listing are its new postings
        }
        boolean comparable = row.content().isPresent() && report.content().isPresent();
        if (!comparable) {
            return Sight.Kind.FIRST;
        }
        return row.content().equals(report.content()) ? Sight.Kind.SAME : Sight.Kind.CHANGED;
    }

    private Next moved(UrlRow row, Habits host, Instant now) {
        Track track = row.track().visited();
        if (row.chain() > 0) {
            return passed(row, track, now);
        }
        Plan plan = planned(row, policy.plan(page(row), track, age(row, now), host), now);
        return new Next(
                due(row, now, plan),
                track,
                0,
                0,
                Validators.NONE,
                Optional.empty(),
                row.content(),
                plan.demand());
    }

    /// One that a redirect led to and that leads on: it is passed whenever its chain is followed
    /// from the beginning, and hardly ever worth a visit of its own.
    private Next passed(UrlRow row, Track track, Instant now) {
        Duration gap = Pace.doubled(DAY, row.track().visits(), DENIED_CAP);
        Demand demand = Demand.fixed(1 / hours(gap));
        policy.replan(row.demand(), demand, hours(now));
        return new Next(
                now.plus(gap),
                track,
                0,
                0,
                Validators.NONE,
                Optional.empty(),
                row.content(),
                demand);
    }

    private Next gone(UrlRow row, Habits host, Instant now) {
        if (row.seenAt().isPresent() && row.misses() == 0) {
            Sight sight = new Sight(Sight.Kind.GONE, gap(row, now), 0, age(row, now), row.isLeft());
            policy.learn(page(row), row.track(), sight, host);
        }
        Plan plan = planned(row, policy.afterMiss(row.misses() + 1), now);
        return new Next(
                due(now, plan),
                row.track(),
                0,
                row.misses() + 1,
                Validators.NONE,
                Optional.empty(),
                row.content(),
                plan.demand());
    }

    /// A validator of a page that is not there could make it look unchanged once another takes its
    /// place.
    private static Next missed(UrlRow row, Duration first, Instant now) {
        Duration gap = Pace.doubled(first, row.misses(), DENIED_CAP);
        return new Next(
                now.plus(gap),
                row.track(),
                0,
                row.misses() + 1,
                Validators.NONE,
                Optional.empty(),
                row.content(),
                row.demand());
    }

    private Next failed(UrlRow row, Habits host, Validators kept, Instant now) {
        int fails = row.fails() + 1;
        int doublings = Math.min(row.fails(), schedule.retries());
        Duration backOff = Pace.doubled(schedule.retry(), doublings, RETRY_CAP);
        Instant soon = now.plus(backOff);
        Instant usual = due(now, policy.plan(page(row), row.track(), age(row, now), host));
        return new Next(
                fails > schedule.retries() && usual.isAfter(soon) ? usual : soon,
                row.track(),
                fails,
                row.misses(),
                kept,
                Optional.empty(),
                row.content(),
                row.demand());
    }

    private Plan planned(UrlRow row, Plan plan, Instant now) {
        policy.replan(row.demand(), plan.demand(), hours(now));
        return plan;
    }

    /// What today's price makes of a page as it was last seen; empty where none of that decides: it
    /// was never seen, or is being tried again after trouble.
    Optional<Plan> explained(UrlRow row, Habits host) {
        if (row.misses() > 0) {
            return Optional.of(policy.afterMiss(row.misses()));
        }
        return row.seenAt()
                .filter(_ -> row.fails() == 0)
                .map(seen -> policy.plan(page(row), row.track(), age(row, seen), host));
    }

    /// What a page that is due now is due for by today's price, where that is later: what the
    /// budget could not bear is put off, not made up for.
    Optional<Next> putOff(UrlRow row, Habits host, Instant now) {
        boolean revisit = row.seenAt().isPresent() && row.fails() == 0 && row.hops() == 0;
        if (!revisit || row.misses() > 0 || policy.isAmple()) {
            return Optional.empty();
        }
        Instant last = row.seenAt().orElseThrow();
        Plan plan = policy.plan(page(row), row.track(), age(row, last), host);
        Instant due = due(last, plan);
        double wait = hours(Duration.between(now, due));
        if (wait <= WORTH_PUTTING_OFF * plan.hours()) {
            return Optional.empty();
        }
        planned(row, plan, now);
        return Optional.of(
                new Next(
                        due(row, last, plan),
                        row.track(),
                        0,
                        0,
                        row.validators(),
                        row.seenAt(),
                        row.content(),
                        plan.demand()));
    }

    /// Whether a page of which a change is claimed is worth a visit now.
    boolean isWorthNow(UrlRow row, Habits host, Trust trust, Instant due, Instant now) {
        if (row.pageClass().isListing()) {
            return true; // a sitemap that its index calls changed: there is no other use of an
            // index
        }
        double since = row.lastAt().map(last -> hours(Duration.between(last, now))).orElse(0.0);
        double until = hours(Duration.between(now, due));
        return policy.worthOfNews(page(row), row.track(), host, trust, since, until, row.misses())
                >= policy.price();
    }

    /// Whether a posting that has left its listing is worth a visit now.
    boolean isWorthNow(Habits host, Instant due, Instant now) {
        double until = hours(Duration.between(now, due));
        return policy.worthOfLeaving(host, until) >= policy.price();
    }

    /// What the policy has to know of it.
    Page page(UrlRow row) {
        Optional<Duration> watch =
                row.watched() ? Optional.of(schedule.watch().gap()) : Optional.empty();
        // New postings come in at the head of a list: its later pages are seen less often.
        Duration wished = wished(row).multipliedBy(row.paging() + 1L);
        boolean isSitemap = row.pageClass() == PageClass.SITEMAP;
        return new Page(
                row.pageClass(),
                isSitemap && wished.compareTo(SITEMAP) < 0 ? SITEMAP : wished,
                watch);
    }

    private Duration wished(UrlRow row) {
        return Optional.ofNullable(sites.get(row.site()))
                .flatMap(Site::revisit)
                .orElse(schedule.hub());
    }

    static double age(UrlRow row, Instant now) {
        return row.born().map(born -> Math.max(0, hours(Duration.between(born, now)))).orElse(0.0);
    }

    private static double gap(UrlRow row, Instant now) {
        return row.seenAt()
                .map(seen -> Math.max(0, hours(Duration.between(seen, now))))
                .orElse(0.0);
    }

    /// When a posting that a page shows for the first time appeared, as far as that can be told.
    static Instant born(UrlRow listing, Instant now) {
        double hours = RevisitPolicy.ageWhenFound(gap(listing, now));
        return now.minusMillis((long) (hours * 3_600_000));
    }

    private Instant due(UrlRow row, Instant from, Plan plan) {
        boolean isPeriodic = row.pageClass().isListing() || row.watched();
        double jitter = isPeriodic ? MOST_JITTER * random.nextDouble() : 0;
        return due(from, plan).plusMillis(Math.round(plan.hours() * jitter * 3_600_000));
    }

    private static Instant due(Instant from, Plan plan) {
        return from.plusMillis(Math.round(plan.hours() * 3_600_000));
    }

    private static double hours(Instant time) {
        return time.toEpochMilli() / 3_600_000.0;
    }

    private static double hours(Duration span) {
        return span.toMillis() / 3_600_000.0;
    }

    /// The changing part of a row.
    ///
    /// @param seen now, where the page was there; empty keeps the time of the last sight
    record Next(
            Instant dueAt,
            Track track,
            int fails,
            int misses,
            Validators validators,
            Optional<Instant> seen,
            OptionalLong content,
            Demand demand) {}
}
