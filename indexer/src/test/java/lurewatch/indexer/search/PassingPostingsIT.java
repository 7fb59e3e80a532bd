package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A posting that passes is found by what would find it in the index, and by nothing else.
class PassingPostingsIT {
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(
                    SamplePostings::read,
                    InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));

    @Test
    void queriesFindWhatTheyFindInTheIndex(@TempDir Path dir) throws QueryException {
        List<SamplePostings.Sample> samples = SamplePostings.all();
        List<IndexEntry> entries = samples.stream().map(SamplePostings.Sample::entry).toList();
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
            index.commit(7);
        }
        int found = 0;
        try (PostingSearch search = PostingSearch.open(dir);
                PassingPostings passing = PassingPostings.of(entries, search)) {
            assertThat(search.sequence()).isEqualTo(7);
            for (String[] row : SamplePostings.rows("queries.tsv")) {
                ParsedQuery query = LANGUAGE.parse(row[0]);
                Set<String> stored = new TreeSet<>();
                search.search(query).forEach(hit -> stored.add(hit.id()));
                Set<String> matched = new TreeSet<>();
                passing.matching(query).stream()
                        .mapToObj(place -> samples.get(place).posting().posting().id().value())
                        .forEach(matched::add);
                assertThat(matched).as(row[0]).isEqualTo(stored);
                found += stored.size();
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    /// `like:` names a posting of the index, whatever passes.
    @Test
    void aNamedPostingIsLookedUpInTheIndex(@TempDir Path dir) throws QueryException {
        List<SamplePostings.Sample> samples =
                SamplePostings.all().stream()
                        .filter(sample -> sample.entry().sketch().isPresent())
                        .toList();
        SamplePostings.Sample named = samples.getFirst();
        try (PostingIndex index = PostingIndex.open(dir)) {
            index.put(named.entry());
            index.commit(1);
        }
        List<IndexEntry> two = new ArrayList<>();
        two.add(samples.getLast().entry());
        two.add(named.entry());
        String id = named.posting().posting().id().value();
        try (PostingSearch search = PostingSearch.open(dir);
                PassingPostings passing = PassingPostings.of(two, search)) {
            assertThat(passing.matching(LANGUAGE.parse("like:" + id)).get(1)).isTrue();
            ParsedQuery unknown =
                    LANGUAGE.parse("like:" + samples.getLast().posting().posting().id().value());
            assertThatThrownBy(() -> passing.matching(unknown))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("there is no posting");
        }
    }
}
