package lurewatch.crawler.frontier;

import java.util.Optional;

/// What a server gave with a page so that we can ask whether it has changed since.
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
