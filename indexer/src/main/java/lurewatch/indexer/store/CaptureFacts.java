package lurewatch.indexer.store;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Capture;

/// What one capture gave.
///
/// @param failures what could not be read or assessed, one line each: that is *not assessed*, which
///   is not *clean*
public record CaptureFacts(
        Capture capture, List<AssessedPosting> postings, List<String> failures, PageState state) {
    public CaptureFacts {
        postings = List.copyOf(postings);
        failures = List.copyOf(failures);
    }

    /// Of a page that ends or breaks whoever works on it.
    public static CaptureFacts quarantined(Capture capture, List<String> failures, String why) {
        List<String> all = new ArrayList<>(failures);
        all.add(why);
        return new CaptureFacts(capture, List.of(), all, PageState.quarantined());
    }

    /// Of a page of which nothing more is known than how the server answered.
    public CaptureFacts(Capture capture, List<AssessedPosting> postings, List<String> failures) {
        this(capture, postings, failures, PageState.of(capture));
    }
}
