package lurewatch.crawler.driver;

import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Contact;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Signal;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.extract.PageLink;
import lurewatch.indexer.extract.RecipeTrial.Tried;

/// What a trial gave, for programs.
final class PageTrialJson {
    private PageTrialJson() {}

    static JsonLine of(PageTrial trial) {
        return JsonLine.versioned()
                .put("site", trial.site().name())
                .put("url", trial.url().toString())
                .put("reader", trial.extraction().reader())
                .put("charset", trial.extraction().charset())
                .put("blocked", trial.extraction().blocked())
                .put("login", trial.extraction().login())
                .put("scripted", trial.extraction().scripted())
                .putStrings("failures", trial.extraction().failures())
                .putObjects("recipe", trial.recipe(), PageTrialJson::tried)
                .putObjects("links", trial.extraction().links(), link -> link(trial, link))
                .putObjects("postings", trial.postings(), PageTrialJson::posting);
    }

    private static String tried(Tried tried) {
        return JsonLine.object(line ->
                line.put("key", tried.key())
                        .put("written", tried.written())
                        .put("matches", tried.matches())
                        .put("first", tried.first()));
    }

    private static String link(PageTrial trial, PageLink link) {
        return JsonLine.object(line ->
                line.put("url", link.url())
                        .put("kind", link.kind().name().toLowerCase(Locale.ROOT))
                        .put("anchor", link.anchor())
                        .put("in_scope", trial.isInScope(link)));
    }

    private static String posting(AssessedPosting assessed) {
        JobPosting posting = assessed.posting();
        return JsonLine.object(line ->
                line.put("url", posting.url())
                        .put("title", posting.title())
                        .put("author", posting.author())
                        .put("employer", posting.employer())
                        .put("location", posting.location())
                        .put("salary", posting.salary())
                        .put("posted_at", time(posting))
                        .put("text", posting.text())
                        .put("score", assessed.assessment().score())
                        .put("class", assessed.assessment().assessmentClass().label())
                        .put("context", assessed.assessment().context().label())
                        .putStrings(
                                "contacts",
                                assessed.assessment().contacts().stream()
                                        .map(Contact::key)
                                        .distinct()
                                        .toList())
                        .putStrings(
                                "signals",
                                assessed.assessment().signals().stream().map(Signal::id).toList()));
    }

    private static Optional<String> time(JobPosting posting) {
        return posting.postedAt().map(Object::toString);
    }
}
