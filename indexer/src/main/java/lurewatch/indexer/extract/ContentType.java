package lurewatch.indexer.extract;

import lurewatch.indexer.LowerCase;
import lurewatch.indexer.MediaType;

/// Parameters of a media type, as `text/plain; charset=utf-8` has one.
final class ContentType {
    private ContentType() {}

    /// The parameter's value in lower case; empty where there is none.
    static String parameter(String contentType, String name) {
        return MediaType.parse(contentType)
                .flatMap(type -> type.parameter(name))
                .map(LowerCase::of)
                .orElse("");
    }
}
