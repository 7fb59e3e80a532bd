package lurewatch.indexer.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.text.Ticking;
import lurewatch.indexer.text.Ticking.Slot;

/// Tells whether a posting that reads otherwise than its last version was changed by anybody, or
/// only by the time that passed. Contacts, pay and places are never a matter of time.
///
/// A number that nothing explains makes a version the first time it changes. Where nothing but the
/// same number changes again, in the same direction, it is one that counts.
final class Ticks {
    private final Sql sql;
    private final VersionRows versions;

    Ticks(Sql sql, VersionRows versions) {
        this.sql = sql;
        this.versions = versions;
    }

    /// A version as it was first seen.
    private record Seen(AssessedPosting assessed, Instant at) {}

    /// Whether time alone made that version what the capture shows.
    boolean by(long version, Capture capture, AssessedPosting assessed) throws SQLException {
        Optional<Seen> last = seen("v.version = ?", version);
        if (last.isEmpty()) {
            return false;
        }
        Optional<Set<Slot>> open = open(last.get(), new Seen(assessed, capture.fetchedAt()));
        return open.isPresent() && (open.get().isEmpty() || haveCounted(version, open.get()));
    }

    private boolean haveCounted(long version, Set<Slot> slots) throws SQLException {
        Optional<Seen> last = seen("v.version = ?", version);
        Optional<Seen> before =
                seen(
                        """
                        (v.posting, v.number) = (SELECT posting, number - 1 FROM versions
                            WHERE version = ?)
                        """,
                        version);
        return last.isPresent()
                && before.isPresent()
                && open(before.get(), last.get())
                        .filter(them -> them.containsAll(slots))
                        .isPresent();
    }

    /// The numbers that changed and are not explained; empty where something else did.
    private static Optional<Set<Slot>> open(Seen before, Seen after) {
        JobPosting old = before.assessed().posting();
        JobPosting fresh = after.assessed().posting();
        boolean isBuiltAlike = kinds(old).equals(kinds(fresh));
        boolean saysTheSame =
                ContentDigest.besideText(before.assessed())
                        .equals(ContentDigest.besideText(after.assessed()));
        return isBuiltAlike && saysTheSame
                ? Ticking.between(lines(old), before.at(), lines(fresh), after.at())
                : Optional.empty();
    }

    private static List<Block.Kind> kinds(JobPosting posting) {
        return posting.blocks().stream().map(Block::kind).toList();
    }

    private static List<String> lines(JobPosting posting) {
        return Stream.concat(
                        Stream.of(posting.title()),
                        posting.blocks().stream().flatMap(block -> block.text().lines()))
                .toList();
    }

    private Optional<Seen> seen(String which, long version) throws SQLException {
        return sql.first(
                "SELECT v.first_capture, c.fetched_at, "
                        + VersionRows.COLUMNS
                        + " FROM "
                        + VersionRows.TABLES
                        + " JOIN captures c ON c.sequence = v.first_capture WHERE "
                        + which,
                row ->
                        new Seen(
                                versions.load(row, new CaptureId(row.getLong("first_capture"))),
                                Times.read(row.getString("fetched_at"))),
                version);
    }
}
