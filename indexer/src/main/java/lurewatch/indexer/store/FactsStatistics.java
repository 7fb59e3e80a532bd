package lurewatch.indexer.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How much there is, counted when asked.
///
/// @param firstCapture time of the earliest capture
/// @param lastCapture time of the latest capture
/// @param languages postings by language; unknown is an empty name
/// @param failedCaptures captures of which something could not be read or assessed
public record FactsStatistics(
        long captures,
        long postings,
        long contacts,
        long failedCaptures,
        Optional<Instant> firstCapture,
        Optional<Instant> lastCapture,
        List<SiteCount> sites,
        List<Count> languages,
        List<Count> classes,
        List<Count> contexts) {
    /// A name and how many postings bear it.
    public record Count(String name, long postings) {}

    /// What came from one site.
    public record SiteCount(String site, long captures, long postings) {}

    public FactsStatistics {
        sites = List.copyOf(sites);
        languages = List.copyOf(languages);
        classes = List.copyOf(classes);
        contexts = List.copyOf(contexts);
    }
}
