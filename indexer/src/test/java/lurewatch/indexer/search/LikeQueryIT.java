package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.campaign.MaskedText;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `like:`: copies are found whatever they name, and what names no posting is said.
class LikeQueryIT {
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(SamplePostings::read, InstantSource.system());

    private static PostingSearch search;

    @BeforeAll
    static void index(@TempDir Path dir) {
        List<SamplePostings.Sample> samples = SamplePostings.all();
        try (PostingIndex index = PostingIndex.open(dir)) {
            samples.forEach(sample -> index.put(sample.entry()));
            // The text of one under the id of another: a copy on another site.
            SamplePostings.Sample original = named(samples, "en1");
            SamplePostings.Sample other = named(samples, "en3");
            index.put(
                    new IndexEntry(
                            other.posting(),
                            other.times(),
                            Sketches.of(
                                    MaskedText.of(
                                            original.posting()
                                                    .posting()
                                                    .text()
                                                    .replace("2500", "3,100")
                                                    .replace("hr_lucky88", "@boss_2")))));
            SamplePostings.Sample mute = named(samples, "en6");
            index.put(new IndexEntry(mute.posting(), mute.times(), Optional.empty()));
            index.commit(1);
        }
        search = PostingSearch.open(dir);
    }

    private static SamplePostings.Sample named(List<SamplePostings.Sample> samples, String id) {
        return samples.stream()
                .filter(sample -> sample.posting().posting().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        search.close();
    }

    private static List<String> found(String query) throws QueryException {
        List<String> ids = new ArrayList<>();
        search.search(LANGUAGE.parse(query)).forEach(hit -> ids.add(hit.id()));
        return ids;
    }

    @Test
    void findsCopiesUnderOtherNamesAndNumbersAndRanksTheSameTextFirst() throws QueryException {
        assertThat(found("like:en1")).containsExactly("en1", "en3");
        assertThat(found("like:en3")).containsExactlyInAnyOrder("en1", "en3");
        assertThat(found("like:en1 -id:en1")).containsExactly("en3");
    }

    @Test
    void saysWhatNamesNoPosting() {
        assertThatThrownBy(() -> found("free like:nosuch"))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        e -> {
                            assertThat(e).hasMessageContaining("there is no posting 'nosuch'");
                            assertThat(e.position()).isEqualTo(10);
                        });
        assertThatThrownBy(() -> found("like:k")).hasMessageContaining("several ids start");
        assertThatThrownBy(() -> found("like:en6")).hasMessageContaining("says too little");
    }

    @Test
    void takesMoreOfThemThanLuceneWouldByItself() throws QueryException {
        assertThat(found("like:en1 OR ".repeat(199) + "like:en1")).hasSize(2);
        assertThat(found("wallet:x OR ".repeat(199) + "wallet:x")).isEmpty();
    }
}
