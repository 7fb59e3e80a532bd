package lurewatch.searchcli.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.Looks;

/// That a posting was not there, as visits prove it.
///
/// @param posting which one was missed
/// @param missedSince the first visit that did not find it
/// @param until when it, or another one, was seen again
/// @param looks the visits between that came through and did not find it
public record Silence(PostingId posting, Instant missedSince, Instant until, Looks looks) {
    boolean isAtLeast(int days) {
        return Duration.between(missedSince, until).compareTo(Duration.ofDays(days)) >= 0;
    }

    /// `looked 41 times, absent 2026-08-02..2026-10-30`
    public String proof() {
        return String.format(
                Locale.ROOT,
                "looked %d times, absent %s..%s",
                looks.count(),
                day(looks.first()),
                day(looks.last()));
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }
}
