package lurewatch.crawler.simulate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import lurewatch.crawler.revisit.Demand;
import lurewatch.crawler.revisit.Habits;
import lurewatch.crawler.revisit.Page;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.revisit.Plan;
import lurewatch.crawler.revisit.RevisitPolicy;
import lurewatch.crawler.revisit.Sight;
import lurewatch.crawler.revisit.Track;
import lurewatch.crawler.settings.Revisit;
import lurewatch.crawler.settings.Schedule;

/// The policy of the frontier, asked as the frontier asks it.
final class OwnRule implements Rule {
    private final World world;
    private final RevisitPolicy policy;
    private final Page listing;
    private final Page ad = page(PageClass.DETAIL, Duration.ZERO);
    private final Page other = page(PageClass.OTHER, Duration.ZERO);
    private final Track[] tracks;
    private final Habits[] hosts;
    private final Demand[] demands;
    private final int[] misses;
    private final double[] visited;
    private final double[] born;
    private final double[] planned;
    private final boolean[] left;

    OwnRule(World world, Schedule usual, double budget) {
        this.world = world;
        Revisit revisit = usual.revisit();
        Schedule schedule = usual.with(revisit.withBudget((int) Math.round(budget)));
        policy = new RevisitPolicy(schedule);
        listing = page(PageClass.HUB, schedule.hub());
        tracks = new Track[world.urls()];
        Arrays.fill(tracks, Track.NONE);
        hosts = new Habits[world.model().hosts()];
        Arrays.setAll(hosts, _ -> Habits.ofHost());
        demands = new Demand[world.urls()];
        Arrays.fill(demands, Demand.NONE);
        visited = new double[world.urls()];
        Arrays.fill(visited, Double.NaN);
        born = new double[world.urls()];
        misses = new int[world.urls()];
        planned = new double[world.urls()];
        left = new boolean[world.urls()];
    }

    private static Page page(PageClass pageClass, Duration shortest) {
        return new Page(pageClass, shortest, Optional.empty());
    }

    @Override
    public double after(int url, double now, Sight seen, Changed changed) {
        Sight sight = new Sight(seen.kind(), seen.gap(), seen.newAds(), seen.age(), left[url]);
        left[url] = false;
        Habits host = hosts[world.hostOf(url)];
        Page page = pageOf(url);
        tracks[url] = policy.learn(page, tracks[url], sight, host);
        Plan plan =
                sight.kind() == Sight.Kind.GONE
                        ? policy.afterMiss(++misses[url])
                        : policy.plan(page, tracks[url], sight.age(), host);
        double gap = plan.hours();
        visited[url] = now;
        born[url] = now - sight.age();
        if (sight.kind() == Sight.Kind.FIRST) {
            policy.newPage(now);
        }
        policy.replan(demands[url], plan.demand(), now);
        demands[url] = plan.demand();
        planned[url] = now + gap;
        return gap;
    }

    @Override
    public double postponed(int url, double now) {
        if (Double.isNaN(visited[url])) {
            return 0;
        }
        double age = visited[url] - born[url];
        Plan plan =
                misses[url] > 0
                        ? policy.afterMiss(misses[url])
                        : policy.plan(pageOf(url), tracks[url], age, hosts[world.hostOf(url)]);
        policy.replan(demands[url], plan.demand(), now);
        demands[url] = plan.demand();
        planned[url] = visited[url] + plan.hours();
        double wait = planned[url] - now;
        return wait > 0.1 * plan.hours() ? wait : 0;
    }

    @Override
    public boolean left(int url, double now) {
        left[url] = true;
        Habits host = hosts[world.hostOf(url)];
        return policy.worthOfLeaving(host, planned[url] - now) >= policy.price();
    }

    private Page pageOf(int url) {
        return url < world.listings() ? listing : url < world.knownAtFirst() ? other : ad;
    }
}
