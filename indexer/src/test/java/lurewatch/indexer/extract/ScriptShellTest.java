package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lurewatch.indexer.SiteKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptShellTest {
    private static final SitePlan PLAN = new SitePlan(SiteKind.JOB_BOARD, Optional.empty());
    private static final String LONG_AD =
            "<p>" + "Waiters wanted in Bavet, good pay, flight and visa provided. ".repeat(10);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # shells
                    <div id=root></div><script src=a.js></script>                           | nothing in #root
                    <div id=app><span> </span></div><script>go()</script>                   | nothing in #app
                    <noscript>You need to enable JavaScript to run this.</noscript><script> | asks for JavaScript
                    <noscript>자바스크립트를 켜 주세요</noscript><p>구인</p><script></script>      | asks for JavaScript
                    # without scripts nothing would write more
                    <div id=root></div>                                                     |
                    # a mount point that the server has filled
                    <div id=root><p>Waiters wanted</p></div><script src=a.js></script>      |
                    # a picture for those who count visitors is no demand
                    <noscript><img src=count.gif></noscript><p>Hi</p><script></script>      |
                    # structured data says it all
                    <div id=root></div><script type=application/ld+json>{"@context":"https://schema.org","@type":"JobPosting","title":"Waiter","description":"Good pay in Bavet"}</script> |
                    """)
    void aShellIsToldByWhatItWaitsFor(String html, @Nullable String mark) {
        assertThat(Pages.extract(html, PLAN).scripted()).isEqualTo(Optional.ofNullable(mark));
    }

    @ParameterizedTest
    @CsvSource({"<div id=app></div>", "<noscript>enable JavaScript</noscript>"})
    void aPageThatSaysEnoughIsNone(String trait) {
        Extraction extraction = Pages.extract(trait + LONG_AD + "<script></script>", PLAN);
        assertThat(extraction.scripted()).isEmpty();
        assertThat(extraction.postings()).hasSize(1);
    }
}
