package lurewatch.indexer;

/// What sort of source a watched site is; decides how its pages are read.
public enum SiteKind {
    /// Lists that lead to ads.
    JOB_BOARD,
    /// A public Telegram channel's web preview.
    CHANNEL,
    /// Threads of posts by many hands.
    FORUM,
    /// RSS or Atom.
    FEED
}
