package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTextTest {
    private static final String RUNNING =
            "<p>"
                    + "We hire staff for our office in Poipet, with a room, meals and flights paid. "
                            .repeat(3);
    private static final String LINKS =
            "<p><a href=/1>Another story altogether</a><p><a href=/2>And one more of them</a>";

    private static String mainText(String body) {
        return new Extractor()
                .extract(
                        ("<body><div>" + body + "</div>").getBytes(StandardCharsets.UTF_8),
                        "text/html",
                        "site",
                        "https://site.example/page",
                        new SitePlan(SiteKind.JOB_BOARD, Optional.empty()))
                .mainText()
                .orElse("");
    }

    /// What stands above links is their label, if it gives nothing that one could write or call to.
    @ParameterizedTest
    @CsvSource({
        "Related articles, false",
        "관련 기사, false",
        "Line: bigboss, true",
        "Telegram @bigboss, true",
        "call 0812 345 6789, true",
    })
    void leavesOutLabelsOfLinks(String line, boolean isKept) {
        assertThat(mainText(RUNNING + "<p>" + line + LINKS).contains(line)).isEqualTo(isKept);
        assertThat(mainText(RUNNING + LINKS + "<p>" + line + LINKS + RUNNING).contains(line))
                .isEqualTo(isKept);
    }

    /// Whatever it says: who reads the page sees the end of the text, and a bar of links below it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Telegram bosskh",
                "텔레 bosskh",
                "微信 bosskh",
                "ติดต่อ ไลน์ bosskh",
                "Zalo bosskh",
                "Sihanoukville",
                "캄보디아",
                "t.me/bosskh"
            })
    void keepsTheLastLinesOfTheText(String line) {
        String bar = "<p><a href=/>back</a> <a href=/x>more</a>";
        for (String page :
                List.of(
                        // in a block of its own
                        "<div class=main>" + RUNNING + "<p>" + line + "</div>" + bar,
                        "<div class=main>" + RUNNING + "<p>" + line + "</div><div>" + LINKS,
                        RUNNING + "<p>" + line + bar,
                        RUNNING + "<p>Flights paid<p>" + line + bar,
                        // as a line of its paragraph, and in the blocks that editors write
                        RUNNING + "<br>" + line + bar,
                        (RUNNING + RUNNING + "<p>" + line).replace("<p>", "</div><div>")
                                + "</div>"
                                + bar)) {
            assertThat(mainText(page)).as(page).contains(line);
        }
    }

    @Test
    void keepsAnAddressAboveALinkList() {
        assertThat(mainText(RUNNING + "<p>t.me/bosskh" + LINKS)).contains("t.me/bosskh");
        assertThat(mainText(RUNNING + "<p>U.S. news" + LINKS)).doesNotContain("U.S. news");
        assertThat(mainText(RUNNING + "<h3>Related</h3><p><a href=/>one story</a>"))
                .doesNotContain("Related");
    }

    @ParameterizedTest
    @CsvSource({"Urgent", "캄보디아 TM 모집"})
    void keepsShortLinesOfTheText(String line) {
        assertThat(mainText(RUNNING + "<p>" + line + RUNNING)).contains(line);
        assertThat(mainText("<p>" + line + RUNNING + LINKS)).contains(line);
        assertThat(mainText(RUNNING + "<p>" + line + "<p><a href=/1>Apply here</a>" + RUNNING))
                .contains(line);
    }
}
