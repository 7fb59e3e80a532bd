package lurewatch.indexer.console;

/// A URL as a person types or pastes it.
public final class TypedUrl {
    private TypedUrl() {}

    /// What was made harmless (`hxxps://a[.]b`, as [Defang] does) as it was before.
    public static String refanged(String written) {
        String dotted = written.strip().replace("[.]", ".").replace("[:]", ":");
        return dotted.regionMatches(true, 0, "hxxp", 0, 4) ? "http" + dotted.substring(4) : dotted;
    }
}
