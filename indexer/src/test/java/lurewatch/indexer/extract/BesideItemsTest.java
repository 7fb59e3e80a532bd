package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lurewatch.indexer.JobPosting;
import org.junit.jupiter.api.Test;

/// What a page shows beside several items that it marks as postings.
class BesideItemsTest {
    private static final String COOK =
            "{'@type':'JobPosting','title':'Cook','description':'<p>Cooks for the town hotel.</p><p>Uniforms and meals are given to everybody.</p>','url':'/ads/1'}";
    private static final String MAID =
            "{'@type':'JobPosting','title':'Maid','description':'Maids for the old mill, two shifts a day, weekends are free.','url':'/ads/2'}";
    private static final String LURE =
            "Typists for a company in Bavet, flight and visa are paid, write to <a href='https://t.me/sample_hr'>us</a>";

    @Test
    void isToBeJudgedToo() {
        Extraction extraction =
                Pages.extract(json(COOK, MAID) + "<h1>Jobs</h1><p>" + LURE + "<p>Cook<p>Maid");

        assertThat(extraction.postings()).extracting(JobPosting::title).contains("Cook", "Maid");
        JobPosting beside = extraction.doubtful().getFirst();
        assertThat(extraction.doubtful()).hasSize(1);
        assertThat(beside.url()).isEqualTo(Pages.URL);
        assertThat(beside.text()).contains("Typists for a company in Bavet");
        assertThat(beside.text().lines()).doesNotContain("Cook", "Maid");
        assertThat(Pages.targets(beside)).containsExactly("https://t.me/sample_hr");
    }

    @Test
    void isToBeJudgedBesideMarkedElementsToo() {
        String item =
                "<div itemscope itemtype='https://schema.org/JobPosting'><b itemprop=title>%s</b><p itemprop=description>%s</div>";

        Extraction extraction =
                Pages.extract(
                        item.formatted("Cook", "Cooks for the town hotel.")
                                + item.formatted("Maid", "Maids for the old mill.")
                                + "<p>"
                                + LURE);

        assertThat(extraction.doubtful()).hasSize(1);
        assertThat(extraction.doubtful().getFirst().text().lines())
                .doesNotContain("Cooks for the town hotel.");
    }

    /// A list shows the items' own words, in other lines and cut short.
    @Test
    void isNothingWhereAPageShowsWhatItsItemsSay() {
        String page =
                json(COOK, MAID)
                        + "<h1>Jobs</h1><div>Cook</div><p>Cooks for the town hotel. Uniforms and meals…</p>"
                        + "<div>Maid</div><p>Maids for the old mill, two shifts...</p><p>Posted today";

        assertThat(Pages.extract(page).doubtful()).isEmpty();
    }

    @Test
    void isNothingBesideOneItemWhichHasItAll() {
        Extraction extraction = Pages.extract(json(COOK) + "<p>" + LURE);

        assertThat(extraction.doubtful()).isEmpty();
        assertThat(extraction.postings().getFirst().text()).contains("Typists");
    }

    @Test
    void isReadWithALoginAndAWallForWhoeverJudges() {
        String login =
                "<title>Login</title><form><input type=password></form><p>Cooks wanted, KakaoTalk samplehr";
        String wall = "<script>window._cf_chl_opt={}</script><p>Cooks wanted, KakaoTalk samplehr";
        for (String html : List.of(login, wall)) {
            Extraction extraction = Pages.extract(html);

            assertThat(extraction.postings()).isEmpty();
            assertThat(extraction.doubtful()).hasSize(1);
            Extraction settled = extraction.settled(extraction.doubtful());
            assertThat(settled.postings()).hasSize(1);
            assertThat(settled.login().or(settled::blocked)).isEmpty();
            assertThat(extraction.settled(List.of()).login().or(extraction::blocked)).isPresent();
        }
    }

    private static String json(String... items) {
        return "<script type='application/ld+json'>[" + String.join(",", items) + "]</script>";
    }
}
