package lurewatch.indexer.store;

import java.util.List;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Capture;

/// What one capture gave.
///
/// @param failures what could not be read or assessed, one line each: that is *not assessed*, which
///   is not *clean*
public record CaptureFacts(Capture capture, List<AssessedPosting> postings, List<String> failures) {
    public CaptureFacts {
        postings = List.copyOf(postings);
        failures = List.copyOf(failures);
    }
}
