package lurewatch.crawler.service;

import java.util.OptionalDouble;
import lurewatch.indexer.extract.Extraction;

/// A page as read.
///
/// @param relevance the highest score of a posting on it, 0 to 1; empty where nobody judged it
public record PageReading(Extraction extraction, OptionalDouble relevance) {
    static PageReading unjudged(Extraction extraction) {
        return new PageReading(extraction, OptionalDouble.empty());
    }
}
