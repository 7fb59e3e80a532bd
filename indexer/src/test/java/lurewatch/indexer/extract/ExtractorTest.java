package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lurewatch.indexer.Block;
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.picture.QrPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractorTest {
    @Test
    void readsTheMainTextOfAPageWithoutItsFrame() {
        JobPosting posting = only(Pages.extract(Pages.fixture("prose.html")));

        assertThat(posting.title()).isEqualTo("해외 고객상담 직원 모집");
        assertThat(posting.id()).isEqualTo(PostingId.of("site", Pages.URL));
        assertThat(Pages.text(posting, Block.Kind.BODY))
                .startsWith("캄보디아 프놈펜에서 함께 일하실 분을 찾습니다.")
                .contains("급여 월 500만원\n혜택 숙식 제공\n월 500만원\n숙식 제공")
                .doesNotContain("회사소개", "저작권", "function");
        assertThat(Pages.text(posting, Block.Kind.ALT)).isEqualTo("텔레그램 문의 하세요");
    }

    @Test
    void keepsContactLinksFromTheWholePage() {
        JobPosting posting = only(Pages.extract(Pages.fixture("prose.html")));

        assertThat(Pages.targets(posting))
                .contains(
                        "https://t.me/example_hr",
                        "tel:+855%2096-000-0000",
                        "https://open.kakao.com/o/sExample",
                        "kakaotalk://inappbrowser?url=x")
                .doesNotContain("https://jobs.example/about");
    }

    @Test
    void givesEveryLinkOnceAndAbsolute() {
        Extraction extraction = Pages.extract(Pages.fixture("prose.html"));

        assertThat(extraction.links())
                .contains(
                        new PageLink("https://jobs.example/about", "회사소개", PageLink.Kind.OTHER),
                        new PageLink("https://jobs.example/ads?page=2", "다음", PageLink.Kind.NEXT))
                .extracting(PageLink::url)
                .doesNotHaveDuplicates()
                .noneMatch(url -> url.contains("#") || !url.startsWith("http"));
    }

    /// What nobody sees and search engines are asked to leave alone, is bait.
    @ParameterizedTest
    @CsvSource({
        "'<a rel=nofollow hidden href=/x>x</a>', false",
        "'<div style=\"display: none\"><a rel=\"nofollow noopener\" href=/x>x</a></div>', false",
        "'<a rel=nofollow href=/x>x</a>', true",
        "'<ul style=\"display:none\"><li><a href=/x>x</a></ul>', true",
    })
    void followsNoLinkThatIsHiddenFromPeopleAndFromSearchEngines(String link, boolean followed) {
        assertThat(Pages.extract("<p>Jobs</p>" + link).links())
                .extracting(PageLink::url)
                .isEqualTo(followed ? List.of("https://jobs.example/x") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'0; url=/on', https://jobs.example/on",
        "5;URL='http://other.example/on#x', http://other.example/on",
        "10,",
        "'0; url=javascript:alert(1)',",
    })
    void goesWhereTheHeadSendsABrowser(String refresh, String to) {
        List<Header> headers =
                List.of(new Header("Content-Type", "text/html"), new Header("Refresh", refresh));
        byte[] page = "<p>Moving".getBytes(StandardCharsets.UTF_8);

        assertThat(
                        new Extractor()
                                .extract(Pages.page(Pages.URL, headers, page), SitePlan.GENERIC)
                                .links())
                .extracting(PageLink::url)
                .isEqualTo(to == null ? List.of() : List.of(to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <object data=/x type=text/html></object>                   | https://jobs.example/x
                    <object data=/x></object>                                  | https://jobs.example/x
                    <embed src=/x type='text/html; charset=utf-8'>             | https://jobs.example/x
                    <object data=/x.swf type=application/x-shockwave-flash></object><embed src=/x.pdf type=application/pdf> |
                    <a href='http:/x'>x</a>                                    | http://x/
                    <a href='https:/x'>x</a>                                   | https://jobs.example/x
                    <a href='https:x'>x</a>                                    | https://jobs.example/ads/x
                    <a href='https:?x'>x</a>                                   | https://jobs.example/ads/17?x
                    """)
    void followsWhatABrowserWouldShowOrOpen(String html, String to) {
        assertThat(Pages.extract("<p>Jobs</p>" + html).links())
                .extracting(link -> link.url().replaceAll("^(http://x)$", "$1/"))
                .isEqualTo(to == null ? List.of() : List.of(to));
    }

    @Test
    void readsADrawingThatIsAPage() {
        byte[] drawing =
                "<svg xmlns='http://www.w3.org/2000/svg'><text y='20'>Cook wanted</text><text y='40'>Telegram @hr_mary</text></svg>"
                        .getBytes(StandardCharsets.UTF_8);
        Extraction extraction =
                new Extractor()
                        .extract(Pages.page(Pages.URL, "image/svg+xml", drawing), SitePlan.GENERIC);

        assertThat(extraction.failures()).isEmpty();
        assertThat(only(extraction).text()).contains("Cook wanted", "@hr_mary");
    }

    /// By the HTML standard: of the whole page, whatever stands before it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <base href=/deep/><a href=x>x</a>                                 | https://jobs.example/deep/x
                    <a href=x>x</a><base href=/deep/>                                 | https://jobs.example/deep/x
                    <a href=x>x</a><p>Cook<base href='https://other.example/a/b'>     | https://other.example/a/x
                    <base target=_blank><a href=x>x</a><base href=/a/><base href=/b/> | https://jobs.example/a/x
                    # the first with an address, be it one that is of no use
                    <base href='javascript:1'><base href=/b/><a href=x>x</a>          | https://jobs.example/ads/x
                    # one that is not part of the page
                    <template><base href=/t/></template><a href=x>x</a>               | https://jobs.example/ads/x
                    <noscript><base href=/t/></noscript><a href=x>x</a>               | https://jobs.example/ads/x
                    """)
    void theFirstBaseCountsForLinksBeforeIt(String html, String to) {
        assertThat(Pages.extract(html).links()).extracting(PageLink::url).containsExactly(to);
    }

    /// By the MIME sniffing standard.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "/",
                "*/*",
                "unknown/unknown",
                "application/unknown",
                "text",
                "\u001b]0;x/",
                "text/html; charset=\"utf-8",
                "",
                "application/octet-stream"
            })
    void aMediaTypeThatSaysNothingHidesNoPage(String type) {
        byte[] page = "<html><title>Cook</title><p>Good pay".getBytes(StandardCharsets.UTF_8);
        byte[] picture = "\u0089PNG\r\n\u001a\n\0\0".getBytes(StandardCharsets.ISO_8859_1);

        SitePlan plan = SitePlan.GENERIC;
        assertThat(new Extractor().extract(Pages.page(Pages.URL, type, page), plan).postings())
                .hasSize(1);
        if (!type.startsWith("text/")) {
            assertThat(
                            new Extractor()
                                    .extract(Pages.page(Pages.URL, type, picture), plan)
                                    .postings())
                    .isEmpty();
        }
    }

    /// Whatever way a browser is told to show it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <svg><text x=1>Cook wanted</text><text y=9>Good pay</text></svg>       | Cook wanted; Good pay
                    <svg><foreignObject><p>Cook wanted</p></foreignObject></svg>           | Cook wanted
                    <p>Cook<svg><title>Icon</title><desc>Pot</desc><defs><text>x</text></defs></svg></p> | Cook
                    <math><mtext>Cook wanted</mtext><annotation>x</annotation></math>      | Cook wanted
                    <job-ad><template shadowrootmode=open><p>Cook wanted</p></template></job-ad> | Cook wanted
                    <p>Cook</p><template><p>wanted</p></template>                          | Cook
                    <p>Cook</p><iframe srcdoc='&lt;p&gt;Good pay&lt;/p&gt;'>x</iframe>      | Cook; Good pay
                    <p>Cook</p><iframe src='data:text/html;charset=utf-8;base64,PHA+R29vZCBwYXk8L3A+'></iframe> | Cook; Good pay
                    <p>Cook</p><iframe src='data:text/html,%3Cp%3E%EA%B3%A0%EC%88%98%EC%9D%B5+100%3C/p%3E'></iframe> | Cook; 고수익+100
                    <p>Cook</p><object data='DATA:text/html,<p>Good pay%zz'></object>       | Cook; Good pay%zz
                    <p>Cook</p><iframe src='data:text/plain,Good'></iframe><iframe src='data:text/html;base64,*'></iframe> | Cook
                    <p>Call <input readonly value='@hr_mary'> now</p>                      | Call @hr_mary now
                    <p>Call <input type=tel disabled value='+855 12 345 678'></p>          | Call +855 12 345 678
                    <p>Call</p><textarea readonly>@hr_mary</textarea>                      | Call; @hr_mary
                    <p>Cook</p><input value='search'><input type=hidden readonly value=x><input type=button disabled value=x><textarea>draft</textarea> | Cook
                    <p>Cook</p><input readonly style='display:none' value=x>               | Cook
                    <p>Cook</p><noscript>Good pay</noscript>                               | Cook
                    <p>Cook</p><xmp>Good <b>pay</xmp>                                      | Cook; Good <b>pay
                    <p>Cook</p><plaintext>Good <b>pay                                      | Cook; Good <b>pay
                    <p>Write to <a class=__cf_email__ href='/cdn-cgi/l/email-protection' data-cfemail='422a306c212d2d29022a2d36272e6c273a232f322e27'>[email&#160;protected]</a></p> | Write to hr.cook@hotel.example
                    <p>Write to <span data-cfemail='42zz'>[email protected]</span></p>     | Write to [email protected]
                    <p>Ask <bdo dir=rtl>yram_rh@</bdo> now</p>                             | Ask @hr_mary now
                    <p>Ask <span style='unicode-bidi: bidi-override; direction: rtl'>yram_<b>rh</b>@</span> now</p> | Ask @hr_mary now
                    <p>Ask <span style='direction: rtl'>@hr_mary</span> <bdo>now</bdo></p> | Ask @hr_mary now
                    """)
    void readsWhatABrowserShows(String html, String text) {
        JobPosting posting = only(Pages.extract("<title>Ad</title>" + html));

        assertThat(Pages.text(posting, Block.Kind.BODY)).isEqualTo(text.replace("; ", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <tr onclick="location.href='/x'">               | true
                    <tr onclick="window.location = '/x'; return 0"> | true
                    <div onclick='window.open("/x", "_blank")'>     | true
                    <div onclick="document.location.replace('/x')"> | true
                    <div onclick="view('/x')">                      | false
                    <div onclick="allocation = '/x'">               | false
                    <div onclick="location.href='javascript:x()'">  | false
                    <div hidden onclick="location.href='/x'">       | false
                    <svg><a xlink:href=/x>x</a></svg>               | true
                    <iframe srcdoc="<a href=/x>x</a>"></iframe>     | true
                    """)
    void leadsOnWhereAPersonIsLed(String html, boolean followed) {
        assertThat(Pages.extract("<table><tr><td><p>Jobs</p>" + html).links())
                .extracting(PageLink::url)
                .isEqualTo(followed ? List.of("https://jobs.example/x") : List.of());
    }

    /// What begins as a page and is called data, or something to be saved, is read as a page.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json              | <html><title>Cook</title><p>Good pay       | true
                    application/json;charset=utf8 | ^ <!DOCTYPE html><title>Cook</title><p>Good pay | true
                    application/ld+json           | <p>Cook: good pay                          | true
                    application/x-httpd-php       | <!doctype html><title>Cook</title><p>Good pay | true
                    application/force-download    | <h1>Cook</h1><p>Good pay                   | true
                    application/pdf               | <html><title>Cook</title><p>Good pay       | true
                    application/javascript        | <div class=x>Cook: good pay</div>          | true
                    application/javascript        | <!-- old browsers --> var cook = 'good pay' | false
                    application/x-shockwave       | <phony>Cook: good pay                      | false
                    image/png                     | <html><title>Cook</title><p>Good pay       | false
                    video/mp4                     | <html><title>Cook</title><p>Good pay       | false
                    application/json              | {"title": "<html>Cook: good pay"}          | false
                    """)
    void aPageUnderAWrongNameIsRead(String type, String page, boolean isRead) {
        byte[] payload = page.replace("^", "\uFEFF").getBytes(StandardCharsets.UTF_8);

        assertThat(
                        new Extractor()
                                .extract(Pages.page(Pages.URL, type, payload), SitePlan.GENERIC)
                                .postings())
                .hasSize(isRead ? 1 : 0);
    }

    /// The fetch log is read by people.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json | Too many requests  | no JSON that can be read: Unrecognized token 'Too'
                    application/json | {"error": [1, 2    | no JSON that can be read: it ends in the middle
                    application/json | {"error": "login"} | JSON of no form that is known
                    application/json | %                  | no JSON that can be read: Document nesting depth (1001) exceeds the maximum allowed (1000)
                    application/zip  | PK                 | not a text: application/zip
                    ''                | PK^               | not a text, and of no type that is named
                    text/html | <script type=application/ld+json>%</script> | json-ld 1: Document nesting depth (101) exceeds the maximum allowed (100)
                    text/html | <script type=application/ld+json>{"a": [</script> | json-ld 1: it ends in the middle
                    """)
    void saysInWordsWhyNothingIsRead(String type, String text, String why) {
        byte[] payload =
                text.replace("%", "[".repeat(1001))
                        .replace("^", "\0")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(
                        new Extractor()
                                .extract(Pages.page(Pages.URL, type, payload), SitePlan.GENERIC)
                                .failures())
                .containsExactly(why);
    }

    @Test
    void readsTheCodesThatAPageCarriesInItself() {
        String words = "초보 가능한 해외 사무직을 모집합니다. 숙식과 항공권을 제공하니 아래 코드로 문의 바랍니다. ";
        JobPosting posting =
                only(
                        Pages.extract(
                                "<body><nav><img src='"
                                        + QrPictures.dataAddress("https://app.example/install")
                                        + "'></nav><article><h1>직원 모집</h1><p>"
                                        + words.repeat(4)
                                        + "</p><img src='"
                                        + QrPictures.dataAddress("https://t.me/sample_qr")
                                        + "'><p>"
                                        + words
                                        + "</p></article></body>"));

        assertThat(Pages.text(posting, Block.Kind.ALT))
                .isEqualTo("QR code: https://t.me/sample_qr");
        assertThat(Pages.targets(posting)).containsExactly("https://t.me/sample_qr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    display:none               | false
                    DISPLAY : None             | false
                    color:red;visibility:  hidden | false
                    overflow:hidden            | true
                    display:block; float: none | true
                    background-position:0 0    | true
                    display:                   | true
                    """)
    void leavesOutWhatAStyleHides(String style, boolean shown) {
        String words = "We are looking for customer service agents in our new office. ";
        JobPosting posting =
                only(
                        Pages.extract(
                                "<article><p>%s</p><p style='%s'>Marker</p></article>"
                                        .formatted(words.repeat(6), style)));

        assertThat(Pages.text(posting, Block.Kind.BODY).contains("Marker")).isEqualTo(shown);
    }

    private static JobPosting only(Extraction extraction) {
        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings()).hasSize(1);
        return extraction.postings().getFirst();
    }
}
