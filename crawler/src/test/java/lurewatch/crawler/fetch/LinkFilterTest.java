package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.FoundLink;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.extract.PageLink;
import org.junit.jupiter.api.Test;

class LinkFilterTest {
    private static final String HOME = "http://board.test/";

    private static final LinkFilter FILTER =
            new LinkFilter(
                    Limits.DEFAULTS,
                    List.of(
                            new Site(
                                    "board",
                                    SiteKind.JOB_BOARD,
                                    true,
                                    List.of(HOME),
                                    Scope.DEFAULTS,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())));

    /// A recipe's own links come last of all that a page has.
    @Test
    void aPageOfTooManyLinksKeepsItsItemsAndItsNextPage() {
        List<PageLink> links = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            links.add(new PageLink(HOME + "p/" + i, "", PageLink.Kind.OTHER));
        }
        links.add(new PageLink(HOME + "ad/1", "Cook", PageLink.Kind.ITEM));
        links.add(new PageLink(HOME + "list?page=2", "", PageLink.Kind.NEXT));

        List<FoundLink> found = FILTER.found("board", links);

        assertThat(found).hasSize(2_000);
        assertThat(found)
                .extracting(link -> link.url().toString())
                .contains(HOME + "ad/1", HOME + "list?page=2", HOME + "p/0");
    }

    @Test
    void aPageOfFewKeepsTheirOrder() {
        List<PageLink> links =
                List.of(
                        new PageLink(HOME + "a", "", PageLink.Kind.OTHER),
                        new PageLink(HOME + "b", "", PageLink.Kind.ITEM));

        assertThat(FILTER.found("board", links))
                .extracting(link -> link.url().toString())
                .containsExactly(HOME + "a", HOME + "b");
    }
}
