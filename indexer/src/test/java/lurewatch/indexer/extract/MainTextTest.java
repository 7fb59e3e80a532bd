package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"Urgent", "캄보디아 TM 모집"})
    void keepsShortLinesOfTheText(String line) {
        assertThat(mainText(RUNNING + "<p>" + line + RUNNING)).contains(line);
        assertThat(mainText("<p>" + line + RUNNING + LINKS)).contains(line);
        assertThat(mainText(RUNNING + "<p>" + line + "<p><a href=/1>Apply here</a>" + RUNNING))
                .contains(line);
    }
}
