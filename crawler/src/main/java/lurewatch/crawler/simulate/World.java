package lurewatch.crawler.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// One web made of a model and a seed: what there is, when it appears, changes and ends. URLs are
/// numbers: first the listings, then the other pages, then the ads, by listing and birth.
final class World {
    /// Ads born this long before the beginning may still be there at it.
    private static final double BEFORE = 45 * 24;

    private static final double SHORTEST_LIFE = 0.05;
    private static final double LONGEST_LIFE = 365 * 24;
    private static final double FASTEST_CHANGE = 2;

    /// No listing gets more than this share of all ads.
    private static final double MOST_OF_ALL = 0.03;

    private final WorldModel model;
    private final int listings;
    private final int others;
    private final int[] firstAd;
    private final int[][] byEnd;
    private final double[] birth;
    private final double[] end;
    private final double[] changesPerHour;
    private final long seed;

    World(WorldModel model, long seed) {
        this.model = model;
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        listings = model.hosts() * model.listings();
        others = model.hosts() * model.others();
        firstAd = new int[listings + 1];
        List<double[]> ads = new ArrayList<>();
        double[] rates = rates(random);
        for (int listing = 0; listing < listings; listing++) {
            firstAd[listing] = listings + others + ads.size();
            addAds(ads, rates[listing], hostLife(listing / model.listings()), random);
        }
        firstAd[listings] = listings + others + ads.size();
        birth = new double[firstAd[listings]];
        end = new double[birth.length];
        changesPerHour = new double[birth.length];
        Arrays.fill(end, 0, listings + others, Double.POSITIVE_INFINITY);
        for (int ad = 0; ad < ads.size(); ad++) {
            birth[listings + others + ad] = ads.get(ad)[0];
            end[listings + others + ad] = ads.get(ad)[1];
        }
        for (int url = listings; url < birth.length; url++) {
            changesPerHour[url] = changeRate(random);
        }
        byEnd = new int[listings][];
        for (int listing = 0; listing < listings; listing++) {
            byEnd[listing] = sortedByEnd(listing);
        }
    }

    private double[] rates(SplittableRandom random) {
        double[] rates = new double[listings];
        for (int i = 0; i < listings; i++) {
            boolean barren = random.nextDouble() < model.barren();
            rates[i] = barren ? 0 : Math.pow(1 - random.nextDouble(), -1 / model.tail());
        }
        double sum = Arrays.stream(rates).sum();
        double most = sum * MOST_OF_ALL;
        double capped = Arrays.stream(rates).map(rate -> Math.min(rate, most)).sum();
        for (int i = 0; i < listings; i++) {
            rates[i] = Math.min(rates[i], most) / capped * model.adsADay() / 24;
        }
        return rates;
    }

    private double hostLife(int host) {
        SplittableRandom own = new SplittableRandom(seed * 1_000_003 + host);
        return model.medianLife() * Math.exp(model.hostSpread() * gaussian(own));
    }

    private void addAds(
            List<double[]> ads, double perHour, double medianLife, SplittableRandom random) {
        double time = -BEFORE;
        while (true) {
            time -= Math.log(1 - random.nextDouble()) / perHour;
            if (!(time < model.end())) {
                return;
            }
            double life = medianLife * Math.exp(model.lifeSpread() * gaussian(random));
            double ends = time + Math.min(LONGEST_LIFE, Math.max(SHORTEST_LIFE, life));
            if (ends > 0) {
                ads.add(new double[] {time, ends});
            }
        }
    }

    private double changeRate(SplittableRandom random) {
        double usual = Math.exp(model.changeSpread() * gaussian(random)) / model.medianChange();
        boolean restless = random.nextDouble() < model.restless();
        return restless ? FASTEST_CHANGE : Math.min(FASTEST_CHANGE, usual);
    }

    /// Box and Muller's, so that the world does not hang on a JDK's own way.
    private static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private int[] sortedByEnd(int listing) {
        Integer[] ads = new Integer[firstAd[listing + 1] - firstAd[listing]];
        for (int i = 0; i < ads.length; i++) {
            ads[i] = firstAd[listing] + i;
        }
        Arrays.sort(ads, (a, b) -> Double.compare(end[a], end[b]));
        return Arrays.stream(ads).mapToInt(Integer::intValue).toArray();
    }

    WorldModel model() {
        return model;
    }

    /// All pages that there ever are.
    int urls() {
        return birth.length;
    }

    int listings() {
        return listings;
    }

    /// Listings and other pages: what is known at the beginning.
    int knownAtFirst() {
        return listings + others;
    }

    int hostOf(int url) {
        if (url < listings) {
            return url / model.listings();
        }
        if (url < listings + others) {
            return (url - listings) / model.others();
        }
        return hostOf(listingOf(url));
    }

    private int listingOf(int ad) {
        int at = Arrays.binarySearch(firstAd, ad);
        int listing = at >= 0 ? at : -at - 2;
        while (firstAd[listing + 1] == firstAd[listing]) {
            listing++;
        }
        return listing;
    }

    int firstAd(int listing) {
        return firstAd[listing];
    }

    /// A listing's ads in the order of their ends.
    int[] adsByEnd(int listing) {
        return byEnd[listing];
    }

    double birth(int url) {
        return birth[url];
    }

    double end(int url) {
        return end[url];
    }

    double changesPerHour(int url) {
        return changesPerHour[url];
    }

    long seed() {
        return seed;
    }
}
