package lurewatch.indexer.pipeline;

import java.util.function.Function;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.detect.Crossposts;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.SitePlan;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.store.FactsStore;

/// What a pipeline runs through. Whoever opened the archive and the stores closes them, after the
/// pipeline.
///
/// @param reader what a page says; pure and safe for many threads
/// @param assessor what a posting may be; pure and safe for many threads
/// @param crossposts what postings say of each other
/// @param quarantine which pages are not read, as they end whoever reads them
public record Stations(
        Archive archive,
        Function<CapturedPage, Extraction> reader,
        Function<JobPosting, Assessment> assessor,
        Crossposts crossposts,
        FactsStore facts,
        PostingIndex index,
        Quarantine quarantine) {
    /// The reader that follows each site's plan.
    public static Function<CapturedPage, Extraction> reader(
            Extractor extractor, Function<String, SitePlan> plans) {
        return page -> extractor.extract(page, plans.apply(page.capture().site()));
    }
}
