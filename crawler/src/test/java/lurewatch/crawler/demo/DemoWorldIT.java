package lurewatch.crawler.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lurewatch.crawler.demo.Walker.Page;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Sites;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoWorldIT {
    private static final Instant BASE = Instant.parse("2026-11-01T09:00:00Z");
    private static final int PLENTY = 1000;

    @TempDir Path folder;
    private DemoWorld world;
    private Walker walker;

    @BeforeEach
    void start() throws IOException {
        world = DemoWorld.start(BASE);
        walker = new Walker(world);
    }

    @AfterEach
    void stop() throws IOException {
        world.close();
    }

    @Test
    void hasEightSitesAndThreeHundredPagesBesideTheTrap() throws IOException {
        Map<String, Integer> pages = new TreeMap<>();
        for (Site site : sites()) {
            if (!site.name().equals("endless-fair")) {
                pages.put(site.name(), pagesOf(site).size());
            }
        }
        assertThat(pages).hasSizeGreaterThanOrEqualTo(8);
        assertThat(pages.values().stream().mapToInt(n -> n).sum()).isGreaterThan(300);
        assertThat(pages.values()).allSatisfy(n -> assertThat(n).isGreaterThan(3));
        assertThat(world.forbiddenRequests()).isZero();
        assertThat(world.trapRequests()).isZero();
    }

    @Test
    void pagingOfABoardLeadsToEveryOneOfItsAds() throws IOException {
        Map<String, Page> pages = pagesOf(site("harbour-jobs"));
        assertThat(pages.keySet().stream().filter(url -> url.contains("/jobs/")).count())
                .isEqualTo(120 + 14 + 2);
        assertThat(pages.keySet().stream().filter(url -> url.contains("?page=")).count())
                .as("the first is the seed itself")
                .isEqualTo(7 - 1);
    }

    @Test
    void everyAdOfTheFirstEnglishBoardIsAJobPostingInJsonLd() throws IOException {
        ObjectMapper json = new ObjectMapper();
        int seen = 0;
        for (Page page : pagesOf(site("harbour-jobs")).values()) {
            for (Element script : page.document().select("script[type=application/ld+json]")) {
                JsonNode posting = json.readTree(script.data());
                assertThat(posting.path("@type").asText()).isEqualTo("JobPosting");
                assertThat(posting.path("title").asText()).isNotBlank();
                assertThat(posting.path("description").asText()).startsWith("<p>");
                assertThat(Instant.parse(posting.path("datePosted").asText())).isBefore(BASE);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(136);
    }

    @Test
    void everyAdOfTheSecondEnglishBoardIsAJobPostingInMicrodata() throws IOException {
        List<Element> postings = new ArrayList<>();
        for (Page page : pagesOf(site("worldwide-work")).values()) {
            postings.addAll(page.document().select("[itemtype=https://schema.org/JobPosting]"));
        }
        assertThat(postings).hasSize(149);
        assertThat(postings)
                .allSatisfy(posting -> {
                    assertThat(posting.select("[itemprop=title]").text()).isNotBlank();
                    assertThat(posting.select("[itemprop=description]").text()).isNotBlank();
                });
    }

    /// The texts of the cases, read back through whatever each page says of its character set.
    @Test
    void everyCaseCanBeReadWhateverTheCharacterSet() throws IOException {
        StringBuilder everything = new StringBuilder();
        for (Site site : sites()) {
            pagesOf(site).values().forEach(page -> everything.append(textOf(page.document())));
        }
        String text = everything.toString();
        assertThat(DemoTexts.load().cases())
                .allSatisfy(c -> assertThat(text).contains(c.text().replaceAll("\\s+", " ")));
    }

    @Test
    void pagesAreServedInTheCharacterSetsOfTheirCountries() throws IOException {
        Page korean = walker.fetch(baseUrl("gyomin-alba.test") + "/view.php?no=1");
        assertThat(korean.head()).contains("content-type: text/html\r\n");
        assertThat(new String(korean.body(), Charset.forName("x-windows-949")))
                .contains("캄보디아", "똠얌꿍");
        Page chinese = walker.fetch(baseUrl("nanyang-huaren.test") + "/view.php?no=1");
        assertThat(chinese.head()).contains("charset=gb18030");
        assertThat(new String(chinese.body(), Charset.forName("GB18030"))).contains("西港");
        List<String> thai = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            Page page = walker.fetch(baseUrl("talat-ngan.test") + "/view.php?no=" + (number + 1));
            thai.add(page.document().select("meta[http-equiv]").attr("content"));
        }
        assertThat(thai)
                .containsExactly(
                        "text/html; charset=tis-620",
                        "text/html; charset=utf-8",
                        "text/html; charset=windows-874");
    }

    @Test
    void recipesFindTitleAndBodyOnEveryAdOfTheirBoard() throws IOException {
        for (Site site : sites()) {
            var fields = site.recipe().flatMap(recipe -> recipe.posting());
            if (fields.isEmpty()) {
                continue;
            }
            String match = fields.get().match().orElseThrow().replace("\\", "");
            for (Page page : pagesOf(site).values()) {
                if (page.url().contains(match)) {
                    Document document = page.document();
                    assertThat(document.select(fields.get().title().orElseThrow()).text())
                            .as(page.url())
                            .isNotBlank();
                    assertThat(document.select(fields.get().body().orElseThrow()).text())
                            .as(page.url())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void olderMessagesOfTheChannelStandBehindBefore() throws IOException {
        List<String> numbers = new ArrayList<>();
        Map<String, Page> pages = pagesOf(site("channel-preview"));
        pages.values()
                .forEach(page ->
                        page.document()
                                .select(".tgme_widget_message")
                                .forEach(m -> numbers.add(m.attr("data-post"))));
        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(
                        pages.values()
                                .iterator()
                                .next()
                                .document()
                                .select("a[href^=https://t.me/sample_]"))
                .isNotNull();
    }

    @Test
    void aLureStandsInACommentUnderAnInnocentTopic() throws IOException {
        Page thread = walker.fetch(baseUrl("far-from-home.test") + "/thread/1");
        assertThat(thread.document().select(".opening .text").text()).contains("우산");
        assertThat(thread.document().select(".reply .text").text()).contains("s a m p l e _ 7 7");
    }

    @Test
    void copiesOfALureOnSeveralSitesKeepItsHandle() throws IOException {
        int sites = 0;
        for (Site site : sites()) {
            boolean found =
                    pagesOf(site).values().stream()
                            .anyMatch(page -> textOf(page.document()).contains("@sample_hr_kh"));
            sites += found ? 1 : 0;
        }
        assertThat(sites).isGreaterThanOrEqualTo(3);
    }

    @Test
    void feedsLinkToPagesThatAreThere() throws IOException {
        assertThat(pagesOf(site("feed-of-jobs")).keySet())
                .anyMatch(url -> url.endsWith("/jobs.atom"))
                .anyMatch(url -> url.endsWith("/jobs.rss"))
                .anyMatch(url -> url.endsWith("/item/1"))
                .anyMatch(url -> url.endsWith("/item/17"));
    }

    @Test
    void theTrapHasNoEndButSmallAnswers() throws IOException {
        Map<String, Page> pages =
                walker.walk(baseUrl(DemoWorld.TRAP_HOST) + "/", PLENTY, PLENTY, this::isForbidden);
        assertThat(pages).hasSize(PLENTY);
        assertThat(pages.values())
                .allSatisfy(page -> {
                    assertThat(page.body().length).isLessThan(8192);
                    assertThat(page.document().select("a[href]")).hasSizeLessThan(15);
                });
        assertThat(world.trapRequests()).isGreaterThanOrEqualTo(PLENTY);
        String deep = baseUrl(DemoWorld.TRAP_HOST) + "/rooms/" + "a/".repeat(1000);
        assertThat(walker.fetch(deep).status()).isEqualTo(404);
    }

    @Test
    void robotsForbidsAPartThatEveryPageLinksToAndWhoGoesThereIsCounted() throws IOException {
        for (String host : world.hosts().keySet()) {
            String robots =
                    new String(
                            walker.fetch(baseUrl(host) + "/robots.txt").body(),
                            StandardCharsets.US_ASCII);
            assertThat(robots).contains("User-agent: *", "Disallow: /private/");
        }
        assertThat(world.forbiddenRequests()).isZero();
        walker.fetch(baseUrl("cho-viec.test") + "/private/members?from=footer");
        assertThat(world.forbiddenRequests()).isEqualTo(1);
    }

    @Test
    void writesSettingsThatTheOrdinaryReadersAccept() throws IOException {
        world.writeConfig(folder);
        Settings settings = Settings.read(folder.resolve("lurewatch.yaml"));
        assertThat(settings.identity().header())
                .isEqualTo("LurewatchDemo (+mailto:operator@example.org)");
        assertThat(settings.net().allowPorts()).containsExactly(world.port());
        assertThat(settings.net().hosts()).isEqualTo(world.hosts());
        assertThat(Sites.read(folder.resolve("sites")).enabled()).hasSize(world.hosts().size());
    }

    @Test
    void theSameWorldHasTheSameBytes() throws IOException {
        String url = baseUrl("worldwide-work.test") + "/jobs/1";
        Page first = walker.fetch(url);
        world.close();
        world = DemoWorld.start(BASE);
        assertThat(new Walker(world).fetch(url).body()).isEqualTo(first.body());
    }

    @Test
    void twoWorldsStandSideBySide() throws IOException {
        try (DemoWorld second = DemoWorld.start(BASE)) {
            assertThat(second.port()).isNotEqualTo(world.port());
            String url = baseUrl(second, "cho-viec.test") + "/view.php?no=1";
            assertThat(new Walker(second).fetch(url).status()).isEqualTo(200);
        }
    }

    @Test
    void aSiteWhoseAddressIsTakenSharesTheCommonOne() throws IOException {
        int port = world.port();
        String host = "cho-viec.test";
        String taken = world.hosts().get(host);
        world.close();
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral(taken))) {
            world = DemoWorld.start(BASE);
            walker = new Walker(world);
        }
        assertThat(world.hosts().get(host)).isEqualTo("127.0.0.1");
        assertThat(walker.fetch(baseUrl(host) + "/view.php?no=1").status()).isEqualTo(200);
    }

    @Test
    void answersThatNothingHasChanged() throws IOException {
        String url = baseUrl("cho-viec.test") + "/view.php?no=1";
        String head = walker.fetch(url).head();
        String tag = head.lines().filter(l -> l.startsWith("etag:")).findFirst().orElseThrow();
        Page again =
                walker.fetch(
                        url,
                        "GET /view.php?no=1 HTTP/1.1\r\nHost: cho-viec.test\r\nConnection: close\r\nIf-None-Match:%s\r\n\r\n"
                                .formatted(tag.substring("etag:".length())));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void refusesToChangeAnything() throws IOException {
        String url = baseUrl("cho-viec.test") + "/view.php?no=1";
        Page page = walker.fetch(url, "POST / HTTP/1.1\r\nHost: cho-viec.test\r\n\r\n");
        assertThat(page.status()).isEqualTo(405);
    }

    private String baseUrl(String host) {
        return baseUrl(world, host);
    }

    private static String baseUrl(DemoWorld world, String host) {
        assertThat(world.hosts()).containsKey(host);
        return "http://" + host + ":" + world.port();
    }

    private Map<String, Page> pagesOf(Site site) throws IOException {
        Map<String, Page> pages = new TreeMap<>();
        int limit = site.name().equals("endless-fair") ? site.scope().pages() : PLENTY;
        for (String seed : site.seeds()) {
            pages.putAll(walker.walk(seed, site.scope().depth(), limit, this::isForbidden));
        }
        return pages;
    }

    private boolean isForbidden(String path) {
        return path.startsWith("/private/") || path.startsWith("/employers-only/");
    }

    /// What a reader sees, and what feeds carry as escaped markup.
    private static String textOf(Document document) {
        StringBuilder text = new StringBuilder(document.text());
        document.getElementsByTag("content:encoded")
                .forEach(e -> text.append(Jsoup.parse(e.text()).text()));
        document.select("entry > content").forEach(e -> text.append(Jsoup.parse(e.text()).text()));
        return text.append('\n').toString();
    }

    private List<Site> sites() throws IOException {
        world.writeConfig(folder);
        return Sites.read(folder.resolve("sites")).all();
    }

    private Site site(String name) throws IOException {
        world.writeConfig(folder);
        return Sites.read(folder.resolve("sites")).named(name).orElseThrow();
    }
}
