package lurewatch.crawler.driver;

/// A URL as a person types or pastes it.
final class TypedUrl {
    private TypedUrl() {}

    /// What was made harmless (`hxxps://a[.]b`) as it was before.
    static String refanged(String written) {
        String dotted = written.strip().replace("[.]", ".").replace("[:]", ":");
        return dotted.regionMatches(true, 0, "hxxp", 0, 4) ? "http" + dotted.substring(4) : dotted;
    }
}
