package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForumReaderTest {
    /// The same thread as each engine writes it, and the names of its posts.
    @ParameterizedTest
    @CsvSource({
        "phpbb, p101, p102",
        "discourse, post_1, post_2",
        "xenforo, post-1, post-2",
        "gnuboard, bo_v, c_55",
    })
    void readsAThreadPostByPost(String engine, String first, String second) {
        List<JobPosting> posts =
                Pages.extract(
                                Pages.fixture("forum-" + engine + ".html"),
                                Pages.plan(SiteKind.FORUM))
                        .postings();

        assertThat(posts)
                .extracting(JobPosting::url)
                .containsExactly(Pages.URL + "#" + first, Pages.URL + "#" + second);
        assertThat(posts).extracting(p -> p.author().orElse("")).containsExactly("lena", "mo");
        assertThat(posts)
                .extracting(p -> p.postedAt().orElseThrow())
                .containsExactly(
                        Instant.parse("2026-10-01T10:00:00Z"),
                        Instant.parse("2026-10-01T11:00:00Z"));
        assertThat(posts.getFirst().text()).isEqualTo("lena\nIs this offer real?");
        assertThat(posts.getLast().text()).isEqualTo("mo\nNo. Ask here.");
        assertThat(Pages.targets(posts.getLast())).containsExactly("https://wa.me/10000000000");
    }
}
