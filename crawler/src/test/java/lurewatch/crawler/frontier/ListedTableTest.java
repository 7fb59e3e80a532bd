package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListedTableTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir Path directory;

    private Sql sql;
    private ListedTable listed;

    @BeforeEach
    void open() throws SQLException {
        Path file = directory.resolve("crawl.db");
        sql = CrawlDatabase.openToWrite(file);
        listed = new ListedTable(sql);
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
    }

    /// Twenty messages a page, and the next page named by the oldest: each new message moves all.
    @Test
    void aListIsWalkedOnceAndThenAsFarAsItIsNew() throws SQLException {
        assertThat(walk("jobs", 100)).isEqualTo(5);
        assertThat(walk("jobs", 101)).isEqualTo(2);
        assertThat(walk("jobs", 126)).isEqualTo(3);
        assertThat(walk("jobs", 126)).isEqualTo(1);
    }

    @Test
    void whatWasSeenIsKept() throws SQLException {
        walk("jobs", 100);
        sql.close();
        open();
        assertThat(walk("jobs", 101)).isEqualTo(2);
    }

    @Test
    void anotherListIsWalkedForItself() throws SQLException {
        walk("jobs", 60);
        assertThat(walk("work", 60)).isEqualTo(3);
        assertThat(walk("jobs?q=a&", 60)).isEqualTo(3);
        assertThat(walk("jobs?q=b&", 60)).isEqualTo(3);
        assertThat(walk("jobs?q=a&", 60)).isEqualTo(1);
    }

    /// A single ad with a link to the next one is no list of ads.
    @Test
    void aPageOfOnePostingLeadsOn() throws SQLException {
        UrlRow page = row("ad?id=7");
        FoundLink next = next("ad?id=6");
        listed.add(page, next, List.of("http://board.example/ad?id=7"));
        assertThat(listed.hasAll(page, next, List.of("http://board.example/ad?id=7"))).isFalse();
    }

    /// How many pages are asked for until none leads on.
    private int walk(String list, int newest) throws SQLException {
        String start = list.contains("?") ? list : list + "?";
        int pages = 1;
        String at = start;
        for (int top = newest; top > 20; top -= 20) {
            List<String> postings =
                    IntStream.rangeClosed(top - 19, top)
                            .mapToObj(id -> "http://board.example/ad/" + id)
                            .toList();
            UrlRow page = row(at);
            String after = start + "before=" + (top - 19);
            FoundLink next = next(after);
            if (listed.hasAll(page, next, postings)) {
                return pages;
            }
            listed.add(page, next, postings);
            pages++;
            at = after;
        }
        return pages;
    }

    private UrlRow row(String name) throws SQLException {
        UrlTable urls = new UrlTable(sql);
        long host = new HostTable(sql).named("board.example").id();
        WebUrl url = url(name);
        urls.add(UrlTable.NewUrl.of(url, host, "board", PageClass.HUB, 0, 0, 0, NOW), NOW);
        return urls.row(url.toString()).orElseThrow();
    }

    private static FoundLink next(String name) {
        return new FoundLink(url(name), FoundLink.Kind.NEXT);
    }

    private static WebUrl url(String name) {
        return WebUrl.parse("http://board.example/" + name).orElseThrow();
    }
}
