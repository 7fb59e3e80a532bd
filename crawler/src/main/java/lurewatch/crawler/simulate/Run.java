package lurewatch.crawler.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import lurewatch.crawler.revisit.RevisitPolicy;
import lurewatch.crawler.revisit.Sight;

/// One schedule on one web at one budget. Requests are made at even distances. A page just found
/// goes first; then whatever is due soonest, and if nothing is due yet, that all the same: so every
/// schedule makes exactly as many requests.
final class Run {
    private final World world;
    private final Rule rule;
    private final double warmUp;
    private final double end;
    private final double step;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Deque<Integer> found = new ArrayDeque<>();
    private final double[] visited;
    private final double[] foundAge;
    private final double[] dueAt;
    private final int[] oldest;
    private final double[] nextChange;
    private final SplittableRandom[] changes;
    private final int[] nextAd;
    private final int[] nextEnd;

    private double fresh;
    private double believed;
    private long captured;

    Run(World world, Rule rule, double requestsADay) {
        this.world = world;
        this.rule = rule;
        warmUp = world.model().warmUp();
        end = world.model().end();
        step = 24 / requestsADay;
        int urls = world.urls();
        visited = new double[urls];
        java.util.Arrays.fill(visited, Double.NaN);
        foundAge = new double[urls];
        dueAt = new double[urls];
        oldest = new int[world.listings()];
        nextChange = new double[urls];
        changes = new SplittableRandom[urls];
        nextAd = new int[world.listings()];
        nextEnd = new int[world.listings()];
        for (int listing = 0; listing < world.listings(); listing++) {
            nextAd[listing] = world.firstAd(listing);
            oldest[listing] = world.firstAd(listing);
        }
    }

    Result run() {
        for (int url = 0; url < world.knownAtFirst(); url++) {
            due.add(new Due(0, url));
        }
        for (double now = 0; now < end; now += step) {
            int next = next(now);
            if (next >= 0) {
                visit(next, now);
            }
        }
        for (int url = world.listings(); url < world.urls(); url++) {
            if (!Double.isNaN(visited[url])) {
                account(url, end);
            }
        }
        return new Result((double) captured / adsToCapture(), believed == 0 ? 1 : fresh / believed);
    }

    private int next(double now) {
        if (!found.isEmpty()) {
            return found.removeFirst();
        }
        while (!due.isEmpty()) {
            Due first = due.remove();
            if (first.time() != dueAt[first.url()]) {
                continue; // it was visited meanwhile, and is due at another time
            }
            double wait = first.time() <= now ? rule.postponed(first.url(), now) : 0;
            if (wait <= 0) {
                return first.url();
            }
            plan(first.url(), now + wait);
        }
        return -1;
    }

    private void visit(int url, double now) {
        double gap;
        if (url < world.listings()) {
            gap = listing(url, now);
        } else {
            gap = page(url, now);
        }
        plan(url, now + gap);
    }

    private void plan(int url, double time) {
        dueAt[url] = time;
        if (time < Double.POSITIVE_INFINITY) {
            due.add(new Due(time, url));
        }
    }

    private double listing(int url, double now) {
        double last = visited[url];
        boolean first = Double.isNaN(last);
        double gap = first ? 0 : now - last;
        int ads = 0;
        while (nextAd[url] < world.firstAd(url + 1) && world.birth(nextAd[url]) <= now) {
            int ad = nextAd[url]++;
            if (world.end(ad) > now) {
                found.addLast(ad);
                foundAge[ad] = now - RevisitPolicy.ageWhenFound(gap);
                ads++;
            }
        }
        boolean changed = ended(url, last, now) || ads > 0;
        visited[url] = now;
        Sight.Kind kind = first ? Sight.Kind.FIRST : changed ? Sight.Kind.CHANGED : Sight.Kind.SAME;
        return rule.after(url, now, new Sight(kind, gap, ads, 0), changed(kind));
    }

    /// Whether an ad that stood on the listing at its last visit does no more.
    private boolean ended(int url, double last, double now) {
        int[] ads = world.adsByEnd(url);
        boolean ended = false;
        while (nextEnd[url] < ads.length && world.end(ads[nextEnd[url]]) <= now) {
            int ad = ads[nextEnd[url]++];
            boolean shown = world.birth(ad) <= last;
            ended |= shown;
            if (shown
                    && !Double.isNaN(visited[ad])
                    && isMissed(url, ad, now)
                    && rule.left(ad, now)) {
                found.addLast(ad);
            }
        }
        return ended;
    }

    /// Whether a listing, the newest first, shows that an ad is no more on it: an older one is. The
    /// last of a list may as well have slipped on to the next page.
    private boolean isMissed(int listing, int ad, double now) {
        while (oldest[listing] < ad && world.end(oldest[listing]) <= now) {
            oldest[listing]++;
        }
        return oldest[listing] < ad;
    }

    private double page(int url, double now) {
        boolean first = Double.isNaN(visited[url]);
        boolean gone = world.end(url) <= now;
        double gap = first ? 0 : now - visited[url];
        double age = now - foundAge[url];
        if (!first) {
            account(url, now);
        }
        if (gone) {
            visited[url] = Double.NaN;
            return rule.after(
                    url, now, new Sight(Sight.Kind.GONE, gap, 0, age), Rule.Changed.UNKNOWN);
        }
        if (first && isCounted(url)) {
            captured++;
        }
        boolean changed = !first && nextChange[url] <= now;
        if (first) {
            changes[url] = new SplittableRandom(world.seed() * 31 + url);
            nextChange[url] = Math.max(0, world.birth(url));
        }
        while (nextChange[url] <= now) {
            nextChange[url] -= Math.log(1 - changes[url].nextDouble()) / world.changesPerHour(url);
        }
        visited[url] = now;
        Sight.Kind kind = first ? Sight.Kind.FIRST : changed ? Sight.Kind.CHANGED : Sight.Kind.SAME;
        return rule.after(url, now, new Sight(kind, gap, 0, age), changed(kind));
    }

    private static Rule.Changed changed(Sight.Kind kind) {
        return switch (kind) {
            case CHANGED -> Rule.Changed.YES;
            case SAME -> Rule.Changed.NO;
            case FIRST, GONE -> Rule.Changed.UNKNOWN;
        };
    }

    /// Counts the time since the last visit: up to date until the page changed or ended.
    private void account(int url, double now) {
        double from = Math.max(warmUp, visited[url]);
        if (now <= from) {
            return;
        }
        double stale = Math.min(nextChange[url], world.end(url));
        believed += now - from;
        fresh += Math.max(0, Math.min(now, stale) - from);
    }

    /// Ads whose time to be captured lies within what is counted.
    private boolean isCounted(int url) {
        return url >= world.knownAtFirst()
                && world.birth(url) >= warmUp
                && world.birth(url) < end - 72;
    }

    private long adsToCapture() {
        long ads = 0;
        for (int url = world.knownAtFirst(); url < world.urls(); url++) {
            ads += isCounted(url) ? 1 : 0;
        }
        return ads;
    }

    private record Due(double time, int url) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int order = Double.compare(time, other.time);
            return order != 0 ? order : Integer.compare(url, other.url);
        }
    }
}
