package lurewatch.searchcli.watch;

import java.util.Optional;
import lurewatch.indexer.search.ParsedQuery;
import org.jspecify.annotations.Nullable;

/// A watch at work: how far it has looked, and what it counted. Used by one thread.
final class Running {
    private final Watch watch;
    private final ParsedQuery query;
    private final Tally tally;
    private long position;
    private int events;
    private @Nullable String failure;

    /// @param position the last capture that it has looked at
    Running(Watch watch, ParsedQuery query, Tally tally, long position) {
        this.watch = watch;
        this.query = query;
        this.tally = tally;
        this.position = position;
    }

    Watch watch() {
        return watch;
    }

    ParsedQuery query() {
        return query;
    }

    Tally tally() {
        return tally;
    }

    long position() {
        return position;
    }

    int events() {
        return events;
    }

    /// Why it could not go on.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    void reach(long sequence, int fired) {
        position = Math.max(position, sequence);
        events += fired;
    }

    void fail(String why) {
        failure = why;
    }
}
