package lurewatch.indexer;

/// How a capture came into the archive.
public enum Provenance {
    /// Fetched by our crawler.
    CRAWLED,
    /// Brought in by an operator from a file.
    IMPORTED
}
