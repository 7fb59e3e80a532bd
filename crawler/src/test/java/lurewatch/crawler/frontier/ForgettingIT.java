package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.store.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was erased is in no row and on no page of `crawl.db`.
final class ForgettingIT {
    private static final String LIST = "http://board.test/list";
    private static final String AD = "http://board.test/ads/lucky-hr-88";
    private static final String ONLY_FROM_IT = "http://chat.test/join/lucky-hr-88";
    private static final String OTHER = "http://board.test/ads/9";
    private static final String TITLE = "Customer service Sihanoukville";

    @TempDir Path directory;
    private Path file = Path.of("");

    @BeforeEach
    void fill() throws SQLException {
        file = directory.resolve("crawl.db");
        try (Sql sql = CrawlDatabase.openToWrite(file)) {
            sql.update("INSERT INTO host (id, name) VALUES (1, 'board.test'), (2, 'chat.test')");
            url(sql, 1, LIST, 1, 0, 1, 0, "");
            url(sql, 2, AD, 1, 1, 1, 1, TITLE);
            url(sql, 3, ONLY_FROM_IT, 2, 2, 0, 2, "chat");
            url(sql, 4, OTHER, 1, 1, 1, 1, "more like: " + TITLE);
            for (String visited : List.of(LIST, AD, OTHER)) {
                sql.update(
                        "INSERT INTO fetch_log (at, site, url, ending, detail, bytes, took,"
                                + " capture) VALUES (1, 'board', ?, 'CAPTURED', '', 1, 1, 7)",
                        visited);
            }
            sql.update(
                    "INSERT INTO fetch_log (at, site, url, ending, detail, bytes, took)"
                            + " VALUES (1, 'board', ?, 'MOVED', ?, 1, 1)",
                    LIST + "?2",
                    "to " + AD);
        }
    }

    private static void url(
            Sql sql,
            long id,
            String url,
            int host,
            int pageClass,
            long last,
            long parent,
            String anchor)
            throws SQLException {
        sql.update(
                "INSERT INTO url (id, url, host_id, site, class, lane, rank, due_at, depth, paging,"
                        + " first_seen, last_at, parent_id, anchor) VALUES (?, ?, ?, 'board', ?, 0, 0,"
                        + " 0, 0, 0, 0, nullif(?, 0), nullif(?, 0), ?)",
                id,
                url,
                host,
                pageClass,
                last,
                parent,
                anchor);
    }

    private List<String> forget(Set<String> listed) {
        return Forgetting.forget(
                file,
                List.of(LIST, AD),
                listed,
                Set.of(7L),
                text -> text.contains(TITLE) || text.contains("lucky-hr-88"));
    }

    private List<String> urls() throws SQLException {
        try (Sql sql = CrawlDatabase.openToRead(file)) {
            return sql.list("SELECT url FROM url ORDER BY id", row -> row.getString(1));
        }
    }

    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                all.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void leavesNoByteOfItAndEverythingElse() throws Exception {
        assertThat(bytes()).contains(AD, ONLY_FROM_IT, TITLE);
        // A listing leads to others.
        assertThat(forget(Set.of())).containsExactly(LIST);
        assertThat(urls()).containsExactly(LIST, OTHER);
        assertThat(bytes()).doesNotContain("lucky-hr-88", TITLE, "chat.test");
        try (Sql sql = CrawlDatabase.openToRead(file)) {
            assertThat(
                            sql.list(
                                    "SELECT url || ' ' || coalesce(capture, 0) FROM fetch_log",
                                    row -> row.getString(1)))
                    .containsExactly(OTHER + " 0");
            assertThat(sql.list("SELECT name FROM host", row -> row.getString(1)))
                    .containsExactly("board.test");
            assertThat(sql.number("SELECT value FROM meta WHERE name = 'queued'")).hasValue(0);
        }
        assertThat(CrawlDatabase.damage(file)).isEmpty();
        byte[] once = Files.readAllBytes(file);
        forget(Set.of());
        assertThat(urls()).containsExactly(LIST, OTHER);
        assertThat(Files.size(file)).isEqualTo(once.length);
    }

    /// Asked whether it is still as in an erased capture, a server would say yes and send nothing.
    @Test
    void ofAListingThatStaysNoAnswerIsRemembered() throws Exception {
        try (Sql sql = CrawlDatabase.openToWrite(file)) {
            sql.update(
                    "UPDATE url SET etag = '\"e\"', last_modified = 'x', content = 5, capture ="
                            + " CASE id WHEN 1 THEN 7 ELSE id END");
        }
        forget(Set.of());
        try (Sql sql = CrawlDatabase.openToRead(file)) {
            assertThat(
                            sql.list(
                                    "SELECT url || ' ' || coalesce(etag, '-') || ' ' ||"
                                            + " coalesce(content, '-') || ' ' || capture FROM url"
                                            + " ORDER BY id",
                                    row -> row.getString(1)))
                    .containsExactly(LIST + " - - 0", OTHER + " \"e\" 5 4");
        }
    }

    /// Pages that were erased would go on filling the budgets of host and site.
    @Test
    void whatIsErasedHasNoPartInABudget() throws Exception {
        try (Sql sql = CrawlDatabase.openToWrite(file)) {
            sql.update("UPDATE url SET misses = 4 WHERE url IN (?, ?)", AD, OTHER);
            sql.execute("UPDATE host SET pages = 3, gone = 2 WHERE id = 1");
            sql.execute("UPDATE host SET pages = 1 WHERE id = 2");
            sql.execute(
                    "INSERT INTO site (name, pages, gone) VALUES ('board', 4, 2), ('bare', 1, 1)");
        }
        forget(Set.of());
        try (Sql sql = CrawlDatabase.openToRead(file)) {
            assertThat(
                            sql.list(
                                    "SELECT name || ' ' || pages || ' ' || gone FROM host"
                                            + " UNION ALL SELECT name || ' ' || pages || ' ' ||"
                                            + " gone FROM site ORDER BY 1",
                                    row -> row.getString(1)))
                    .containsExactly("bare 0 0", "board 2 1", "board.test 2 1");
        }
    }

    @Test
    void aListingGoesWhereItIsToldTo() throws Exception {
        assertThat(forget(Set.of(LIST, AD))).isEmpty();
        assertThat(urls()).containsExactly(OTHER);
    }
}
