package lurewatch.crawler.frontier;

import java.time.Duration;
import lurewatch.crawler.revisit.PageClass;

/// A URL handed out to be fetched, once, by its holder. It ends with exactly one call of
/// [Frontier#done], [Frontier#postpone] or [Frontier#release].
public final class Lease {
    private final HostEntry host;
    private final UrlRow row;

    Lease(HostEntry host, UrlRow row) {
        this.host = host;
        this.row = row;
    }

    public long id() {
        return row.id();
    }

    public String url() {
        return row.url();
    }

    /// The watched site it belongs to.
    public String site() {
        return row.site();
    }

    public PageClass pageClass() {
        return row.pageClass();
    }

    public Lane lane() {
        return row.lane();
    }

    /// Redirects that led here.
    public int hops() {
        return row.hops();
    }

    /// Redirects that led here, on this visit or when the page was found.
    public int steps() {
        return Math.max(row.hops(), row.chain());
    }

    public Validators validators() {
        return row.validators();
    }

    /// The gap that its host is owed between two requests, as known when the lease was given.
    public Duration gap() {
        return host.pace().gap();
    }

    HostEntry host() {
        return host;
    }

    UrlRow row() {
        return row;
    }

    @Override
    public String toString() {
        return "lease " + row.id() + " on " + row.url();
    }
}
