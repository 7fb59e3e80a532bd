package lurewatch.indexer;

/// An outgoing link as resolved, with the text it was shown under. `tel:`, `mailto:` and messenger
/// links are links too: they are evidence, and never followed.
public record Link(String target, String text) {}
