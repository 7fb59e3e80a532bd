package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.SitePlan;
import lurewatch.indexer.store.PageState;
import lurewatch.indexer.store.PageState.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageStatesTest {
    /// `~` stands for 2,000 characters of a comment.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text/html        | <html><head><title></title></head><body></body></html> | BLANK
                    text/html        | <!doctype html><body><div></div><br>                   | BLANK
                    # it says something, shows something, or is too long to be called empty
                    text/html        | <body><p>Typists wanted in Poipet</p>                  | PAGE
                    text/html        | <body><IMG src=/ad.png>                                | PAGE
                    text/html        | <body style="background:url(/ad.png)"></body>          | PAGE
                    text/html        | <body>~</body>                                         | PAGE
                    # nothing that a reader of pages would see
                    application/json | {}                                                     | PAGE
                    # not a byte came: no page at all
                    text/html        | ''                                                     | BLOCKED
                    """)
    void aPageOnWhichNothingStandsIsBlank(String type, String html, Outcome expected) {
        CapturedPage page = page(type, html.replace("~", "<!--" + "x".repeat(2000) + "-->"));
        Extraction read = new Extractor().extract(page, SitePlan.GENERIC);
        assertThat(PageStates.of(page, read, List.of()).outcome()).isEqualTo(expected);
        CapturedPage start = PageStates.start(page);
        assertThat(start.payload()).hasSizeLessThan(2000);
        assertThat(PageStates.of(start, read, List.of()).outcome()).isEqualTo(expected);
    }

    /// Who asks for a cookie, or is broken, does not say that the ad is elsewhere.
    @ParameterizedTest
    @CsvSource({
        "https://board.example/ad/1?x=2, BLOCKED",
        "/ad/1?x=2, BLOCKED",
        "' /ad/1?x=2 ', BLOCKED",
        "/, MOVED",
        "/1?x=2, MOVED",
        "//ad/1?x=2, MOVED",
        "/ad/1, MOVED",
        "http://board.example/ad/1?x=2, MOVED",
        "https://other.example/ad/1?x=2, MOVED",
        "'', MOVED",
    })
    void aPageThatSendsToItselfProvesNothing(String place, Outcome expected) {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            Capture capture =
                    capture(
                            "https://board.example/ad/1?x=2",
                            status,
                            new Header("Location", place),
                            new byte[0]);
            assertThat(PageState.of(capture).outcome()).isEqualTo(expected);
        }
    }

    private static CapturedPage page(String type, String html) {
        byte[] payload = html.getBytes(StandardCharsets.UTF_8);
        Header header = new Header("Content-Type", type);
        Capture capture = capture("https://board.example/ad/1", 200, header, payload);
        return new CapturedPage(capture, payload);
    }

    private static Capture capture(String url, int status, Header header, byte[] payload) {
        return new Capture(
                new CaptureId(1),
                "board",
                url,
                Instant.parse("2026-11-01T00:00:00Z"),
                status,
                List.of(header),
                Digest.of(payload),
                payload.length,
                Optional.empty(),
                Digest.of(payload),
                new WarcPosition("a.warc.gz", 0, 1),
                Provenance.CRAWLED,
                Optional.empty());
    }
}
