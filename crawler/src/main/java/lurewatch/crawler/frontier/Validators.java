package lurewatch.crawler.frontier;

import java.util.Optional;

/// What a server gave with a page so that we can ask whether it has changed since.
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    private static final int LONGEST = 512;

    /// Those of an answer's headers that can be sent back: what a server wrote, it need not be able
    /// to read.
    public static Validators ofHeaders(Optional<String> etag, Optional<String> lastModified) {
        return new Validators(
                etag.filter(Validators::isSane), lastModified.filter(Validators::isSane));
    }

    private static boolean isSane(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
