package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How hits are ordered, and that what is said of the order is true.
class RankIT {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(SamplePostings::read, InstantSource.fixed(NOW));

    private static PostingSearch search;

    /// The sample, and one ad that was seen last on five different days.
    @BeforeAll
    static void index(@TempDir Path dir) {
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
            for (int days : List.of(700, 0, 180, 30, 90)) {
                index.put(seenLast(days));
            }
            index.commit(1);
        }
        search = PostingSearch.open(dir);
    }

    private static IndexEntry seenLast(int days) {
        AssessedPosting en1 =
                SamplePostings.all().stream()
                        .map(SamplePostings.Sample::posting)
                        .filter(posting -> posting.posting().id().value().equals("en1"))
                        .findFirst()
                        .orElseThrow();
        JobPosting like = en1.posting();
        JobPosting aged =
                new JobPosting(
                        new PostingId("aged-" + days),
                        like.capture(),
                        like.site(),
                        like.url(),
                        like.title(),
                        like.author(),
                        like.employer(),
                        like.location(),
                        like.salary(),
                        like.postedAt(),
                        like.blocks(),
                        like.links(),
                        like.particulars());
        Instant last = NOW.minusSeconds(86_400L * days);
        return new IndexEntry(
                new AssessedPosting(aged, en1.assessment()),
                new PostingTimes(last, last, 1),
                Optional.empty());
    }

    @AfterAll
    static void close() {
        search.close();
    }

    @Test
    void prefersWhatWasSeenLately() throws QueryException {
        assertThat(ids("sihanoukville id:aged-*"))
                .containsExactly("aged-0", "aged-30", "aged-90", "aged-180", "aged-700");
    }

    /// Fresh news of it rank behind an old ad that says it more, and twice.
    @Test
    void doesNotPutWhatIsFreshBeforeWhatIsMeant() throws QueryException {
        assertThat(ids("cambodia free -id:aged-0 -id:aged-30 -id:aged-90 lang:en"))
                .containsSubsequence("en1", "aged-180", "aged-700");
        assertThat(ids("\"customer service\" OR abroad -id:aged-0 -id:aged-30 -id:aged-90"))
                .startsWith("en1");
    }

    /// Every query of the table, hit by hit: each factor from what the index holds, their product
    /// in the order of the hits, and the same order for whoever asks a year later.
    @Test
    void saysOfEachHitWhatItsRankIsMadeOf() throws QueryException {
        int explained = 0;
        for (String[] row : SamplePostings.rows("queries.tsv")) {
            ParsedQuery parsed = LANGUAGE.parse(row[0]);
            double before = Double.MAX_VALUE;
            double beforeLater = Double.MAX_VALUE;
            for (Hit hit : search.search(parsed)) {
                Rank rank = search.rankOf(parsed, hit, NOW);
                Rank later = search.rankOf(parsed, hit, NOW.plusSeconds(86_400L * 365));
                assertThat(rank.value())
                        .as("%s of %s", hit.id(), row[0])
                        .isLessThanOrEqualTo(before * (1 + 1e-6));
                assertThat(later.value()).isLessThanOrEqualTo(beforeLater * (1 + 1e-6));
                assertThat(rank.score()).isEqualTo(1 + hit.score() / 100);
                assertThat(rank.relevance())
                        .isCloseTo(
                                1 + rank.parts().stream().mapToDouble(Rank.Part::weight).sum(),
                                within(1e-9));
                before = rank.value();
                beforeLater = later.value();
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(300);
    }

    @Test
    void namesTheWordsAndWhereTheyStand() throws QueryException {
        ParsedQuery parsed =
                LANGUAGE.parse("sihanoukville OR (\"free flight\" -berlin) class:lure");
        Hit hit = hit(parsed, "en1");
        Rank rank = search.rankOf(parsed, hit, NOW);
        assertThat(rank.parts())
                .extracting(Rank.Part::what)
                .containsExactly("sihanoukville", "\"free flight\"");
        assertThat(rank.parts().getFirst().where())
                .extracting(Rank.Place::field)
                .containsExactly("title");
        assertThat(rank.parts().getLast().where())
                .extracting(Rank.Place::field)
                .containsExactly("text");
        assertThat(rank.days()).isEqualTo(1);
        assertThat(rank.recency()).isCloseTo(Math.pow(2, -1.0 / 180), within(1e-12));
    }

    @Test
    void halvesWithEveryHalfLife() throws QueryException {
        ParsedQuery parsed = LANGUAGE.parse("id:aged-180");
        Rank rank = search.rankOf(parsed, hit(parsed, "aged-180"), NOW);
        assertThat(rank.recency()).isEqualTo(0.5);
        assertThat(rank.relevance()).isEqualTo(1);
        assertThat(rank.parts()).isEmpty();
    }

    private static Hit hit(ParsedQuery parsed, String id) throws QueryException {
        for (Hit hit : search.search(parsed)) {
            if (hit.id().equals(id)) {
                return hit;
            }
        }
        throw new AssertionError("not found: " + id);
    }

    private static List<String> ids(String query) throws QueryException {
        List<String> ids = new ArrayList<>();
        search.search(LANGUAGE.parse(query)).forEach(hit -> ids.add(hit.id()));
        return ids;
    }
}
