package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GonePageTest {
    private static final List<String> PHRASES =
            List.of("position has been filled", "삭제된 게시물", "page not found");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # notices
                    <h1>Waiter</h1><p>This Position has  been filled.</p>            | true
                    <title>Page not found</title><p>Try the search.</p>              | true
                    <p>삭제된 게시물입니다.</p>                                         | true
                    # said in a window, before an empty page leads back
                    <script>alert("삭제된 게시물입니다.\\n목록으로");history.back();</script>      | true
                    <script> window.alert( '\\uc0ad\\uc81c\\ub41c \\uac8c\\uc2dc\\ubb3c');</script> | true
                    <p>Waiters wanted</p><script>function x(){alert("page not found")}</script> | false
                    # what names somebody to write to is a message, whatever it says
                    <p>The last position has been filled, new ones: @sample_hr</p>   | false
                    <p>Position has been filled? Call 096 000 0000 for others</p>    | false
                    <p>position has been filled <a href=https://t.me/sample_hr>ask</a> | false
                    # and a page of other words is a page
                    <p>Waiters wanted, good pay.</p>                                 | false
                    """)
    void onlyANoticeSaysThatAnOfferIsGone(String html, boolean gone) {
        Extraction extraction = Pages.extract(html, plan(Optional.empty()));

        assertThat(extraction.gone().isPresent()).isEqualTo(gone);
        assertThat(extraction.postings().isEmpty()).isEqualTo(gone);
    }

    @Test
    void aLongAdThatSaysSoIsAnAd() {
        String ad = "<p>" + "Waiters wanted, good pay, flight and visa provided. ".repeat(20);
        Extraction extraction =
                Pages.extract(ad + "This position has been filled.", plan(Optional.empty()));
        assertThat(extraction.gone()).isEmpty();
        assertThat(extraction.postings()).hasSize(1);
    }

    @Test
    void anOperatorMayNameWhatOnlySuchPagesHave() {
        Recipe recipe =
                new Recipe(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(".closed-notice"));
        String ad = "<p>" + "Waiters wanted, good pay. ".repeat(30);
        assertThat(Pages.extract(ad, plan(Optional.of(recipe))).gone()).isEmpty();
        assertThat(
                        Pages.extract(
                                        ad + "<div class=closed-notice>x</div>",
                                        plan(Optional.of(recipe)))
                                .gone())
                .contains("recipe.gone .closed-notice");
    }

    private static SitePlan plan(Optional<Recipe> recipe) {
        return new SitePlan(SiteKind.JOB_BOARD, recipe, Optional.empty(), PHRASES);
    }
}
