package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages made to cost more than they are worth. Each takes well under a second of a processor,
/// whatever the clock says on a busy machine.
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePagesTest {
    /// Of processor time, for one page read as every kind of site.
    private static final Duration MOST_WORK = Duration.ofSeconds(20);

    /// Of all postings of a page together.
    private static final int MOST_TEXT = 16 << 20;

    static Stream<Arguments> pages() {
        String item = "<div itemscope itemtype='https://schema.org/JobPosting'>";
        String ld = "<script type='application/ld+json'>";
        return Stream.of(
                Arguments.argumentSet("deep blocks", "<div>".repeat(200_000) + "x"),
                Arguments.argumentSet("deep inline", "<b>".repeat(200_000) + "x"),
                Arguments.argumentSet("deep tables", "<table>".repeat(50_000) + "x"),
                Arguments.argumentSet(
                        "formatting to reconstruct",
                        "<font a=1>".repeat(5_000) + "<p>x".repeat(1_000)),
                Arguments.argumentSet("only brackets", "<".repeat(10 << 20)),
                Arguments.argumentSet("only declarations", "<!".repeat(2 << 20)),
                Arguments.argumentSet("text in sigmas", "<p>" + "Σ".repeat(2 << 20)),
                Arguments.argumentSet("an attribute of sigmas", "<p " + "Σ".repeat(2 << 20) + ">x"),
                Arguments.argumentSet("an element of sigmas", "<p" + "Σ".repeat(1 << 19) + ">x"),
                Arguments.argumentSet(
                        "a style of dotted i", "<p style='" + "İ".repeat(2 << 20) + "'>x"),
                Arguments.argumentSet(
                        "a title of dotted i", "<title>" + "İ".repeat(2 << 20) + "</title>x"),
                Arguments.argumentSet("long attribute", "<p a='" + "b".repeat(4 << 20) + "'>x"),
                Arguments.argumentSet("long class", "<p class='" + "ab ".repeat(1 << 20) + "'>x"),
                Arguments.argumentSet("many paragraphs", "<p>x".repeat(300_000)),
                Arguments.argumentSet("short words", "no ".repeat(1 << 20)),
                Arguments.argumentSet("entities", "&amp;".repeat(1 << 20)),
                Arguments.argumentSet("zeros", "\0".repeat(1 << 20)),
                Arguments.argumentSet(
                        "nested items", item.repeat(400) + "<b itemprop=title>x</b>".repeat(9_000)),
                Arguments.argumentSet(
                        "many items", (item + "<b itemprop=title>x</b></div>").repeat(5_000)),
                Arguments.argumentSet(
                        "nested properties",
                        item
                                + "<div itemprop='a b c d e f g h'>".repeat(450)
                                + "x".repeat(100_000)),
                Arguments.argumentSet("deep json", ld + "[".repeat(1 << 20) + "</script>"),
                Arguments.argumentSet("many scripts", (ld + "{}</script>").repeat(20_000)),
                Arguments.argumentSet(
                        "escaped html in json",
                        ld
                                + "{'@type':'JobPosting','title':'"
                                + "&lt;div&gt;".repeat(90_000)
                                + "'}</script>"),
                Arguments.argumentSet(
                        "a name that two hundred properties refer to",
                        ld
                                + "[{'@type':'JobPosting','title':'x','a':["
                                + "{'@id':'#d'},".repeat(200)
                                + "{'@id':'#d'}]},{'@id':'#d','name':'"
                                + "word ".repeat(200_000)
                                + "'}]</script>"),
                Arguments.argumentSet(
                        "a text that four hundred postings refer to",
                        ld
                                + "["
                                + "{'@type':'JobPosting','description':{'@id':'#d'}},".repeat(400)
                                + "{'@id':'#d','name':'"
                                + "word ".repeat(200_000)
                                + "'}]</script>"),
                Arguments.argumentSet(
                        "references to references to numbers",
                        ld
                                + "[{'@type':'JobPosting','title':'x','hiringOrganization':["
                                + "{'@id':'#b'},".repeat(200)
                                + "{}]},{'@id':'#b','contactPoint':["
                                + "{'@id':'#c'},".repeat(200)
                                + "{}]},{'@id':'#c','telephone':["
                                + "'+855 00 000 000',".repeat(200)
                                + "'']}]</script>"),
                Arguments.argumentSet(
                        "turned within turned",
                        "<bdo dir=rtl>".repeat(500) + "<p>x".repeat(800_000)),
                Arguments.argumentSet(
                        "bases where none counts",
                        "<template>" + "<div>".repeat(500) + "<base href=x>".repeat(300_000)),
                Arguments.argumentSet(
                        "hints within hints",
                        "<script>x</script><body>"
                                + "<noscript>".repeat(500)
                                + "<p>x".repeat(800_000)),
                Arguments.argumentSet(
                        "postings within postings",
                        (item + "<b itemprop=title>x</b>").repeat(250)
                                + "<a href=x>y</a>".repeat(200_000)),
                Arguments.argumentSet(
                        "messages within messages",
                        ("<div class=tgme_widget_message data-post=a/1>"
                                                + "<div class=tgme_widget_message_text>x")
                                        .repeat(250)
                                + "<a href=/b>word</a> ".repeat(200_000)),
                Arguments.argumentSet(
                        "posts within posts",
                        "<div class=post id=p1><div class=content>".repeat(250)
                                + "<a href=/b>word</a> ".repeat(200_000)),
                Arguments.argumentSet(
                        "a long heading of many posts",
                        "<h1>"
                                + "word ".repeat(200_000)
                                + "</h1>"
                                + "<div class=post id=p1><div class=content>x</div></div>"
                                        .repeat(50_000)));
    }

    static Stream<Arguments> files() {
        String head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=";
        String html = "Content-Type: text/html\r\n";
        String longBoundary =
                head + "\"" + "-".repeat(50_000) + "x\"\r\n\r\n" + "-".repeat(4_000_000);
        String frames =
                IntStream.range(0, 20)
                        .mapToObj(i -> "\r\n--x\r\n" + html + "Content-ID: <f" + i + ">\r\n\r\n")
                        .map(part -> part + "<p>&".repeat(180_000))
                        .collect(Collectors.joining());
        String shown =
                IntStream.range(0, 20)
                        .mapToObj(i -> "<iframe src=cid:f" + i + "></iframe>")
                        .collect(Collectors.joining());
        return Stream.of(
                Arguments.argumentSet(
                        "a feed with many texts beside a long one",
                        "application/rss+xml",
                        "",
                        "<rss><channel><item><description>"
                                + "a".repeat(2_000_000)
                                + "</description>"
                                + "<summary>b</summary>".repeat(100_000)),
                Arguments.argumentSet(
                        "a feed of entries within entries",
                        "application/rss+xml",
                        "",
                        "<rss><channel>"
                                + "<item><description>".repeat(250)
                                + "<b>word</b> ".repeat(300_000)),
                Arguments.argumentSet(
                        "a feed that is too long",
                        "application/rss+xml",
                        "limit page_characters=6291456 observed=7000014",
                        "<rss><channel>" + " ".repeat(7_000_000)),
                Arguments.argumentSet(
                        "a feed of many entries",
                        "application/rss+xml",
                        "limit feed_entries=1000 observed=1001",
                        "<rss><channel>" + "<item><title>x</title></item>".repeat(1001)),
                Arguments.argumentSet(
                        "a sitemap of other things",
                        "application/xml",
                        "",
                        "<urlset><url>" + "<a>x</a>".repeat(1_500_000)),
                Arguments.argumentSet(
                        "JSON of nothing",
                        "application/json",
                        "limit json_tokens=1000000 observed=1000001",
                        "[" + "{},".repeat(1_500_000) + "{}]"),
                Arguments.argumentSet(
                        "a saved page with a long boundary",
                        "multipart/related",
                        "limit parts_boundary=100 observed=50001",
                        longBoundary),
                Arguments.argumentSet(
                        "a mail with a long boundary",
                        "message/rfc822",
                        "limit parts_boundary=100 observed=50001",
                        longBoundary),
                Arguments.argumentSet(
                        "saved pages within saved pages",
                        "multipart/related",
                        "limit parts_depth=8 observed=9",
                        IntStream.range(100, 999)
                                .mapToObj(i -> head + "x" + i + "\r\n\r\n--x" + i + "\r\n")
                                .collect(Collectors.joining())),
                Arguments.argumentSet(
                        "a saved page of many parts",
                        "multipart/related",
                        "limit parts=2000 observed=2001",
                        head + "x\r\n\r\n" + "--x\r\n\r\n".repeat(100_000)),
                Arguments.argumentSet(
                        "a saved page with much in its frames",
                        "multipart/related",
                        "limit page_characters=6291456 observed=14",
                        head + "x\r\n\r\n--x\r\n" + html + "\r\n" + shown + frames + "\r\n--x--"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void endsOnEveryFileAndSaysWhichLimitItMet(String type, String limit, String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        affordable(() -> {
            Extraction extraction = extracted(type, payload, SiteKind.FEED);

            assertThat(extraction.postings()).hasSizeLessThanOrEqualTo(500);
            assertThat(String.join("; ", extraction.failures()))
                    .contains(limit)
                    .doesNotContain("Exception");
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void endsOnEveryPage(String html) {
        affordable(() -> {
            for (SiteKind kind : SiteKind.values()) {
                Extraction extraction = Pages.extract(html, Pages.plan(kind));

                assertThat(extraction.postings()).hasSizeLessThanOrEqualTo(500);
                extraction
                        .postings()
                        .forEach(p -> assertThat(p.text().length()).isLessThan(2 << 20));
                assertThat(extraction.postings().stream().mapToInt(p -> p.text().length()).sum())
                        .isLessThan(MOST_TEXT);
            }
        });
    }

    @Test
    void readsNoTextManyTimesOverForPropertiesWithinEachOther() {
        String html =
                "<div itemscope itemtype='https://schema.org/JobPosting'>"
                        + "<div itemprop=skills>".repeat(150)
                        + "x".repeat(100_000);
        PageScan scan =
                PageScan.of(Html.page(html), new Addresses(Pages.URL, StandardCharsets.UTF_8));

        SchemaItem item = MarkedItems.jobPostings(scan).getFirst().item();
        assertThat(item.texts("skills").stream().mapToInt(String::length).sum())
                .isBetween(100_000, MarkedItems.MOST_TEXT + 100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "../"})
    void doesNotMultiplyALongBaseByItsLinks(String step) {
        String html =
                "<base href='https://x.example/"
                        + step.repeat(200_000 / step.length())
                        + "'>"
                        + "<a href=x>link</a>".repeat(20_000);

        affordable(() ->
                assertThat(Pages.extract(html).links())
                        .extracting(PageLink::url)
                        .containsExactly("https://jobs.example/ads/x"));
    }

    @Test
    void boundsTheNumberAndLengthOfLinks() {
        StringBuilder html = new StringBuilder("<a href='/" + "y".repeat(3_000) + "'>long</a>");
        for (int i = 0; i < 50_000; i++) {
            html.append("<a href='/p/").append(i).append("'>l</a>");
        }

        assertThat(Pages.extract(html.toString()).links())
                .hasSize(2000)
                .allMatch(link -> link.url().length() <= 2048);
    }

    /// Nor do links that nobody sees take the places of those that lead on.
    @ParameterizedTest
    @ValueSource(strings = {"<div hidden>%s</div>%s", "<div>%s</div>%s"})
    void keepsTheLinksThatLeadOn(String page) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            many.append("<a href='/p/").append(i).append("'>l</a>");
        }
        String list = "<a href=/ad/1>Cook</a><a href=/list?page=2 rel=next>Next</a>";

        Extraction read = Pages.extract(page.formatted(many, list));

        assertThat(read.links())
                .filteredOn(link -> link.kind() == PageLink.Kind.NEXT)
                .extracting(PageLink::url)
                .containsExactly("https://jobs.example/list?page=2");
        boolean isAdSeen = read.links().stream().anyMatch(link -> link.url().endsWith("/ad/1"));
        assertThat(isAdSeen).isEqualTo(page.contains("hidden"));
        assertThat(read.links()).hasSizeBetween(2000, 2001);
        assertThat(read.failures()).contains("limit links_per_page=2000 observed=3002");
    }

    @Test
    void putsTheLinksThatNobodySeesLast() {
        assertThat(
                        Pages.extract(
                                        "<a href=/1 style='display:none'>a</a><div hidden><a"
                                                + " href=/2>b</a><a href=/3>c</a></div><a"
                                                + " href=/3>d</a><a href=/4>e</a>")
                                .links())
                .extracting(link -> link.url().substring("https://jobs.example".length()))
                .containsExactly("/3", "/4", "/1", "/2");
    }

    /// Crashers that fuzzers once found in the parser; see NOTICE.md.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1538", "1543", "1611", "1642", "2353", "39164", "63202", "63236", "63242", "63259"
            })
    void survivesWhatOnceBrokeTheParser(String name) throws IOException {
        byte[] packed = Pages.bytes("jsoup-fuzz/" + name + ".html.gz");
        byte[] payload;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            payload = in.readAllBytes();
        }
        affordable(() -> {
            for (String type : new String[] {"text/html", "application/xml", ""}) {
                for (SiteKind kind : SiteKind.values()) {
                    assertThat(extracted(type, payload, kind).failures())
                            .noneMatch(failure ->
                                    failure.contains("Exception") || failure.contains("Error"));
                }
            }
        });
    }

    @Test
    void survivesRandomBytesAndTornPages() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        byte[] page = Pages.bytes("channel.html");
        for (int i = 0; i < 300; i++) {
            byte[] torn = page.clone();
            for (int j = 0; j < 40; j++) {
                torn[random.nextInt(torn.length)] = (byte) random.nextInt(256);
            }
            Extraction extraction = extracted("text/html", torn, SiteKind.CHANNEL);
            assertThat(extraction.failures()).as("seed %d, round %d", seed, i).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "application/pdf",
                "application/octet-stream",
                "application/json"
            })
    void findsNothingInWhatIsNoPage(String type) {
        Extraction extraction = extracted(type, new byte[] {0, 1, 2, 3}, SiteKind.JOB_BOARD);

        assertThat(extraction.postings()).isEmpty();
        assertThat(extraction.failures()).hasSize(1);
    }

    @Test
    void givesNothingForAnEmptyPage() {
        assertThat(extracted("text/html", new byte[0], SiteKind.JOB_BOARD).postings()).isEmpty();
        assertThat(new Extractor().html("", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>",
                "<title>Just a moment...</title><script"
                        + " src='/cdn-cgi/challenge-platform/h/b/x.js'></script>",
                "<title>ERROR: The requested URL could not be retrieved</title><p>Connection to"
                        + " 192.0.2.7 failed.",
            })
    void saysThatAPageIsAWall(String html) {
        Extraction extraction = Pages.extract(html);

        assertThat(extraction.blocked()).isPresent();
        assertThat(extraction.postings()).isEmpty();
    }

    /// What stands in for every page of a site, with status 200, is no page of it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # tests of who is asking
                    <script src=https://www.google.com/recaptcha/api.js></script><h1>Please verify you are human</h1><form><div class=g-recaptcha></div></form> | true
                    <script src=https://js.hcaptcha.com/1/api.js></script><p>Please complete the security check to access</p> | true
                    <script src=https://challenges.cloudflare.com/turnstile/v0/api.js></script><p>Checking your browser</p>  | true
                    <title>安全验证</title><script src=https://static.geetest.com/v4/gt4.js></script><div>请拖动滑块</div>      | true
                    <script src=https://www.google.com/recaptcha/api.js></script><p>계속하려면 로봇이 아닙니다를 눌러 주세요</p>     | true
                    # walls of firewalls, by what they say or run
                    <title>Making sure you&#39;re not a bot!</title><script id=anubis_version type=application/json>"v1"</script><h1>Making sure you're not a bot!</h1><p>Loading...</p> | true
                    <iframe id=main-iframe src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9">Request unsuccessful. Incapsula incident ID: 1234</iframe> | true
                    <TITLE>Access Denied</TITLE><H1>Access Denied</H1>You don't have permission to access "http&#58;&#47;&#47;jobs&#46;example&#47;" on this server.<P>Reference&#32;&#35;18&#46;4d2a1402&#46;17 | true
                    <title>Access to this page has been denied</title><h1>Before we continue...</h1><p>Press &amp; Hold to confirm you are a human (and not a bot).</p><script>window._pxAppId = "PXa";</script> | true
                    <title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234567890 | true
                    <script>var arg1='4A5B';function reload(x){setCookie("acw_sc__v2",x);document.location.reload();}</script> | true
                    <title>安全检测能力由长亭雷池 WAF 提供</title><p>正在检测当前访问环境是否安全，请稍候</p><script src=/.safeline/static/challenge.js></script> | true
                    <title>宝塔防火墙正在检查您的访问</title><h1>网站防火墙</h1><p>您的请求带有不合法参数，已被网站管理员设置拦截！</p> | true
                    <title>비정상적인 접근</title><h2>비정상적인 접근이 감지되었습니다</h2><p>서비스 이용이 일시적으로 제한되었습니다.</p> | true
                    <title>You are now in line</title><h1>You are in line</h1><p>Your estimated wait time is: more than an hour</p><script src=https://static.queue-it.net/script/queueclient.min.js></script> | true
                    # and what only speaks of such things, or stands behind them
                    <h1>Guard</h1><p>Access denied to nobody: doors of our hotel are yours. t.me/sample_hr</p> | false
                    <h1>Cook</h1><p>Wages every week, room and board.</p><script src=https://static.queue-it.net/script/queueclient.min.js></script> | false
                    <h1>Driver</h1><p>Drive a van.</p><script>window._pxAppId = "PXa";</script>           | false
                    <h1>Cook</h1><p>Good pay</p><iframe src="/map?_Incapsula_Resource"></iframe>          | false
                    # forms that carry one
                    <script src=https://www.google.com/recaptcha/api.js></script><h1>Apply</h1><p>Send us your papers</p>    | false
                    <script src=https://www.google.com/recaptcha/api.js></script><h1>Waiter</h1><p>No robot work. t.me/sample_hr</p> | false
                    <p>Please verify you are human</p>                                                  | false
                    # a site that is worked on
                    <title>Maintenance</title><h1>We’ll be back soon!</h1><p>Our site is under maintenance.</p> | true
                    <title>서비스 점검중</title><p>보다 나은 서비스를 위해 점검 중입니다.</p>                       | true
                    <p>网站维护中，请稍后再来</p>                                                           | true
                    <p>Hệ thống đang bảo trì, vui lòng quay lại sau</p>                                    | true
                    # and work on other things
                    <h1>Technician</h1><p>Maintenance of machines under a contract of two years.</p>      | false
                    <p>Our old line is down for maintenance, write to t.me/sample_hr</p>                  | false
                    """)
    void knowsWhatStandsInForEveryPage(String html, boolean wall) {
        assertThat(Pages.extract(html).blocked().isPresent()).isEqualTo(wall);
    }

    /// A program or server in trouble says so with status 200, too.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # PHP and databases
                    <br /><b>Fatal error</b>:  Uncaught mysqli_sql_exception: Too many connections in /var/www/index.php:12 | true
                    <b>Parse error</b>: syntax error, unexpected end of file in <b>/var/www/a.php</b> on line <b>9</b> | true
                    Could not connect to the database                                             | true
                    <p>SQLSTATE[HY000] [2002] Connection refused</p>                               | true
                    # ASP.NET, Java, Python, Ruby, with long traces
                    <title>Runtime Error</title><h1>Server Error in '/' Application.</h1><h2>Runtime Error</h2><p>TRACE</p>Version 4.0.30319; 4.7.3930.0 | true
                    <title>HTTP Status 500 – Internal Server Error</title><h1>HTTP Status 500 – Internal Server Error</h1><pre>java.lang.NullPointerException TRACE</pre> | true
                    <h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error</p> | true
                    <pre>Traceback (most recent call last): File "/srv/app.py", line 12, in view TRACE</pre> | true
                    <title>We're sorry, but something went wrong (500)</title><p>Look into the logs.</p> | true
                    # servers and proxies
                    <title>502 Bad Gateway</title><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.24.0</center> | true
                    <title>x: 521: Web server is down</title><h1>Web server is down</h1>Error code 521, Ray ID: 8c2f1a2b3c4d5e6f | true
                    <h1>Error 503 Backend fetch failed</h1><p>Guru Meditation: XID: 123456</p>     | true
                    # in other languages
                    <p>데이터베이스 연결에 실패했습니다</p>                                             | true
                    <p>系统繁忙，请稍后再试</p>                                                      | true
                    <p>Внутренняя ошибка сервера</p>                                              | true
                    <p>เกิดข้อผิดพลาดของเซิร์ฟเวอร์</p>                                               | true
                    # ads that speak of such things, and name somebody or say more
                    <h1>Developer</h1><p>Who can mend an internal server error? t.me/sample_hr</p> | false
                    <h1>Developer</h1><p>Who can mend a bad gateway? Call 096 000 0000</p>         | false
                    <h1>Developer</h1><p>TRACE</p><p>No java.lang.NullPointerException any more, no internal server error.</p> | false
                    <h1>Cook</h1><p>No errors, no excuses.</p>                                     | false
                    """)
    void knowsWhatABrokenServerSays(String html, boolean broken) {
        String trace = "at sample.jobs.View.render, called from the page of the ad. ".repeat(40);
        String page = html.replace("TRACE", trace);

        assertThat(Pages.extract(page).blocked().isPresent()).isEqualTo(broken);
        assertThat(Pages.extract(page).postings().isEmpty()).isEqualTo(broken);
    }

    /// The mark of a wall hides no ad: a visitor sees what the page says, whatever its scripts do.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <script>/*_cf_chl_opt*/</script>              | Cooks wanted in Bavet, board and lodging. Write to <a href=https://t.me/sample_hr>us</a> | false
                    <script>/*_cf_chl_opt*/</script>              | Cooks wanted in Bavet. Telegram @sample_hr                 | false
                    <script>window.gokuProps = {}</script>        | Cooks wanted in Bavet, call +855 12 000 000                | false
                    <script>window.gokuProps = {}</script>        | Cooks wanted in Bavet, call 012.000.000 today              | false
                    <script>window.gokuProps = {}</script>        | 요리사 구함 전화01000000000                                  | false
                    <script>window.gokuProps = {}</script>        | हमें ०९००००००००० पर फ़ोन करें                                  | false
                    <iframe src="https://x/?geo.captcha-delivery.com"></iframe> | Cooks wanted in Bavet. sample.me/hr          | false
                    <title>ERROR: The requested URL could not be retrieved</title> | Cooks wanted. Telegram @sample_hr         | false
                    # every page behind the service has it at its end
                    <script>(function(){var a=document.createElement('script');a.src='/_Incapsula_Resource?SWJIYLWA=719d34d3,5074a744&ns=1&cb=12';})()</script> | <h1>Cook</h1>Good pay | false
                    <script src=/cdn-cgi/challenge-platform/h/b/scripts/jsd/main.js></script> | <h1>Cook</h1>Good pay            | false
                    # walls, with what they say of the visitor
                    <script src=/_Incapsula_Resource?SWJIYLWA=719d34d3></script> |                                             | true
                    <iframe src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=1"></iframe> | Request unsuccessful. Incapsula incident ID: 1234000560012345678-123456789012345678 | true
                    <script>window._cf_chl_opt={}</script>        | Checking your browser. Your IP: 192.0.2.77, Ray ID 8c2f1a2b3c4d5e6f, 2026-11-30 19:45:12 UTC | true
                    <script src=/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1></script> | Nur einen Moment…          | true
                    <title>ERROR: The requested URL could not be retrieved</title> | <h1>ERROR</h1>The following error was encountered while trying to retrieve the URL: http://jobs.example/view?no=12345678 Your cache administrator is <a href=mailto:root@proxy.example>root@proxy.example</a>. Generated Mon, 30 Nov 2026 19:45:12 GMT by proxy (squid/5.7) | true
                    """)
    void takesNoPageThatGivesAContactForAWall(String mark, String says, boolean wall) {
        String html = mark + "<body><p>" + (says == null ? "" : says);

        assertThat(Pages.extract(html).blocked().isPresent()).isEqualTo(wall);
        assertThat(Pages.extract(html).postings().isEmpty()).isEqualTo(wall);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>/*_cf_chl_opt*/</script>",
                "<iframe src='https://x.example/?geo.captcha-delivery.com'></iframe>",
                "<script>x.src='/_Incapsula_Resource?SWUDNSAI=1'</script>",
                "<title>ERROR: The requested URL could not be retrieved</title>",
            })
    void readsALongPageWithTheMarkOfAWall(String mark) {
        String html = mark + "<p>" + "Cooks wanted, ask for the manager of the hotel. ".repeat(25);

        assertThat(Pages.extract(html).blocked()).isEmpty();
        assertThat(Pages.extract(html).postings()).hasSize(1);
    }

    @Test
    void aLongAdThatSpeaksOfMaintenanceIsAnAd() {
        String ad = "<p>" + "Technicians wanted while our site is under maintenance. ".repeat(20);
        assertThat(Pages.extract(ad).blocked()).isEmpty();
        assertThat(Pages.extract(ad).postings()).hasSize(1);
    }

    @Test
    void takesNoPageForAWallThatOnlyStandsBehindTheSameService() {
        String html =
                "<h1>Driver</h1><p>Drive a van.</p><script"
                        + " src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>";

        assertThat(Pages.extract(html).blocked()).isEmpty();
    }

    private static void affordable(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
                .isLessThan(MOST_WORK);
    }

    private static Extraction extracted(String type, byte[] payload, SiteKind kind) {
        return new Extractor().extract(Pages.page(Pages.URL, type, payload), Pages.plan(kind));
    }

    @Test
    void readsXhtml() {
        byte[] payload =
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Driver</h1><p>Drive.</p></body></html>"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(extracted("application/xhtml+xml", payload, SiteKind.JOB_BOARD).postings())
                .singleElement()
                .returns("Driver\nDrive.", posting -> posting.text());
    }
}
