package lurewatch.indexer;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Whether a posting still stands where it was seen, as far as visits can tell.
///
/// @param absentSince the first visit that did not find it, where it is not live
/// @param reappearedAt when it was last seen again after it had been gone
public record Standing(
        Status status, Optional<Instant> absentSince, Optional<Instant> reappearedAt) {
    /// Nobody has missed it yet.
    public static final Standing LIVE =
            new Standing(Status.LIVE, Optional.empty(), Optional.empty());

    /// What visits say.
    public enum Status {
        /// It was there when its page was last seen whole.
        LIVE,
        /// One visit did not find it; one answer proves nothing.
        SUSPECT,
        /// Visits some time apart did not find it while its site was well.
        GONE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The status of that label.
        public static Status labelled(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
