package lurewatch.indexer.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;

/// Gathers what a verification finds. Bounded, so that a ruined archive can be reported too.
final class Findings {
    private static final String RESTORE = "restore the file from a backup";
    private static final int LISTED_NOTES = 1000;

    private final List<VerifyReport.Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long problemCount;
    private long captures;
    private long bytes;

    void damage(String file, long offset, Optional<CaptureId> capture, String what) {
        problem(file, offset, capture, what, RESTORE);
    }

    void problem(
            String file, long offset, Optional<CaptureId> capture, String what, String advice) {
        problemCount++;
        if (problems.size() < VerifyReport.LISTED_PROBLEMS) {
            problems.add(new VerifyReport.Problem(file, offset, capture, what, advice));
        }
    }

    void note(String note) {
        if (notes.size() < LISTED_NOTES) {
            notes.add(note);
        }
    }

    void goodLine() {
        captures++;
    }

    void goodRecords(long length) {
        bytes += length;
    }

    VerifyReport report(int segments, Optional<Digest> ledgerHead, long erased) {
        return new VerifyReport(
                captures, bytes, segments, ledgerHead, erased, problems, problemCount, notes);
    }
}
