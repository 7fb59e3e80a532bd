package lurewatch.crawler.frontier;

/// What came of asking for a page once more under another user agent.
///
/// @param detail one line for the operator
public record SecondLook(Result result, String detail) {
    /// What others are shown, beside what we are shown.
    public enum Result {
        /// The same page.
        SAME,
        /// Another page, or none, though we are shown ours twice.
        DIFFERENT,
        /// The page differs with every look, and no more for others than for us.
        CHANGING,
        /// One of the looks did not give a page that could be compared.
        UNKNOWN
    }
}
