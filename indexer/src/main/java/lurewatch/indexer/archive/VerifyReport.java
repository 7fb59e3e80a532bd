package lurewatch.indexer.archive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;

/// What a look at every byte of an archive gave.
///
/// @param captures ledger lines that are as they were written
/// @param bytes of WARC records that match their ledger line
/// @param segments WARC files that were read
/// @param ledgerHead SHA-256 of the last ledger line: kept elsewhere, it proves that nothing was
///   taken off the end
/// @param erased captures of which nothing is left but a tombstone, as the ledger tells
/// @param problems the first [#LISTED_PROBLEMS] of them, in the order they were met
/// @param problemCount how many there are in all
/// @param notes what is not damage: above all what a live or dead writer has not acknowledged yet
public record VerifyReport(
        long captures,
        long bytes,
        int segments,
        Optional<Digest> ledgerHead,
        long erased,
        List<Problem> problems,
        long problemCount,
        List<String> notes) {
    static final int LISTED_PROBLEMS = 10_000;

    /// One thing that is not as it was written.
    ///
    /// @param file name inside `archive/`
    /// @param offset where in it the damaged record or line starts
    /// @param capture the capture that is concerned, where that can be told
    /// @param what in one line, without any text from the web
    /// @param advice what an operator can do
    public record Problem(
            String file, long offset, Optional<CaptureId> capture, String what, String advice) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s at byte %d%s: %s; %s",
                    file,
                    offset,
                    capture.map(id -> " (capture " + id + ")").orElse(""),
                    what,
                    advice);
        }
    }

    public VerifyReport {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    public boolean isClean() {
        return problemCount == 0;
    }
}
