package lurewatch.indexer.archive;

import java.util.Optional;
import java.util.TreeMap;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;

/// Whether tombstones and the ledger's own account of erasures agree: nothing is gone without an
/// erasure that says so, and nothing is there that one says is gone.
final class ErasureCheck {
    private final Findings findings;
    private final TreeMap<Long, Digest> tombstones = new TreeMap<>();
    private final ErasedThings erased = ErasedThings.none();
    private long count;

    ErasureCheck(Findings findings) {
        this.findings = findings;
    }

    /// How many captures were erased, as the ledger tells.
    long count() {
        return count;
    }

    void tombstone(LedgerEntry.Tombstone tombstone, Digest line) {
        tombstones.put(tombstone.sequence(), line);
    }

    void erasure(long sequence, Erasure erasure) {
        erased.add(erasure);
        for (Erasure.Gone gone : erasure.captures()) {
            count++;
            Digest stands = tombstones.remove(gone.capture().sequence());
            if (!gone.tombstone().equals(stands)) {
                findings.damage(
                        ArchiveFiles.LEDGER,
                        0,
                        Optional.of(gone.capture()),
                        "line "
                                + sequence
                                + " says that it was erased, and in its place stands "
                                + (stands == null ? "no tombstone" : "another tombstone"));
            }
        }
    }

    /// @param underWay what is going to stand in the ledger; it excuses the tombstones that it
    ///   names
    void finish(ErasedThings written, Optional<Erasure> underWay) {
        underWay.ifPresent(planned -> {
            findings.note(
                    "an erasure is under way or was cut short: 'lurewatch erase' completes it");
            planned.captures().stream()
                    .filter(gone ->
                            gone.tombstone().equals(tombstones.get(gone.capture().sequence())))
                    .forEach(gone -> tombstones.remove(gone.capture().sequence()));
        });
        boolean namesAll = written.hasAllOf(erased);
        underWay.ifPresent(erased::add);
        tombstones.forEach((sequence, _) ->
                findings.damage(
                        ArchiveFiles.LEDGER,
                        0,
                        Optional.of(new CaptureId(sequence)),
                        "a tombstone stands here, and no line says that it was erased"));
        if (!erased.hasAllOf(written)) {
            findings.damage(
                    ArchiveFiles.ERASED,
                    0,
                    Optional.empty(),
                    "it names what the ledger does not say was erased");
        } else if (!namesAll) {
            findings.note(
                    ArchiveFiles.ERASED
                            + " does not name all that was erased: the rest may come back");
        }
    }
}
