package lurewatch.crawler.driver;

import java.util.List;
import java.util.Optional;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.SiteScope;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.PageLink;
import lurewatch.indexer.extract.RecipeTrial.Tried;
import lurewatch.indexer.extract.RecipeTrial;

/// A page as a site's file has it read, with what each selector of its recipe found.
///
/// @param answer how the page was come by
record PageTrial(
        Site site,
        WebUrl url,
        List<Said> answer,
        Extraction extraction,
        List<Tried> recipe,
        List<AssessedPosting> postings) {

    /// One line about how a page was come by.
    record Said(String label, String what) {}

    static PageTrial of(
            Site site,
            WebUrl url,
            List<Said> answer,
            byte[] page,
            String contentType,
            Detector detector) {
        Extraction extraction =
                new Extractor()
                        .extract(page, contentType, site.name(), url.toString(), site.plan());
        List<Tried> recipe =
                site.recipe()
                        .map(written -> RecipeTrial.of(page, contentType, url.toString(), written))
                        .orElse(List.of());
        return new PageTrial(
                site,
                url,
                answer,
                extraction,
                recipe,
                extraction.postings().stream()
                        .map(posting -> new AssessedPosting(posting, detector.assess(posting)))
                        .toList());
    }

    List<PageLink> links(PageLink.Kind kind) {
        return extraction.links().stream().filter(link -> link.kind() == kind).toList();
    }

    boolean isInScope(PageLink link) {
        Optional<WebUrl> target = WebUrl.parse(link.url());
        return target.isPresent() && SiteScope.of(site).contains(target.get());
    }

    boolean foundSomething() {
        return !postings.isEmpty() || !extraction.links().isEmpty();
    }

    /// Whether another reader had to stand in for the recipe.
    boolean recipeFailed() {
        return site.recipe().isPresent()
                && extraction.reader().filter(reader -> reader.equals("recipe")).isEmpty();
    }
}
