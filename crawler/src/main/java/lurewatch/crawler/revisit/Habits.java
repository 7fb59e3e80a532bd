package lurewatch.crawler.revisit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;

/// What the pages of one host were like so far, or those of all hosts: the prior of each page's own
/// rate. Mutable; whoever owns the host owns it.
public final class Habits {
    /// What is counted.
    public enum Kind {
        /// New ads on listings, and the hours in which they could have been seen.
        ADS(0),
        /// Changes of postings' pages, and the hours in which those were watched.
        DETAILS(1),
        /// The same of all other pages.
        OTHERS(2),
        /// Postings that went away, against those that were to be expected to.
        ENDS(3),
        /// New pages in sitemaps, counted as new ads on listings are.
        PAGES(4),
        /// Postings that were gone after a listing no longer showed them, against all of those that
        /// were looked at: what the news that one has left is worth.
        LEFT(5),
        /// Postings whose end a listing told of, against all that ended: how much of what ends
        /// needs no visits to be found.
        TOLD(6);

        private static final Kind[] BY_CODE = values();

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /// What `crawl.db` says for it.
        public int code() {
            return code;
        }

        /// The kind that is stored under a code.
        ///
        /// @throws IllegalArgumentException where no kind has that code
        public static Kind of(int code) {
            if (code < 0 || code >= BY_CODE.length) {
                throw new IllegalArgumentException("no kind of habit has the code " + code);
            }
            return BY_CODE[code];
        }
    }

    private final EnumMap<Kind, Rate> rates = new EnumMap<>(Kind.class);
    private final EnumSet<Kind> changed = EnumSet.noneOf(Kind.class);
    private final double mostHours;

    private Habits(double mostHours) {
        this.mostHours = mostHours;
    }

    /// Nothing known yet of a host. It remembers as much as 500 pages show in ten weeks.
    public static Habits ofHost() {
        return new Habits(1e6);
    }

    /// Nothing known yet of all hosts together.
    static Habits ofAll() {
        return new Habits(1e8);
    }

    public Rate get(Kind kind) {
        return rates.getOrDefault(kind, Rate.NONE);
    }

    /// Sets what was stored.
    public void set(Kind kind, Rate rate) {
        rates.put(kind, rate);
    }

    void add(Kind kind, Rate seen) {
        rates.put(kind, get(kind).plus(seen).within(mostHours));
        changed.add(kind);
    }

    /// What has changed since the last call.
    public Set<Kind> takeChanged() {
        Set<Kind> taken = EnumSet.copyOf(changed);
        changed.clear();
        return taken;
    }

    /// The mean rate here, drawn towards the mean elsewhere as long as little was seen here.
    ///
    /// @param elsewhere as so many events' worth of what was seen here
    double mean(Kind kind, double elsewhere, double events) {
        return get(kind).plus(Rate.of(events, elsewhere)).perHour();
    }
}
