package lurewatch.crawler.service;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.extract.Extraction;

/// A page as read.
///
/// @param relevance the highest score of a posting on it, 0 to 1; empty where nobody judged it
/// @param cutShort why the page could be decoded only up to a point, where that is so
public record PageReading(
        Extraction extraction, OptionalDouble relevance, Optional<String> cutShort) {
    /// What a reader makes of it who judges nothing.
    static PageReading unjudged(CapturedPage page, Function<CapturedPage, Extraction> reader) {
        return new PageReading(reader.apply(page), OptionalDouble.empty(), page.cutShort());
    }
}
