package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShownTableTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir Path directory;

    private Sql sql;
    private UrlTable urls;
    private ShownTable shown;
    private UrlRow first;
    private UrlRow second;

    @BeforeEach
    void open() throws SQLException {
        Path file = directory.resolve("crawl.db");
        sql = CrawlDatabase.openToWrite(file);
        urls = new UrlTable(sql);
        shown = new ShownTable(sql, urls);
        first = added("list", PageClass.HUB, 0);
        second = added("list-2", PageClass.HUB, 1);
        for (char ad = 'a'; ad <= 'h'; ad++) {
            added(String.valueOf(ad), PageClass.DETAIL, 0);
        }
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
    }

    private static WebUrl url(String name) {
        return WebUrl.parse("http://board.example/" + name).orElseThrow();
    }

    private UrlRow added(String name, PageClass pageClass, int paging) throws SQLException {
        long host = new HostTable(sql).named("board.example").id();
        urls.add(UrlTable.NewUrl.of(url(name), host, "board", pageClass, 0, 0, paging, NOW), NOW);
        return urls.row(url(name).toString()).orElseThrow();
    }

    /// Postings by one letter each, in the listing's order, with a menu before and after them.
    private List<String> left(UrlRow listing, String postings) throws SQLException {
        return look(listing, postings).left().stream()
                .map(row -> row.url().substring("http://board.example/".length()))
                .toList();
    }

    private ShownTable.Difference look(UrlRow listing, String postings) throws SQLException {
        List<FoundLink> links =
                new java.util.ArrayList<>(
                        Arrays.stream(postings.split("", 0))
                                .filter(name -> !name.isEmpty())
                                .map(name -> new FoundLink(url(name), FoundLink.Kind.ITEM))
                                .toList());
        links.addFirst(new FoundLink(url("menu"), FoundLink.Kind.OTHER));
        links.addLast(new FoundLink(url("imprint"), FoundLink.Kind.OTHER));
        return shown.look(listing, links);
    }

    @Test
    void theFirstVisitHasNothingToCompareWith() throws SQLException {
        assertThat(look(first, "abc")).isEqualTo(ShownTable.Difference.NONE);
    }

    @Test
    void whatIsMissingBetweenOthersWasTakenDown() throws SQLException {
        left(first, "abcde");
        assertThat(left(first, "hacde")).containsExactly("b");
        assertThat(left(first, "hce")).containsExactly("a", "d");
        assertThat(left(first, "hce")).as("once").isEmpty();
    }

    @Test
    void theTailOfAListMayHaveSlippedOn() throws SQLException {
        left(first, "abcde");
        assertThat(left(first, "fgabc")).isEmpty();
    }

    @Test
    void aListWithNothingOnItSaysNothing() throws SQLException {
        left(first, "abcde");
        assertThat(left(first, "")).isEmpty();
        assertThat(left(first, "xyz")).isEmpty();
    }

    @Test
    void theHeadOfALaterPageMayHaveMovedUp() throws SQLException {
        left(second, "abcde");
        assertThat(left(second, "bdef")).containsExactly("c");
    }

    @Test
    void aPostingThatWasNotKnownYetIsRememberedOnceItIs() throws SQLException {
        left(first, "axb");
        added("x", PageClass.DETAIL, 0);
        left(first, "axb");
        assertThat(left(first, "ab")).containsExactly("x");
    }

    @Test
    void whatIsThereAgainIsAnew() throws SQLException {
        look(first, "abc");
        look(first, "ac");
        assertThat(look(first, "abc").anew())
                .extracting(link -> link.url().toString())
                .containsExactly("http://board.example/b");
    }
}
