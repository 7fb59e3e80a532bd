package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import lurewatch.indexer.Block;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;

class RecipeReaderTest {
    private static final Recipe.Fields NO_FIELDS = fields("", "", "", "", "");

    @Test
    void leadsFromListItemsToTheirPages() {
        Recipe recipe =
                new Recipe(
                        Optional.of(
                                new Recipe.ListPage(".row", Optional.of("a.t"), Optional.empty())),
                        Optional.empty(),
                        Optional.of(".pages a.n"));

        Extraction extraction = Pages.extract(Pages.fixture("list.html"), plan(recipe));

        assertThat(extraction.postings()).isEmpty();
        assertThat(extraction.links())
                .containsExactly(
                        new PageLink(
                                "https://jobs.example/ads/1",
                                "Customer service, Sihanoukville",
                                PageLink.Kind.ITEM),
                        new PageLink(
                                "https://jobs.example/ads/2?utm=1",
                                "Typist, Poipet",
                                PageLink.Kind.ITEM),
                        new PageLink("https://jobs.example/ads?page=2", "", PageLink.Kind.NEXT));
    }

    @Test
    void makesPostingsOfItemsWithoutPages() {
        Recipe.Fields fields = fields("", "a.t", "", ".pay", "");
        Recipe recipe =
                new Recipe(
                        Optional.of(
                                new Recipe.ListPage(".row", Optional.empty(), Optional.of(fields))),
                        Optional.empty(),
                        Optional.empty());

        Extraction extraction = Pages.extract(Pages.fixture("list.html"), plan(recipe));

        assertThat(extraction.postings())
                .extracting(JobPosting::url, JobPosting::title, p -> p.salary().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Pages.URL + "#r1", "Customer service, Sihanoukville", "$900"),
                        org.assertj.core.groups.Tuple.tuple(
                                Pages.URL + "#r2", "Typist, Poipet", "$800"));
    }

    @Test
    void judgesCommentsApartFromTheArticle() {
        Recipe recipe =
                new Recipe(
                        Optional.empty(),
                        Optional.of(fields("/ads/", "h1", ".text", "", ".c")),
                        Optional.empty());

        Extraction extraction =
                Pages.extract(Pages.fixture("news-with-comments.html"), plan(recipe));

        assertThat(extraction.postings())
                .extracting(JobPosting::text)
                .containsExactly(
                        "Police free twelve from a compound\nTwelve people were freed on Monday.\n"
                                + "Police warn of job offers abroad.",
                        "anna Terrible.",
                        "boss Need work? Big money, write me",
                        "carl Stay away.");
        JobPosting comment = extraction.postings().get(2);
        assertThat(comment.url()).isEqualTo(Pages.URL + "#c8");
        assertThat(comment.blocks()).extracting(Block::kind).containsOnly(Block.Kind.COMMENT);
        assertThat(Pages.targets(comment)).containsExactly("https://t.me/example_boss");
        assertThat(extraction.postings().getFirst().postedAt())
                .contains(Instant.parse("2026-10-12T06:00:00Z"));
    }

    @Test
    void leavesPagesThatItIsNotForToTheOtherReaders() {
        Recipe recipe =
                new Recipe(
                        Optional.empty(),
                        Optional.of(fields("/jobs/\\d+", ".none", ".none", "", "")),
                        Optional.empty());

        Extraction extraction = Pages.extract(Pages.fixture("prose.html"), plan(recipe));

        assertThat(extraction.postings())
                .singleElement()
                .returns("해외 고객상담 직원 모집", JobPosting::title);
    }

    @Test
    void refusesSelectorsThatCannotBeRead() {
        Recipe.requireSelector("div.ad > h1:contains(Jobs)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipe.requireSelector("div["))
                .withMessageStartingWith("bad selector 'div[': ");
    }

    @Test
    void isForEveryPageUnlessItSaysWhich() {
        assertThat(NO_FIELDS.matches("anything")).isTrue();
        assertThat(fields("/ads/", "", "", "", "").matches("https://jobs.example/ads/1")).isTrue();
        assertThat(fields("/ads/", "", "", "", "").matches("https://jobs.example/faq")).isFalse();
    }

    private static SitePlan plan(Recipe recipe) {
        return new SitePlan(SiteKind.JOB_BOARD, Optional.of(recipe));
    }

    private static Recipe.Fields fields(
            String match, String title, String body, String salary, String comments) {
        return new Recipe.Fields(
                given(match),
                given(title),
                given(body),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                given(salary),
                Optional.of("time"),
                given(comments));
    }

    private static Optional<String> given(String selector) {
        return selector.isEmpty() ? Optional.empty() : Optional.of(selector);
    }
}
