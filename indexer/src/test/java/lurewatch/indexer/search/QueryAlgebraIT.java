package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random joins of queries whose answers are known find what set algebra says: nothing is dropped,
/// and no field is silently taken for something else.
class QueryAlgebraIT {
    /// `LUREWATCH_FUZZ` says another number.
    private static final int QUERIES = (int) environment("LUREWATCH_FUZZ", 3000);

    /// The same joins in every build; `LUREWATCH_SEED` makes others.
    private static final long SEED = environment("LUREWATCH_SEED", 20_261_101);

    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(
                    SamplePostings::read,
                    InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));

    private static PostingSearch search;
    private static List<Known> leaves;
    private static Set<String> all;

    /// A query and what it finds.
    private record Known(String query, Set<String> found) {}

    @BeforeAll
    static void index(@TempDir Path dir) {
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
            index.commit(1);
        }
        search = PostingSearch.open(dir);
        all = new TreeSet<>();
        SamplePostings.all().forEach(sample -> all.add(sample.posting().posting().id().value()));
        leaves =
                SamplePostings.rows("queries.tsv").stream()
                        .filter(row -> row[0].matches("[^\\s()\"-]\\S*") && !row[0].startsWith("!"))
                        .filter(row -> !row[0].contains("(") && !row[0].contains("|"))
                        .map(row -> new Known(row[0], ids(row[1])))
                        .toList();
    }

    private static long environment(String variable, long otherwise) {
        return Optional.ofNullable(System.getenv(variable)).map(Long::parseLong).orElse(otherwise);
    }

    private static Set<String> ids(String row) {
        return row.isEmpty() ? Set.of() : Set.of(row.split(" "));
    }

    @AfterAll
    static void close() {
        search.close();
    }

    @Test
    void findsWhatTheSetsSay() throws QueryException {
        assertThat(leaves).hasSizeGreaterThan(80);
        Random random = new Random(SEED);
        for (int i = 0; i < QUERIES; i++) {
            Known known = joined(random, 4);
            Set<String> found = new TreeSet<>();
            search.search(LANGUAGE.parse(known.query())).forEach(hit -> found.add(hit.id()));
            assertThat(found)
                    .as("seed %d: %s", SEED, known.query())
                    .isEqualTo(new TreeSet<>(known.found()));
        }
    }

    private static Known joined(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaves.get(random.nextInt(leaves.size()));
        }
        Known left = joined(random, depth - 1);
        Known right = joined(random, depth - 1);
        Set<String> found = new HashSet<>(left.found());
        return switch (random.nextInt(4)) {
            case 0 -> {
                found.addAll(right.found());
                yield new Known("(" + left.query() + " OR " + right.query() + ")", found);
            }
            case 1 -> {
                found.retainAll(right.found());
                yield new Known("(" + left.query() + " " + right.query() + ")", found);
            }
            case 2 -> {
                found.retainAll(right.found());
                yield new Known("(" + left.query() + " AND " + right.query() + ")", found);
            }
            default -> {
                Set<String> others = new HashSet<>(all);
                others.removeAll(left.found());
                yield new Known("(NOT " + left.query() + ")", others);
            }
        };
    }

    @Test
    void refusesEveryMisspeltField() {
        Set<String> fields = new HashSet<>();
        LANGUAGE.fields().forEach(field -> fields.add(field.name()));
        Random random = new Random(5);
        int tried = 0;
        for (String field : new TreeSet<>(fields)) {
            for (int i = 0; i < 100; i++) {
                String misspelt = misspelt(field, random);
                if (!fields.contains(misspelt) && misspelt.matches("[a-z][a-z_]*")) {
                    tried++;
                    assertThat(
                                    catchThrowableOfType(
                                            QueryException.class,
                                            () -> LANGUAGE.parse("free " + misspelt + ":x")))
                            .as(misspelt)
                            .hasMessageContaining("unknown field '" + misspelt + "'");
                }
            }
        }
        assertThat(tried).isGreaterThan(2_000);
    }

    private static String misspelt(String field, Random random) {
        int at = random.nextInt(field.length());
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> field.substring(0, at) + letter + field.substring(at);
            case 1 -> field.substring(0, at) + field.substring(at + 1);
            default -> field.substring(0, at) + letter + field.substring(at + 1);
        };
    }
}
