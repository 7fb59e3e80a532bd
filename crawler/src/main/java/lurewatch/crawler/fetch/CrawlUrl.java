package lurewatch.crawler.fetch;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import java.util.Optional;
import lurewatch.crawler.frontier.Lease;

/// A lease as crawler4j's worker loop carries it, and what has become of it so far. One worker has
/// it at a time.
///
/// crawler4j changes a URL object's text and id as it goes; ours is the lease, which it cannot
/// change.
final class CrawlUrl extends AbstractWebURL {
    private static final long serialVersionUID = 1L;

    private final transient Lease lease;
    private final transient BodyRoom.Place place;
    private transient Optional<FetchOutcome> outcome = Optional.empty();
    private transient Optional<CaptureSink.Kept> kept = Optional.empty();

    private transient boolean settled;

    /// @param place for the body of its answer
    CrawlUrl(Lease lease, BodyRoom.Place place) {
        this.lease = lease;
        this.place = place;
        setURL(lease.url());
    }

    boolean isSettled() {
        return settled;
    }

    void settled() {
        settled = true;
    }

    Lease lease() {
        return lease;
    }

    BodyRoom.Place place() {
        return place;
    }

    /// Drops the answer: crawler4j holds a URL until it has the next one.
    void forget() {
        outcome = Optional.empty();
        place.close();
    }

    Optional<FetchOutcome> outcome() {
        return outcome;
    }

    Optional<CaptureSink.Kept> kept() {
        return kept;
    }

    void ended(FetchOutcome how) {
        outcome = Optional.of(how);
    }

    void kept(CaptureSink.Kept what) {
        kept = Optional.of(what);
    }

    /// Two leases are never the same, whatever their URLs.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
