package lurewatch.crawler.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import lurewatch.crawler.settings.Schedule;
import org.junit.jupiter.api.Test;

final class RevisitPolicyTest {
    private static final Page LISTING = page(PageClass.HUB, Optional.empty());
    private static final Page AD = page(PageClass.DETAIL, Optional.empty());
    private static final Page OTHER = page(PageClass.OTHER, Optional.empty());

    private RevisitPolicy policy = policy(100_000);
    private final Habits host = Habits.ofHost();
    private double now;

    private static RevisitPolicy policy(int budget) {
        Schedule usual = Schedule.DEFAULTS;
        return new RevisitPolicy(usual.with(usual.revisit().withBudget(budget)));
    }

    private static Page page(PageClass pageClass, Optional<Duration> watch) {
        return new Page(pageClass, Duration.ofMinutes(30), watch);
    }

    private Track after(Page page, Track track, Sight.Kind kind, double gap, int newAds) {
        return policy.learn(page, track, new Sight(kind, gap, newAds, gap), host);
    }

    /// A page with so many visits a day apart, of which so many found it changed.
    private Track track(Page page, int visits, int changes) {
        Track track = after(page, Track.NONE, Sight.Kind.FIRST, 0, 0);
        for (int i = 0; i < visits; i++) {
            Sight.Kind kind = i < changes ? Sight.Kind.CHANGED : Sight.Kind.SAME;
            track = after(page, track, kind, 24, i < changes ? 3 : 0);
        }
        return track;
    }

    /// Asks so much of the budget that the price is far above its least.
    private void press() {
        policy = policy(100);
        for (int hour = 0; hour < 48; hour++) {
            for (int i = 0; i < 20; i++) {
                policy.replan(Demand.NONE, Demand.elastic(0.02), now);
            }
            now++;
        }
        assertThat(policy.price()).isGreaterThan(5);
    }

    @Test
    void listingsAndFusesKeepTheirGapsWhileTheBudgetSuffices() {
        Track listing = track(LISTING, 20, 0);
        assertThat(policy.plan(LISTING, listing, 0, host).hours()).isEqualTo(0.5);
        Track ad = after(AD, Track.NONE, Sight.Kind.FIRST, 0, 0);
        Plan plan = policy.plan(AD, ad, 0, host);
        assertThat(plan.hours()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(plan.reason()).isEqualTo(Plan.Reason.FUSE);
    }

    @Test
    void underPressureListingsAreVisitedByTheirYield() {
        press();
        Track rich = track(LISTING, 10, 10);
        Track poor = track(LISTING, 10, 0);
        double often = policy.plan(LISTING, rich, 0, host).hours();
        double seldom = policy.plan(LISTING, poor, 0, host).hours();
        assertThat(often).isGreaterThan(0.5).isLessThan(seldom / 2);
        assertThat(seldom).isLessThanOrEqualTo(7 * 24);
    }

    @Test
    void whatChangesMoreOftenIsVisitedMoreOftenUpToAPoint() {
        double never = policy.plan(OTHER, track(OTHER, 30, 0), 0, host).hours();
        double weekly = policy.plan(OTHER, track(OTHER, 30, 4), 0, host).hours();
        assertThat(weekly).isLessThan(never);
        press();
        // What changes faster than the budget could follow gets less, not more.
        Track restless = new Track(50, 50, new Rate(100, 50));
        assertThat(policy.plan(OTHER, restless, 0, host).reason()).isEqualTo(Plan.Reason.LONGEST);
    }

    @Test
    void aPageIsExpectedToBeLikeItsHostsOthers() {
        Habits lively = Habits.ofHost();
        for (int i = 0; i < 50; i++) {
            policy.learn(OTHER, Track.NONE, new Sight(Sight.Kind.CHANGED, 6, 0, 0), lively);
            policy.learn(OTHER, Track.NONE, new Sight(Sight.Kind.SAME, 6, 0, 0), host);
        }
        Track fresh = Track.NONE.visited();
        assertThat(policy.plan(OTHER, fresh, 0, lively).hours())
                .isLessThan(policy.plan(OTHER, fresh, 0, host).hours() / 2);
    }

    @Test
    void somebodysWatchIsTheLongestGap() {
        press();
        Page watched = page(PageClass.DETAIL, Optional.of(Duration.ofMinutes(10)));
        Plan plan = policy.plan(watched, track(AD, 5, 0), 100, host);
        assertThat(plan.hours()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(plan.reason()).isEqualTo(Plan.Reason.WATCH);
    }

    @Test
    void theMissingAreLookedForSoonAndThenLessAndLess() {
        assertThat(policy.afterMiss(1).hours()).isEqualTo(1);
        assertThat(policy.afterMiss(2).hours()).isEqualTo(8);
        assertThat(policy.afterMiss(9).hours()).isEqualTo(720);
    }

    @Test
    void thePriceIsThatAtWhichTheBudgetIsKept() {
        policy = policy(500);
        Demand[] demands = new Demand[500];
        double[] due = new double[500];
        Arrays.fill(demands, Demand.NONE);
        Arrays.setAll(due, i -> i / 50.0);
        int visits = 0;
        Track track = new Track(10, 2, new Rate(2, 100));
        for (now = 0; now < 400; now += 0.05) {
            for (int i = 0; i < demands.length; i++) {
                if (due[i] <= now) {
                    Plan plan = policy.plan(OTHER, track, 0, host);
                    policy.replan(demands[i], plan.demand(), now);
                    demands[i] = plan.demand();
                    due[i] = now + plan.hours();
                    visits += now >= 200 ? 1 : 0;
                }
            }
        }
        assertThat(visits * 24 / 200.0).isBetween(450.0, 550.0);
    }

    @Test
    void whatIsLearntCanBeStored() {
        press();
        track(AD, 20, 5);
        RevisitPolicy other = policy(100);
        other.restore(policy.memory());
        assertThat(other.memory()).isEqualTo(policy.memory());
        Track track = track(AD, 3, 1);
        assertThat(other.price()).isEqualTo(policy.price());
        assertThat(track.changes()).isEqualTo(1);
    }

    @Test
    void anotherBudgetSetsAnotherPriceAtOnce() {
        press();
        RevisitPolicy halved = policy(50);
        halved.restore(policy.memory());
        assertThat(halved.price()).isCloseTo(4 * policy.price(), within(1e-6));
    }

    /// Ends that a listing tells of need no visits of their own.
    @Test
    void whereListingsTellOfEndsPostingsAreVisitedLess() {
        press();
        Track ad = track(AD, 5, 0);
        double before = policy.plan(AD, ad, 200, host).hours();
        for (int i = 0; i < 30; i++) {
            policy.learn(AD, ad, new Sight(Sight.Kind.GONE, 0, 0, 100, true), host);
        }
        assertThat(policy.plan(AD, ad, 200, host).hours()).isGreaterThan(before);
        assertThat(policy.worthOfLeaving(host, 100)).isCloseTo(100, within(10.0));
        for (int i = 0; i < 300; i++) {
            policy.learn(AD, ad, new Sight(Sight.Kind.SAME, 1, 0, 100, true), host);
        }
        assertThat(policy.worthOfLeaving(host, 100)).isLessThan(15);
    }
}
