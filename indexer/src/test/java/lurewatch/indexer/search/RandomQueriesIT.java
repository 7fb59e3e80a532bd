package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Queries that nobody would type, thousands of them: each is understood or refused, and none is
/// slow. `LUREWATCH_FUZZ=100000` says how many it shall be.
class RandomQueriesIT {
    private static final int QUERIES =
            Integer.parseInt(Optional.ofNullable(System.getenv("LUREWATCH_FUZZ")).orElse("10000"));

    /// The same queries in every build; `LUREWATCH_SEED` makes others.
    private static final long SEED =
            Long.parseLong(Optional.ofNullable(System.getenv("LUREWATCH_SEED")).orElse("1"));

    /// Of processor time, which a busy machine does not lengthen as it does the clock's.
    private static final Duration SLOW = Duration.ofSeconds(2);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<String> PIECES =
            List.of(
                    "캄보디아",
                    "柬埔寨",
                    "free",
                    "flight",
                    "ลูกค้า",
                    "việc",
                    "កម្ពុជា",
                    "မြန်မာ",
                    " ",
                    " ",
                    " ",
                    " AND ",
                    " OR ",
                    " NOT ",
                    "-",
                    "!",
                    "(",
                    ")",
                    "\"",
                    "*",
                    "~",
                    "~2",
                    ":",
                    "score",
                    "score:",
                    "score>=",
                    "70",
                    "[70 TO 100]",
                    "{",
                    "}",
                    "[",
                    "]",
                    "..",
                    "last:",
                    "7d",
                    "2026-08",
                    "signal:",
                    "pay>=",
                    "1000usd",
                    "like:",
                    "ko1",
                    "wallet:",
                    "text:",
                    "place:",
                    "url:",
                    "site:",
                    "telegram:",
                    "@",
                    "@hr_lucky88",
                    "t.me/",
                    "https://",
                    "+855 96 123 4567",
                    "+",
                    "/",
                    "\\",
                    "^",
                    "&&",
                    "||",
                    "\u202e",
                    "\u0000",
                    "\ud83d",
                    "😀",
                    "ㅌㄹ",
                    "<",
                    ">",
                    "=",
                    "?",
                    "<=",
                    "a",
                    "bc",
                    "country:KH",
                    "class:lure",
                    "\n",
                    "\t",
                    "'",
                    "“",
                    "”",
                    "hxxp",
                    ".",
                    ",",
                    "#",
                    "%");

    @Test
    void neverFailOtherwiseAndAreNeverSlow(@TempDir Path dir) {
        long seed = SEED;
        Random random = new Random(seed);
        QueryLanguage language =
                new QueryLanguage(
                        SamplePostings::read,
                        InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
            index.commit(1);
        }
        int understood = 0;
        try (PostingSearch search = PostingSearch.open(dir)) {
            for (int i = 0; i < QUERIES; i++) {
                String query = random(random);
                long start = THREADS.getCurrentThreadCpuTime();
                understood += isUnderstood(language, search, query, seed) ? 1 : 0;
                assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                        .as("seed %d: %s", seed, query)
                        .isLessThan(SLOW);
            }
        }
        assertThat(understood).isBetween(QUERIES / 20, QUERIES);
    }

    private static boolean isUnderstood(
            QueryLanguage language, PostingSearch search, String query, long seed) {
        try {
            ParsedQuery parsed = language.parse(query);
            Highlighter highlighter = Highlighter.of(parsed);
            for (Hit hit : search.search(parsed, 3)) {
                assertThat(highlighter.matchesIn(hit.text())).isNotNull();
            }
            return true;
        } catch (QueryException e) {
            assertThat(e.position()).as(query).isBetween(0, query.length());
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + query, e);
        }
    }

    private static String random(Random random) {
        StringBuilder query = new StringBuilder();
        int pieces = random.nextInt(100) == 0 ? 800 : 1 + random.nextInt(9);
        for (int i = 0; i < pieces; i++) {
            query.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return query.toString();
    }
}
