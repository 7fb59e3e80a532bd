package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What social networks tell link previews while they show people a login or nothing.
class LinkPreviewTest {
    private static final SitePlan PLAN = new SitePlan(SiteKind.JOB_BOARD, Optional.empty());
    private static final String POST =
            "TM staff for Cambodia, 15 million a month, telegram @sample_preview";

    private static final String HEAD =
            "<html><head><title>Network</title><meta property='og:title' content='Sample HR'>"
                    + "<meta property='og:description' content='%s'></head><body>%s</body></html>";

    private static final String LOGIN =
            "<h1>Log in</h1><form><input type=password></form><p>Log in to continue</p>";

    @ParameterizedTest
    @CsvSource({
        "<div id=root></div><script src=a.js></script>",
        "<script>go()</script>",
        "<noscript>You need to enable JavaScript</noscript><script src=a.js></script>"
    })
    void aPageThatShowsNothingGivesWhatItSaysOfItself(String body) {
        Extraction extraction = Pages.extract(HEAD.formatted(POST, body), PLAN);

        assertThat(extraction.postings())
                .singleElement()
                .satisfies(posting -> {
                    assertThat(posting.title()).isEqualTo("Sample HR");
                    assertThat(posting.text()).contains(POST);
                    assertThat(posting.url()).endsWith("#preview");
                });
        assertThat(extraction.isPreview()).isTrue();
    }

    @Test
    void aLoginStaysALoginAndGivesOnlyWhatNamesAContact() {
        Extraction post = Pages.extract(HEAD.formatted(POST, LOGIN), PLAN);
        Extraction slogan =
                Pages.extract(
                        HEAD.formatted("Connect with friends and the world around you", LOGIN),
                        PLAN);

        assertThat(post.login()).isPresent();
        assertThat(post.postings()).hasSize(1);
        assertThat(slogan.login()).isPresent();
        assertThat(slogan.postings()).isEmpty();
    }

    @Test
    void aPageThatShowsItsTextNeedsNoPreview() {
        String text = "<p>" + "Waiters wanted in Bavet, flight and visa provided. ".repeat(10);

        Extraction extraction = Pages.extract(HEAD.formatted(POST, text), PLAN);

        assertThat(extraction.postings())
                .singleElement()
                .satisfies(posting -> assertThat(posting.text()).doesNotContain("@sample_preview"));
    }
}
