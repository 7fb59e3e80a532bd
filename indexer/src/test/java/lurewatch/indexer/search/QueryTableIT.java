package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `queries.tsv` over `postings.tsv`.
class QueryTableIT {
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(
                    SamplePostings::read,
                    InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));

    private static PostingSearch search;

    @BeforeAll
    static void index(@TempDir Path dir) {
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
            index.commit(1);
        }
        search = PostingSearch.open(dir);
    }

    @AfterAll
    static void close() {
        search.close();
    }

    static Stream<Arguments> queries() {
        return SamplePostings.rows("queries.tsv").stream()
                .map(row ->
                        Arguments.of(
                                row[0], row[1].isEmpty() ? List.of() : List.of(row[1].split(" "))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void findsExactlyThese(String query, List<String> expected) throws QueryException {
        List<String> found = new ArrayList<>();
        search.search(LANGUAGE.parse(query)).forEach(hit -> found.add(hit.id()));
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesValuesThatNoPostingHas() throws QueryException {
        assertThat(search.unknownValues(LANGUAGE.parse("signal:pay lang:kr (free OR site:jobs)")))
                .satisfiesExactlyInAnyOrder(
                        told ->
                                assertThat(told)
                                        .contains("no posting has signal:pay", "pay_too_high"),
                        told -> assertThat(told).contains("no posting has lang:kr"),
                        told -> assertThat(told).contains("no posting has site:jobs", "jobs-one"));
        assertThat(search.unknownValues(LANGUAGE.parse("nosuchword -lang:kr lang:ko"))).isEmpty();
    }

    @Test
    void readsListsThatHaveNoBlanks() {
        assertThat(
                        LANGUAGE.pastedIn(
                                "@hr_lucky88;+855 96 123 4567;@boss_lee|t.me/vip_job，line:abc_d"))
                .extracting(PastedPiece::written)
                .startsWith("@hr_lucky88", "+855 96 123 4567", "@boss_lee", "t.me/vip_job");
    }

    /// Each word is looked for; that they stand side by side is too much to ask, and no mistake.
    @Test
    void takesManyWordsThatTogetherAreNoPhrase() throws QueryException {
        String query = "柬埔寨西港园区直招客服 ".repeat(60).strip();
        assertThat(search.search(LANGUAGE.parse(query)).total()).isEqualTo(1);
    }
}
