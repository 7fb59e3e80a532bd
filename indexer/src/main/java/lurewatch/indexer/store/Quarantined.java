package lurewatch.indexer.store;

import java.util.Optional;

/// What ended the process, or broke what was to be kept of it.
///
/// @param captures how many of the newest 200,000
/// @param last where the last of them stands, and why it is one
public record Quarantined(long captures, Optional<String> last) {
    public static final Quarantined NONE = new Quarantined(0, Optional.empty());
}
