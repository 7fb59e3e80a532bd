package lurewatch.searchcli.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.Happening;
import lurewatch.indexer.store.Looks;

/// What is known of the time before something happened.
interface Past {
    /// Whether that was told before.
    boolean hasFired(String event);

    /// The versions of a posting that had been seen when that capture was recorded.
    List<Integer> versionsUntil(PostingId posting, long sequence);

    /// The visits that did not find a posting.
    Optional<Looks> looks(PostingId posting, Instant since, CaptureId until);

    /// The other postings of the campaign that a posting is in today which had been seen before
    /// that happened, those first that were there first, as they stood then. A bounded number of
    /// them.
    List<Shown> campaignBefore(Happening happening);

    /// The silence before something happened of all other postings that the watch's query finds;
    /// empty where one of them was there, or where there are none.
    Optional<Silence> silenceBefore(Watch watch, Happening happening);
}
