package lurewatch.indexer.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.Standing;
import lurewatch.indexer.text.TextViews;

/// What the index holds of a posting.
///
/// @param standing whether it is still where it was seen
/// @param sketch by which texts like it are found; empty where it says too little
/// @param hiddenWords what its title and its text hide, as [#hiddenWordsOf] reads them
public record IndexEntry(
        AssessedPosting posting,
        PostingTimes times,
        Standing standing,
        Optional<Sketch> sketch,
        List<String> hiddenWords) {
    public IndexEntry {
        hiddenWords = List.copyOf(hiddenWords);
    }

    /// Of a posting that nobody has missed.
    public IndexEntry(AssessedPosting posting, PostingTimes times, Optional<Sketch> sketch) {
        this(posting, times, Standing.LIVE, sketch);
    }

    public IndexEntry(
            AssessedPosting posting,
            PostingTimes times,
            Standing standing,
            Optional<Sketch> sketch) {
        this(
                posting,
                times,
                standing,
                sketch,
                hiddenWordsOf(posting.posting(), TextViews.of(posting.posting().text())));
    }

    /// What the posting's title hides, and what its text does by the views that were made of it.
    public static List<String> hiddenWordsOf(JobPosting posting, TextViews views) {
        List<String> hidden = new ArrayList<>(TextViews.of(posting.title()).hiddenWords());
        hidden.addAll(views.hiddenWords());
        return hidden;
    }
}
