/// The archive: every capture, for ever, in WARC 1.1 files and a hash-chained ledger.
///
/// Start with [Archive] (the one writer) and [ArchiveReader] (any number of readers). A capture is
/// acknowledged when its WARC records are written and forced and, after that, its ledger line is
/// written and forced; [Archive#append] returns only then. [ArchiveVerifier] says whether all of it
/// is still as it was written.
///
/// Layout of the directory:
///
/// | name | what |
/// |---|---|
/// | `lurewatch-000001-20261122170441.warc.gz` | a sealed segment; `.open` is appended to its name while it grows |
/// | `ledger.jsonl` | one line per capture, in the order of acknowledgement |
/// | `writer.lock` | held by the one writer; says who it is |
/// | `lost+found/` | what a crash left unacknowledged, cut off at the next start |
/// | `erased.txt` | what was erased and is not to come back |
/// | `erasing.jsonl` | an erasure that is being done; gone when it is |
///
/// [ArchiveEraser] alone takes away what was acknowledged, and leaves a tombstone in its place.
/// Nothing here opens a connection or reads a page's meaning.
@NullMarked
package lurewatch.indexer.archive;

import org.jspecify.annotations.NullMarked;
