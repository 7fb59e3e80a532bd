package lurewatch.crawler.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.extract.PageLink;
import lurewatch.indexer.extract.RecipeTrial.Tried;

/// What a trial gave, for the person who writes the site's file.
final class PageTrialText {
    private static final int MOST_LINKS = 5;
    private static final int MOST_SIGNALS = 6;
    private static final int LABEL = 10;
    private static final int KEY = 22;

    private final PageTrial trial;
    private final int width;
    private final int mostPostings;
    private final List<String> lines = new ArrayList<>();

    PageTrialText(PageTrial trial, int width, int mostPostings) {
        this.trial = trial;
        this.width = width;
        this.mostPostings = mostPostings;
    }

    List<String> lines() {
        head();
        recipe();
        links();
        postings();
        missing();
        next();
        return lines;
    }

    private void head() {
        labelled("page", shown(trial.url().toString()));
        labelled(
                "site",
                trial.site().name()
                        + ", "
                        + trial.site().kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + (trial.site().enabled() ? ", enabled" : ", not enabled"));
        trial.answer().forEach(said -> labelled(said.label(), said.what()));
        trial.extraction().charset().ifPresent(charset -> labelled("encoding", charset));
        labelled(
                "read by",
                trial.extraction().reader().orElse("nobody")
                        + (trial.recipeFailed() ? "; the recipe found nothing on this page" : ""));
        trial.extraction()
                .blocked()
                .ifPresent(mark ->
                        labelled("wall", "a challenge stands in the page's place: " + mark));
        trial.extraction()
                .login()
                .ifPresent(mark -> labelled("wall", "the page asks to log in: " + mark));
        trial.extraction()
                .scripted()
                .ifPresent(mark ->
                        labelled(
                                "scripts",
                                "the page is written by its scripts ("
                                        + mark
                                        + "); with 'render: auto' in the site's file, and a browser"
                                        + " in lurewatch.yaml, a crawl lets them run"));
        trial.extraction().failures().forEach(failure -> labelled("trouble", failure));
    }

    private void recipe() {
        if (trial.site().recipe().isEmpty()) {
            section("Recipe: none" + withoutRecipe());
            return;
        }
        section("Recipe");
        boolean isOther = trial.recipe().stream().anyMatch(PageTrialText::refuses);
        for (Tried tried : trial.recipe()) {
            add(
                    String.format(
                            Locale.ROOT,
                            "  %s%5s  %s",
                            TerminalText.fitted(tried.key(), KEY),
                            isOther && isNotLookedFor(tried) ? "-" : found(tried),
                            tried.written()));
            if (!tried.first().isEmpty()) {
                add(" ".repeat(KEY + 9) + "»" + tried.first() + "«");
            }
        }
    }

    /// What is read all the same.
    private String withoutRecipe() {
        return switch (trial.site().kind()) {
            case CHANNEL, FEED -> "; this kind needs none";
            case JOB_BOARD, FORUM ->
                    "; structured data, usual forum software or the main text is read. README.md"
                            + " beside lurewatch.yaml says how to write one";
        };
    }

    /// Whether it says that this is no posting's own page.
    private static boolean refuses(Tried tried) {
        return isMatch(tried) && tried.matches() == 0;
    }

    private static boolean isMatch(Tried tried) {
        return tried.key().endsWith(".match");
    }

    private static boolean isNotLookedFor(Tried tried) {
        return tried.key().startsWith("posting.") && !isMatch(tried) && tried.matches() == 0;
    }

    private static String found(Tried tried) {
        if (isMatch(tried)) {
            return tried.matches() == 0 ? "no" : "yes";
        }
        return Integer.toString(tried.matches());
    }

    private void links() {
        long inScope = trial.extraction().links().stream().filter(trial::isInScope).count();
        section(
                "Links: "
                        + trial.links(PageLink.Kind.ITEM).size()
                        + " to postings, "
                        + trial.links(PageLink.Kind.NEXT).size()
                        + " to further listing pages, "
                        + trial.links(PageLink.Kind.OTHER).size()
                        + " others; "
                        + inScope
                        + " in the site's scope");
        for (PageLink.Kind kind : PageLink.Kind.values()) {
            List<PageLink> links = trial.links(kind);
            links.stream().limit(MOST_LINKS).forEach(this::link);
            if (links.size() > MOST_LINKS) {
                add("         … " + (links.size() - MOST_LINKS) + " more");
            }
        }
    }

    private void link(PageLink link) {
        String kind =
                switch (link.kind()) {
                    case ITEM -> "posting";
                    case NEXT -> "next";
                    case OTHER -> "other";
                    case FEED -> "feed";
                    case SITEMAP -> "sitemap";
                    case LISTED -> "page";
                };
        add(
                String.format(
                        Locale.ROOT,
                        "  %-8s%s%s%s",
                        kind,
                        LinkForm.DEFANGED.url(link.url()),
                        link.anchor().isEmpty() ? "" : "  »" + link.anchor() + "«",
                        trial.isInScope(link) ? "" : "  (out of scope)"));
    }

    private void postings() {
        section("Postings: " + trial.postings().size());
        trial.postings().stream().limit(mostPostings).forEach(this::posting);
        if (trial.postings().size() > mostPostings) {
            add("  … " + (trial.postings().size() - mostPostings) + " more; --limit N shows them");
        }
    }

    private void posting(AssessedPosting assessed) {
        JobPosting posting = assessed.posting();
        Assessment assessment = assessed.assessment();
        add(
                String.format(
                        Locale.ROOT,
                        "  %3.0f %-7s%-8s%s",
                        assessment.score(),
                        assessment.assessmentClass().label(),
                        assessment.language().orElse("-"),
                        posting.title()));
        field("url", Optional.of(LinkForm.DEFANGED.url(posting.url())));
        field("author", posting.author());
        field("employer", posting.employer());
        field("location", posting.location());
        field("salary", posting.salary());
        field("date", posting.postedAt().map(Object::toString));
        field("text", Optional.of(posting.text()).filter(text -> !text.isBlank()));
        field(
                "contacts",
                joined(
                        assessment.contacts().stream()
                                .map(contact -> LinkForm.DEFANGED.contactKey(contact.key()))
                                .distinct()
                                .toList()));
        field(
                "signals",
                joined(
                        assessment.signals().stream()
                                .map(signal -> signal.id())
                                .limit(MOST_SIGNALS)
                                .toList()));
    }

    private static Optional<String> joined(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    private void field(String name, Optional<String> value) {
        value.ifPresent(said -> add(String.format(Locale.ROOT, "      %s%s", fitted(name), said)));
    }

    private static String fitted(String name) {
        return TerminalText.fitted(name, LABEL);
    }

    /// What a reader of the rest could overlook.
    private void missing() {
        List<String> missing = new ArrayList<>();
        String unmatched =
                trial.recipe().stream()
                        .filter(tried -> tried.matches() == 0)
                        .map(Tried::key)
                        .filter(this::isOfThisPage)
                        .collect(Collectors.joining(", "));
        if (!unmatched.isEmpty()) {
            missing.add("nothing matches " + unmatched);
        }
        long authors =
                trial.postings().stream().filter(p -> p.posting().author().isEmpty()).count();
        if (authors > 0) {
            missing.add(authors + " of " + trial.postings().size() + " postings have no author");
        }
        long dates =
                trial.postings().stream().filter(p -> p.posting().postedAt().isEmpty()).count();
        if (dates > 0) {
            missing.add(dates + " of " + trial.postings().size() + " postings have no date");
        }
        if (!trial.foundSomething()) {
            missing.add("no link and no posting was found");
        }
        section(missing.isEmpty() ? "Missing: nothing" : "Missing");
        missing.forEach(what -> add("  " + what));
    }

    /// What to look at after this page. It is not cut, so that it can be pasted.
    private void next() {
        Optional<PageLink> ad =
                trial.links(PageLink.Kind.ITEM).stream().filter(trial::isInScope).findFirst();
        String name = trial.site().name();
        if (ad.isPresent() && trial.site().kind() != SiteKind.FEED) {
            section("Next: a posting's own page, then a crawl");
            lines.add("  lurewatch check site " + name + " " + quoted(ad.get().url()));
        } else if (!trial.postings().isEmpty()) {
            section("Next: a crawl, and what it found");
        }
        if (ad.isPresent() || !trial.postings().isEmpty()) {
            lines.add("  lurewatch crawl --once --site " + name);
            lines.add("  lurewatch search 'site:" + name + "'");
        }
    }

    /// An address for a shell's line; nothing in it ends the quotes.
    private static String quoted(String url) {
        return "'" + TerminalText.line(LinkForm.DEFANGED.url(url)).replace("'", "%27") + "'";
    }

    /// An ad's own page has no list, and a listing no posting: that is nothing missing.
    private boolean isOfThisPage(String key) {
        boolean isListing =
                trial.recipe().stream()
                        .anyMatch(tried -> tried.key().startsWith("list.") && tried.matches() > 0);
        return key.startsWith("posting.")
                ? !isListing || !trial.postings().isEmpty()
                : isListing || trial.postings().isEmpty();
    }

    private void section(String title) {
        lines.add("");
        add(title);
    }

    private void labelled(String label, String what) {
        add(fitted(label) + what);
    }

    private void add(String line) {
        lines.add(TerminalText.cut(TerminalText.line(line), width).stripTrailing());
    }

    private static String shown(String url) {
        return LinkForm.DEFANGED.url(url);
    }
}
