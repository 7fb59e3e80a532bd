package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index as a derived thing: what it remembers, and that it can be made again.
class ReplayIT {
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(
                    SamplePostings::read,
                    InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));

    @TempDir private Path dir;

    /// One index is written at once; the other in random order, with old versions that were
    /// replaced, in many segments, some merged. Lucene's statistics differ; hits may not.
    @Test
    void givesTheSameHitsInTheSameOrderHoweverTheIndexCameToBe() throws QueryException {
        List<SamplePostings.Sample> samples = new ArrayList<>(SamplePostings.all());
        try (PostingIndex straight = PostingIndex.open(dir.resolve("a"))) {
            samples.forEach(sample -> straight.put(sample.entry()));
            straight.commit(9);
        }
        Random random = new Random(42);
        try (PostingIndex crooked = PostingIndex.open(dir.resolve("b"))) {
            for (int round = 0; round < 40; round++) {
                Collections.shuffle(samples, random);
                samples.stream()
                        .limit(1 + random.nextInt(samples.size()))
                        .forEach(sample -> crooked.put(sample.entry()));
                crooked.commit(round);
            }
            samples.forEach(sample -> crooked.put(sample.entry()));
            crooked.commit(41);
        }
        for (String[] row : SamplePostings.rows("queries.tsv")) {
            assertThat(hits(dir.resolve("b"), row[0]))
                    .as(row[0])
                    .isEqualTo(hits(dir.resolve("a"), row[0]));
        }
    }

    private static List<Hit> hits(Path index, String query) throws QueryException {
        List<Hit> hits = new ArrayList<>();
        try (PostingSearch search = PostingSearch.open(index)) {
            search.search(LANGUAGE.parse(query)).forEach(hits::add);
            if (!hits.isEmpty()) {
                assertThat(search.search(LANGUAGE.parse(query), 1))
                        .containsExactly(hits.getFirst());
            }
        }
        return hits;
    }

    @Test
    void remembersTheLastCommittedSequence() {
        try (PostingIndex index = PostingIndex.open(dir)) {
            assertThat(index.committedSequence()).isZero();
            SamplePostings.putAll(index);
            index.commit(17);
            assertThat(index.committedSequence()).isEqualTo(17);
        }
        try (PostingIndex index = PostingIndex.open(dir)) {
            assertThat(index.committedSequence()).isEqualTo(17);
        }
    }

    @Test
    void forgetsWhatWasNotCommitted() throws QueryException {
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
        }
        assertThat(hits(dir, "*")).isEmpty();
    }

    @Test
    void refusesASecondWriter() {
        try (PostingIndex index = PostingIndex.open(dir)) {
            assertThatThrownBy(() -> PostingIndex.open(dir))
                    .isInstanceOf(IndexUnusableException.class)
                    .hasMessageContaining("another process");
            assertThat(index.committedSequence()).isZero();
        }
    }

    @Test
    void searchesWhileAnotherWrites() throws QueryException {
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
            index.commit(1);
            assertThat(hits(dir, "id:en1")).hasSize(1);
        }
    }

    @Test
    void saysWhatToDoAboutAnIndexThatIsMissingOrBroken() throws IOException {
        assertThatThrownBy(() -> PostingSearch.open(dir.resolve("none")))
                .isInstanceOf(IndexUnusableException.class)
                .hasMessageContaining("lurewatch crawl");
        assertThatThrownBy(() -> PostingSearch.open(dir))
                .isInstanceOf(IndexUnusableException.class)
                .hasMessageContaining("no index at");
        Files.writeString(
                dir.resolve("segments_1"), "this is no Lucene index at all, it only looks so");
        assertThatThrownBy(() -> PostingSearch.open(dir))
                .isInstanceOf(IndexUnusableException.class)
                .hasMessageContaining("replay");
        assertThatThrownBy(() -> PostingIndex.open(dir))
                .isInstanceOf(IndexUnusableException.class)
                .hasMessageContaining("replay");
    }
}
