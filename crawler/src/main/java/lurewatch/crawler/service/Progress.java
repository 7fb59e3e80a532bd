package lurewatch.crawler.service;

import java.time.Duration;

/// How far a crawl has got.
///
/// @param answered page requests that a server answered
/// @param captured of these, those that gave the page
/// @param failed fetches that gave nothing to keep
/// @param forbidden URLs that robots.txt or the address guard forbade
/// @param running fetches at this moment
/// @param queued URLs known and never fetched
/// @param bytes of bodies as received
/// @param state whether it goes on
public record Progress(
        long answered,
        long captured,
        long failed,
        long forbidden,
        int running,
        long queued,
        long bytes,
        Duration since,
        State state) {

    /// Before anything was done.
    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, Duration.ZERO, State.ENDED);

    /// With what an earlier crawl of the same process did.
    Progress after(Progress earlier) {
        return new Progress(
                answered + earlier.answered,
                captured + earlier.captured,
                failed + earlier.failed,
                forbidden + earlier.forbidden,
                running,
                queued,
                bytes + earlier.bytes,
                since,
                state);
    }

    /// The same in so long a time.
    Progress within(Duration span) {
        return new Progress(
                answered, captured, failed, forbidden, running, queued, bytes, span, state);
    }

    Progress in(State other) {
        return new Progress(
                answered, captured, failed, forbidden, running, queued, bytes, since, other);
    }

    /// What remains to be said when nothing runs.
    Progress ended() {
        return new Progress(
                answered,
                captured,
                failed,
                forbidden,
                0,
                queued,
                bytes,
                since,
                state == State.FAILED ? state : State.ENDED);
    }

    /// Answers per second since the start.
    public double perSecond() {
        return since.isPositive() ? answered * 1e9 / since.toNanos() : 0;
    }

    /// What a crawl is doing.
    public enum State {
        CRAWLING,
        /// The disk has less free than `storage.disk_reserve`; goes on by itself when it has more.
        PAUSED_DISK,
        /// No host of any site can be reached; goes on by itself when one answers.
        OFFLINE,
        /// Nothing is due any more, or it was stopped.
        ENDED,
        /// Captures cannot be kept, or `crawl.db` cannot be written.
        FAILED
    }
}
