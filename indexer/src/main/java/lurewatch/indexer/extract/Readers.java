package lurewatch.indexer.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.PageAddress;
import lurewatch.indexer.SiteKind;

/// Asks the readers in turn, the most particular first; the first that finds something is believed.
final class Readers {
    /// The name of the reader of last resort: what a reader would call the page's text.
    static final String PROSE = "main text";

    private static final String SCHEMA = "schema.org";
    private static final String BESIDE = "beside schema.org";
    private static final int REAL_COMMENT = 20;

    private Readers() {}

    static PageReading read(Page page, SitePlan plan) {
        Optional<Recipe> recipe = plan.recipe();
        if (recipe.isPresent()) {
            PageReading reading =
                    attempted("recipe", page, p -> RecipeReader.read(p, recipe.get()));
            if (!reading.isEmpty()) {
                return reading;
            }
        }
        if (plan.kind() == SiteKind.CHANNEL || ChannelReader.isChannel(page)) {
            return attempted("channel", page, ChannelReader::read);
        }
        if (plan.kind() == SiteKind.FORUM) {
            PageReading reading = attempted("forum", page, ForumReader::read);
            if (!reading.isEmpty()) {
                return reading;
            }
        }
        PageReading structured = attempted(SCHEMA, page, p -> PageReading.of(SchemaReader.read(p)));
        return structured.isEmpty() ? attempted(PROSE, page, Readers::prose) : structured;
    }

    /// What a page says that may be no posting: what stands beside several items.
    static List<Draft> doubtful(Page page, PageReading reading) {
        boolean isList =
                reading.reader().filter(SCHEMA::equals).isPresent() && reading.drafts().size() > 1;
        return isList
                ? attempted(
                                BESIDE,
                                page,
                                p ->
                                        PageReading.of(
                                                BesideItems.of(p, reading.drafts()).stream()
                                                        .toList()))
                        .drafts()
                : List.of();
    }

    /// What a page says that was taken for none.
    static List<Draft> behindMark(Page page) {
        return attempted(PROSE, page, Readers::prose).drafts();
    }

    /// Whether nobody in particular found anything.
    static boolean isProse(PageReading reading) {
        return reading.isEmpty() || reading.reader().filter(PROSE::equals).isPresent();
    }

    private interface Reader {
        PageReading read(Page page);
    }

    /// One reader failing costs what it would have found.
    private static PageReading attempted(String name, Page page, Reader reader) {
        try {
            return reader.read(page).by(name);
        } catch (RuntimeException e) {
            page.broke(name, e);
            return PageReading.NOTHING;
        }
    }

    private static PageReading prose(Page page) {
        List<Draft> drafts = new ArrayList<>();
        if (!page.mainText().isBlank()) {
            drafts.add(article(page));
        }
        String comments = comments(page.scan);
        if (comments.length() >= REAL_COMMENT) {
            drafts.add(
                    new Draft()
                            .at(page.url() + PageAddress.COMMENTS)
                            .heading(page.title())
                            .comment(comments));
        }
        return PageReading.of(drafts);
    }

    private static Draft article(Page page) {
        String title = page.title();
        String text = page.mainText();
        String body = text.startsWith(title + "\n") ? text.substring(title.length() + 1) : text;
        Draft draft =
                new Draft()
                        .at(page.url())
                        .title(title)
                        .author(author(page.scan))
                        .postedAt(date(page.scan))
                        .body(body);
        page.addLinksOfMainText(draft);
        return draft;
    }

    private static String author(PageScan scan) {
        String author = scan.meta.getOrDefault("author", "");
        return author.contains("://") ? "" : author;
    }

    private static Optional<Instant> date(PageScan scan) {
        for (String name :
                List.of("article:published_time", "datepublished", "dateposted", "date")) {
            Optional<Instant> time = Dates.read(scan.meta.getOrDefault(name, ""));
            if (time.isPresent()) {
                return time;
            }
        }
        return Dates.read(scan.firstTime);
    }

    /// What readers answered, a line per passage.
    private static String comments(PageScan scan) {
        StringBuilder text = new StringBuilder();
        for (Passage passage : scan.passages.all()) {
            if (passage.zone() == Zone.COMMENTS && passage.linkShare() < 0.6) {
                text.append(scan.prose.slice(passage)).append('\n');
            }
        }
        return text.toString().strip();
    }
}
