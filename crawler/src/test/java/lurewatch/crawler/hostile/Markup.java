package lurewatch.crawler.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lurewatch.crawler.fetch.HostileServer;

/// Pages that are built to cost, to mislead or never to end.
final class Markup {
    private static final int MILLION = 1_000_000;

    private Markup() {}

    static List<Behaviour> all() {
        return List.of(
                page(
                        "long base, many links",
                        "limit url_length=2048 observed=\\d+",
                        "<base href='/"
                                + "a".repeat(200_000)
                                + "/'>"
                                + numbered(20_000, "<a href='page%d'>x</a>")),
                page(
                        "base of dot segments",
                        "limit url_length=2048",
                        "<base href='" + "../".repeat(200_000) + "'><a href=x>x</a>"),
                page(
                        "base just short enough",
                        "limit (url_length|links_per_page)=",
                        "<base href='/"
                                + "a".repeat(2000)
                                + "/'>"
                                + numbered(20_000, "<a href='page/of/a/site/%d'>x</a>")),
                page(
                        "a hundred thousand links",
                        "limit links_per_page=2000 observed=\\d+",
                        numbered(100_000, "<a href='https://example.org/%d'>x</a>")),
                page(
                        "one link, very long",
                        "limit url_length=2048 observed=\\d+",
                        "<a href='/" + "q".repeat(MILLION) + "'>x</a>"),
                page(
                        "500,000 elements deep",
                        "limit dom_depth=512 observed=\\d+",
                        "<div>".repeat(300_000) + "hello"),
                page("a million attributes", "", "<p " + numbered(300_000, "a%d ") + ">hello"),
                page(
                        "one attribute of a megabyte",
                        "",
                        "<p class='" + "c ".repeat(500_000) + "'>x"),
                page("tables in tables", "", "<table><tr><td>".repeat(30_000) + "hello"),
                page("formatting without end", "", "<b><i><u><font>".repeat(20_000) + "hello"),
                page("formatting in paragraphs", "", "<p><a href=x><b>".repeat(20_000) + "hello"),
                page("selects and forms", "", "<form><select><option>".repeat(50_000)),
                page("svg and math", "", "<svg><math><mi><desc>".repeat(50_000) + "hello"),
                page("templates in templates", "", "<template>".repeat(100_000) + "hello"),
                page("frames in plenty", "", numbered(20_000, "<iframe src='/f%d'></iframe>")),
                page("comment without end", "", "<p>hello<!--" + "-".repeat(MILLION)),
                page("script without end", "", "<p>hello<script>" + "x<!--<script>".repeat(50_000)),
                page("a million entities", "", "<p>" + "&amp;&#x41;&notanentity;".repeat(40_000)),
                page("end tags only", "", "</p></div></b>".repeat(80_000)),
                page("one word of a megabyte", "", "<p>" + "a".repeat(MILLION)),
                page("mail address without end", "", "<p>" + "a.".repeat(400_000) + "@"),
                page("digits without end", "", "<p>" + "1234567890 ".repeat(80_000)),
                page("brackets without end", "", "<p>" + "(+855 ".repeat(100_000)),
                page("handles without end", "", "<p>" + "t.me/sample_a @sample_b ".repeat(30_000)),
                page("marks on one letter", "", "<p>a" + "\u0301".repeat(300_000)),
                page("letters that show nothing", "", "<p>" + "a\u200b\u202e".repeat(150_000)),
                page("structured data, very deep", "", json("{\"@graph\":[".repeat(50_000))),
                page(
                        "structured data, very wide",
                        "",
                        json(
                                "["
                                        + numbered(
                                                20_000,
                                                "{\"@type\":\"JobPosting\",\"title\":\"x%d\"},")
                                        + "{}]")),
                page(
                        "structured data, no end",
                        "",
                        json("{\"@type\":\"" + "\\u0041".repeat(100_000))),
                page(
                        "structured data, one name for all",
                        "",
                        json(
                                "[{\"@type\":\"JobPosting\",\"title\":\"x\",\"a\":["
                                        + "{\"@id\":\"#d\"},".repeat(200)
                                        + "{}]},{\"@id\":\"#d\",\"name\":\""
                                        + "word ".repeat(100_000)
                                        + "\"}]")),
                page(
                        "paragraphs by the million",
                        "limit page_tags=400000 observed=600002",
                        "<p>".repeat(600_000)),
                page("items in items", "", "<div itemscope itemprop=x>".repeat(20_000) + "hello"),
                page(
                        "refresh to itself",
                        "",
                        "<meta http-equiv=refresh content='0; url=/'><p>hello"),
                page(
                        "refresh to nowhere we go",
                        "",
                        "<meta http-equiv=refresh content='0; url=javascript:alert(1)'><p>hello"),
                Behaviour.html(
                        "a wall with status 200",
                        "troubled",
                        "block page: ",
                        "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"),
                Behaviour.html(
                        "a login with status 200",
                        "denied",
                        "login page: log in",
                        "<title>Log in</title><form><input name=u><input type=password></form>"),
                Behaviour.everywhere(
                        "a maze without end",
                        "captured",
                        "",
                        (request, out) -> HostileServer.html(out, room(request.path()))),
                Behaviour.everywhere(
                        "a calendar without end",
                        "captured",
                        "",
                        (request, out) -> HostileServer.html(out, month(request.path()))),
                typed("a picture that is a page", "image/png", "<title>Jobs</title><p>hello"),
                typed(
                        "a page that is a picture",
                        "text/html",
                        "\u0089PNG\r\n\u001a\n" + "\0".repeat(9000)),
                typed("a page that is a PDF", "text/html", "%PDF-1.7\n" + "\u00e2".repeat(9000)),
                typed(
                        "a page that is an archive",
                        "text/html",
                        "PK\u0003\u0004" + "\0".repeat(9000)),
                typed(
                        "an endless media list",
                        "audio/x-mpegurl",
                        "#EXTM3U\n" + "a.ts\n".repeat(9000)),
                Behaviour.page(
                        "a saved page with a long boundary",
                        "captured",
                        "limit parts_boundary=100 observed=5001",
                        "multipart/related",
                        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\""
                                        + "-".repeat(5_000)
                                        + "x\"\r\n\r\n"
                                        + "-".repeat(MILLION))
                                .getBytes(StandardCharsets.US_ASCII)),
                typed("JSON, very deep", "application/json", "[".repeat(200_000)),
                feed(
                        "external entity",
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                        "&x;"),
                feed(
                        "entities that multiply",
                        "<!DOCTYPE r [<!ENTITY a \"ha\">"
                                + IntStream.range(1, 40)
                                        .mapToObj(Markup::entity)
                                        .collect(Collectors.joining())
                                + "]>",
                        "&e39;"),
                feed(
                        "one long entity",
                        "<!DOCTYPE r [<!ENTITY a \"" + "a".repeat(50_000) + "\">]>",
                        "&a;".repeat(50_000)),
                feed(
                        "a parameter entity",
                        "<!DOCTYPE r SYSTEM \"http://127.66.0.1/x.dtd\">",
                        "hello"),
                feed("very deep", "", "<a>".repeat(100_000)),
                feed("many items", "", "<item><title>Job</title></item>".repeat(20_000)));
    }

    private static Behaviour page(String name, String detail, String body) {
        return Behaviour.html(name, "captured", detail, "<title>Jobs</title>" + body);
    }

    private static Behaviour typed(String name, String type, String latin1) {
        return Behaviour.page(
                name, "captured", "", type, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Behaviour feed(String name, String doctype, String content) {
        String xml =
                "<?xml version='1.0'?>"
                        + doctype
                        + "<rss version='2.0'><channel><item><title>Job</title><description>"
                        + content
                        + "</description></item></channel></rss>";
        return Behaviour.page(
                "feed: " + name,
                "captured",
                "",
                "application/rss+xml",
                xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        return "<script type='application/ld+json'>" + text + "</script>";
    }

    private static String numbered(int count, String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pattern.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }

    private static String entity(int i) {
        String before = i == 1 ? "&a;" : "&e" + (i - 1) + ";";
        return "<!ENTITY e" + i + " \"" + before + before + "\">";
    }

    /// Ten doors lead on from every room, and each room is as deep as its address is long.
    private static String room(String path) {
        String here = path.equals("/") ? "" : path;
        return "<title>Room</title>" + numbered(10, "<a href='" + here + "/%d'>door %d</a>");
    }

    private static String month(String path) {
        int at = path.indexOf("?month=");
        int month = at < 0 ? 0 : Integer.parseInt(path.substring(at + 7));
        return "<title>Month "
                + month
                + "</title><a rel=next href='/?month="
                + (month + 1)
                + "'>next</a>";
    }
}
