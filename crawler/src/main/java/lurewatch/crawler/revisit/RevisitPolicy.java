package lurewatch.crawler.revisit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import lurewatch.crawler.settings.Revisit;
import lurewatch.crawler.settings.Schedule;

/// When a known page is due again, by what its visits, its host's pages and all pages were like.
///
/// Times are hours from any beginning, gaps are hours. Not thread-safe; each call costs
/// microseconds, however much is known.
public final class RevisitPolicy {
    /// The shape of the prior of a page's rate: below 1, since most pages hardly ever change and a
    /// few do all the time.
    private static final double PAGE_SHAPE = 0.5;

    /// Events as if seen at a host, at the mean rate of all hosts.
    private static final double HOST_EVENTS = 3;

    /// Events as if seen anywhere, at the rates below.
    private static final double FIRST_EVENTS = 20;

    private static final double USUAL_ADS = 1 / 12.0;
    private static final double USUAL_DETAIL_CHANGES = 1 / 240.0;
    private static final double USUAL_OTHER_CHANGES = 1 / 336.0;

    /// What a page did so long ago says half as much as what it does now.
    private static final double LISTING_HALF_LIFE = 14 * 24;

    private static final double PAGE_HALF_LIFE = 60 * 24;

    /// What a listing shows at its first visit came some days ago.
    private static final double AGE_OF_STOCK = 72;

    private static final double MISS_FIRST = 1;
    private static final double MISS_FACTOR = 8;
    private static final double MISS_WANTED = 30 * 24;
    private static final double MISS_LONGEST = 180 * 24;

    /// One ad in so many hours comes back, and its return is worth less than a change of one that
    /// is there.
    private static final double RETURNS = 1 / 720.0;

    /// An excess of the price, in hours, too small to put off anything for.
    private static final double AMPLE = 0.01;

    /// Listings tell of most returns.
    private static final double RETURN_WEIGHT = 0.02;

    /// Before anything was seen, half of what leaves a listing has ended, and a listing tells of
    /// few ends; as if so many had been seen.
    private static final double USUALLY_ENDED = 0.5;

    private static final double USUALLY_TOLD = 0.1;
    private static final double LEFT_EVENTS = 2;

    private final Revisit settings;
    private final double[] fuse;
    private final double adWorth;
    private final Habits all = Habits.ofAll();
    private final Lifetimes lifetimes = new Lifetimes();
    private final Price price;

    public RevisitPolicy(Schedule schedule) {
        settings = schedule.revisit();
        fuse = hours(schedule.detailFuse());
        adWorth = hours(settings.adWorth());
        price = new Price(settings.budget(), hours(settings.visitWorth()));
    }

    /// Learns what a visit showed, and gives what is remembered of the page from now on.
    public Track learn(Page page, Track track, Sight sight, Habits host) {
        return page.pageClass().isListing()
                ? listing(page.pageClass(), track, sight, host)
                : page(page.pageClass(), track, sight, host);
    }

    private Track listing(PageClass pageClass, Track track, Sight sight, Habits host) {
        if (sight.kind() == Sight.Kind.GONE) {
            return track;
        }
        if (sight.kind() == Sight.Kind.FIRST) {
            // What stands there now came at unknown times.
            return track.visited();
        }
        Rate shown = new Rate(sight.newAds(), lifetimes.of(host).hoursWithin(sight.gap()));
        host.add(kind(pageClass), shown);
        all.add(kind(pageClass), shown);
        return new Track(
                track.visits() + 1,
                track.changes() + (sight.newAds() > 0 ? 1 : 0),
                track.seen().faded(sight.gap(), LISTING_HALF_LIFE).plus(shown));
    }

    private Track page(PageClass pageClass, Track track, Sight sight, Habits host) {
        boolean isAd = pageClass == PageClass.DETAIL;
        double before = Math.max(0, sight.age() - sight.gap());
        if (sight.kind() == Sight.Kind.GONE) {
            if (isAd && sight.gap() > 0) {
                lifetimes.ended(host, before, before + sight.gap());
            }
            if (isAd) {
                learnOfListings(host, sight);
            }
            return track;
        }
        if (sight.kind() == Sight.Kind.FIRST) {
            return track.visited();
        }
        if (isAd) {
            learnOfListings(host, sight);
        }
        boolean changed = sight.kind() == Sight.Kind.CHANGED;
        Rate shown =
                changed
                        ? Rate.changed(sight.gap(), believed(pageClass, track, host).perHour())
                        : Rate.unchanged(sight.gap());
        Habits.Kind kind = kind(pageClass);
        host.add(kind, shown);
        all.add(kind, shown);
        if (isAd && sight.gap() > 0) {
            lifetimes.alive(host, before, before + sight.gap());
        }
        return new Track(
                track.visits() + 1,
                track.changes() + (changed ? 1 : 0),
                track.seen().faded(sight.gap(), PAGE_HALF_LIFE).plus(shown));
    }

    /// Whether listings tell of ends here, and truly.
    private void learnOfListings(Habits host, Sight sight) {
        boolean ended = sight.kind() == Sight.Kind.GONE;
        if (sight.left()) {
            learn(Habits.Kind.LEFT, host, new Rate(ended ? 1 : 0, 1));
        }
        if (ended) {
            learn(Habits.Kind.TOLD, host, new Rate(sight.left() ? 1 : 0, 1));
        }
    }

    private void learn(Habits.Kind kind, Habits host, Rate seen) {
        host.add(kind, seen);
        all.add(kind, seen);
    }

    /// The share of one kind at a host, drawn towards that of all hosts.
    private double share(Habits.Kind kind, Habits host, double usual) {
        return host.mean(kind, all.mean(kind, usual, LEFT_EVENTS), LEFT_EVENTS);
    }

    /// When the page is due again.
    ///
    /// @param age of a posting, in hours since it appeared
    public Plan plan(Page page, Track track, double age, Habits host) {
        Plan plan =
                page.pageClass().isListing()
                        ? listing(page, track, host)
                        : page(page, track, age, host);
        double watched = page.watch().map(RevisitPolicy::hours).orElse(Double.POSITIVE_INFINITY);
        return plan.hours() <= watched
                ? plan
                : new Plan(
                        watched,
                        Plan.Reason.WATCH,
                        plan.perHour(),
                        plan.low(),
                        plan.high(),
                        plan.worth(),
                        Demand.fixed(1 / watched));
    }

    private Plan listing(Page page, Track track, Habits host) {
        Rate ads = believed(page.pageClass(), track, host);
        Survival survival = lifetimes.of(host);
        DoubleUnaryOperator worth = gap -> Worth.ofListing(adWorth, ads.perHour(), survival, gap);
        double shortest = hours(page.shortest());
        double longest = Math.max(shortest, hours(settings.longestListing()));
        double gap = Worth.gapFor(price.excess(), worth, shortest, longest);
        return plan(gap, Plan.Reason.WISH, shortest, longest, ads, worth);
    }

    private Plan page(Page page, Track track, double age, Habits host) {
        Rate changes = believed(page.pageClass(), track, host);
        DoubleUnaryOperator worth = worth(page.pageClass(), changes.perHour(), age, host);
        double longest = hours(settings.longest());
        int next = track.visits() - 1;
        if (page.pageClass() == PageClass.DETAIL && next < fuse.length) {
            double wanted = fuse[Math.max(0, next)];
            double gap = Worth.gapFor(price.excess(), worth, wanted, Math.max(wanted, longest));
            return plan(gap, Plan.Reason.FUSE, wanted, longest, changes, worth);
        }
        double shortest = hours(settings.shortest());
        double gap = Worth.gapFor(price.hours(), worth, shortest, longest);
        return plan(gap, Plan.Reason.WORTH, shortest, longest, changes, worth);
    }

    private DoubleUnaryOperator worth(
            PageClass pageClass, double perHour, double age, Habits host) {
        DoubleUnaryOperator ofChanges = gap -> Worth.ofPage(perHour, gap);
        if (pageClass != PageClass.DETAIL) {
            return ofChanges;
        }
        Survival survival = lifetimes.of(host);
        double untold = 1 - share(Habits.Kind.TOLD, host, USUALLY_TOLD);
        return gap ->
                ofChanges.applyAsDouble(gap)
                        + Worth.ofEnd(untold * survival.expected(age, age + gap), gap);
    }

    /// @param atShortest the reason for the shortest gap; pages that have one of their own are
    ///   asked for no more than the price's excess
    private static Plan plan(
            double gap,
            Plan.Reason atShortest,
            double shortest,
            double longest,
            Rate rate,
            DoubleUnaryOperator worthAt) {
        Plan.Reason reason =
                gap <= shortest
                        ? atShortest
                        : gap < longest ? Plan.Reason.WORTH : Plan.Reason.LONGEST;
        double worth = worthAt.applyAsDouble(gap);
        double visits = Math.sqrt(worth) / gap;
        Demand demand =
                reason == Plan.Reason.LONGEST
                        ? Demand.fixed(1 / gap)
                        : atShortest == Plan.Reason.WORTH
                                ? Demand.elastic(visits)
                                : Demand.eager(visits);
        return new Plan(gap, reason, rate.perHour(), rate.low(), rate.high(), worth, demand);
    }

    /// A page's own history on top of what its host's pages and all pages were like.
    private Rate believed(PageClass pageClass, Track track, Habits host) {
        Habits.Kind kind = kind(pageClass);
        double anywhere = all.mean(kind, usual(pageClass), FIRST_EVENTS);
        return track.seen().plus(Rate.of(PAGE_SHAPE, host.mean(kind, anywhere, HOST_EVENTS)));
    }

    /// What a visit now is worth if somebody says that a page has changed, in hours: the time until
    /// its planned visit for which its copy would be out of date, as far as that is to be believed.
    ///
    /// @param gap hours since it was last looked at
    /// @param until hours until its planned visit
    /// @param misses answers in a row that it is not there
    public double worthOfNews(
            Page page,
            Track track,
            Habits host,
            Trust trust,
            double gap,
            double until,
            int misses) {
        double perHour = misses > 0 ? RETURNS : believed(page.pageClass(), track, host).perHour();
        return until * trust.believed(-Math.expm1(-perHour * gap));
    }

    /// What a visit now is worth since a listing that showed a posting shows it no more, in hours:
    /// the time until its planned visit for which it would be believed to be there, as far as such
    /// news has been true.
    ///
    /// @param until hours until its planned visit
    public double worthOfLeaving(Habits host, double until) {
        return until * share(Habits.Kind.LEFT, host, USUALLY_ENDED);
    }

    /// How well a host's listings that show a posting no more agreed with what visits found.
    public static Trust trustInLeaving(Habits host) {
        Rate left = host.get(Habits.Kind.LEFT);
        Rate told = host.get(Habits.Kind.TOLD);
        return new Trust(
                left.events(), left.hours() - left.events(), told.hours() - told.events(), 0);
    }

    /// When a page that is not there is looked for again: soon, since one answer proves nothing,
    /// then less and less, since ads come back.
    ///
    /// @param misses answers in a row, this one included, that it is not there
    public Plan afterMiss(int misses) {
        double wanted =
                Math.min(MISS_WANTED, MISS_FIRST * Math.pow(MISS_FACTOR, Math.max(0, misses - 1)));
        DoubleUnaryOperator worth = gap -> RETURN_WEIGHT * Worth.ofPage(RETURNS, gap);
        double gap = Worth.gapFor(price.excess(), worth, wanted, MISS_LONGEST);
        return new Plan(
                gap,
                Plan.Reason.MISSING,
                RETURNS,
                RETURNS,
                RETURNS,
                worth.applyAsDouble(gap),
                Demand.fixed(1 / gap));
    }

    /// How old a posting is when a listing first shows it, in hours: it may have come at any time
    /// since the listing's last visit.
    ///
    /// @param gap hours since that visit; 0 where there was none
    public static double ageWhenFound(double gap) {
        return gap > 0 ? gap / 2 : AGE_OF_STOCK;
    }

    /// The page was to be visited at one gap, and now is at another; infinite means not at all.
    public void replan(Demand before, Demand after, double now) {
        price.replan(before, after, now);
    }

    /// A page was fetched for the first time.
    public void newPage(double now) {
        price.newPage(now);
    }

    /// What a visit must be worth now, in hours.
    public double price() {
        return price.hours();
    }

    /// Whether the budget suffices for everything worth a visit.
    public boolean isAmple() {
        return price.excess() < AMPLE;
    }

    /// Requests a day that the plans given out come to, new pages included.
    public double plannedADay() {
        return price.plannedADay();
    }

    /// What is learnt of all pages, by name, to be stored.
    public Map<String, Rate> memory() {
        Map<String, Rate> memory = new TreeMap<>(price.memory());
        for (Habits.Kind kind : Habits.Kind.values()) {
            memory.put("all " + kind, all.get(kind));
        }
        for (int span = 0; span < Survival.SPANS; span++) {
            memory.put("life " + span, lifetimes.seen(span));
        }
        return memory;
    }

    /// Goes on from what was stored.
    public void restore(Map<String, Rate> memory) {
        price.restore(memory);
        for (Habits.Kind kind : Habits.Kind.values()) {
            all.set(kind, memory.getOrDefault("all " + kind, Rate.NONE));
        }
        for (int span = 0; span < Survival.SPANS; span++) {
            lifetimes.seen(span, memory.getOrDefault("life " + span, Rate.NONE));
        }
    }

    private static Habits.Kind kind(PageClass pageClass) {
        return switch (pageClass) {
            case HUB, FEED -> Habits.Kind.ADS;
            case SITEMAP -> Habits.Kind.PAGES;
            case DETAIL -> Habits.Kind.DETAILS;
            case OTHER -> Habits.Kind.OTHERS;
        };
    }

    private static double usual(PageClass pageClass) {
        return switch (pageClass) {
            case HUB, FEED, SITEMAP -> USUAL_ADS;
            case DETAIL -> USUAL_DETAIL_CHANGES;
            case OTHER -> USUAL_OTHER_CHANGES;
        };
    }

    private static double[] hours(List<Duration> gaps) {
        return gaps.stream().mapToDouble(RevisitPolicy::hours).toArray();
    }

    static double hours(Duration gap) {
        return gap.toMillis() / 3_600_000.0;
    }
}
