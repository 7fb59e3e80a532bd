package lurewatch.indexer;

/// How a capture came into the archive.
public enum Provenance {
    /// Fetched by our crawler.
    CRAWLED,
    /// Brought in by an operator from a file.
    IMPORTED,
    /// What a browser made of a page that our crawler had fetched: the document after its scripts
    /// ran, or a picture of it. No server sent it.
    RENDERED,
    /// Fetched by our crawler under another user agent, to see whether the page shows others
    /// something else. Its URL is one of [SecondLookAddress].
    COMPARED
}
