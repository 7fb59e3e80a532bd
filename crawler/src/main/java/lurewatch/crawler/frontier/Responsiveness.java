package lurewatch.crawler.frontier;

/// What is to be expected of a host when a worker is given to it.
enum Responsiveness {
    /// It has answered, and soon.
    QUICK,
    /// It has hardly been asked yet.
    STRANGE,
    /// It has lately kept workers waiting.
    SLOW
}
