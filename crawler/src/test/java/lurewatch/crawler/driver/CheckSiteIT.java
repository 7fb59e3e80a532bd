package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator sees who writes a recipe.
final class CheckSiteIT {
    private static final String LISTING =
            """
            <title>Jobs</title><table class="list">
            <tr><td><a class="subject" href="/view?no=1">TM team</a>
            <tr><td><a class="subject" href="/view?no=2">Cooks</a>
            <tr><td>an advertisement without a link</table>
            <a class="next" href="/jobs?page=2">next</a> <a href="http://elsewhere.example/">x</a>
            """;

    private static final String AD =
            """
            <title>Ad</title><h1 class="subject">TM team \u001b[31mSihanoukville</h1>
            <div class="view">Customer service in Sihanoukville, USD 3000 a month, free flight and
            housing, no experience, passport only. Telegram @sample_tm_01</div>
            """;

    @TempDir Path folder;

    private HostileServer server;

    @BeforeEach
    void start() throws IOException {
        server = HostileServer.start(CheckSiteIT::answer);
        ConfigFiles.write(
                folder.resolve("config"),
                """
                identity: {user_agent: ExampleLabBot, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                politeness: {factor: 0, minimum: 1ms, ip_minimum: 0ms}
                """
                        .formatted(server.port()),
                Map.of(
                        "board",
                        """
                        kind: job-board
                        enabled: false
                        seeds: ['%s']
                        recipe:
                          list: {item: 'table.list tr', link: a.subject}
                          posting: {match: '/view', title: h1.subject, body: .view, author: .writer}
                          next: a.next
                        """
                                .formatted(url("/jobs"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String url(String path) {
        return "http://127.9.0.1:" + server.port() + path;
    }

    private static void answer(Request request, OutputStream out) throws IOException {
        switch (request.path()) {
            case "/robots.txt" -> HostileServer.html(out, "User-agent: *\nDisallow: /secret\n");
            case "/jobs" -> HostileServer.html(out, LISTING);
            case "/view?no=1" -> HostileServer.html(out, AD);
            case "/old" -> HostileServer.redirect(out, "/secret");
            default -> HostileServer.notFound(out);
        }
    }

    private Cli check(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "check";
        all[1] = "site";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Cli.run(folder.resolve("data"), folder.resolve("config"), all);
    }

    private long asked(String path) {
        return server.hits().stream().filter(hit -> hit.request().path().equals(path)).count();
    }

    @Test
    void aListingShowsWhatEachSelectorFinds() {
        Cli check = check("board");
        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out())
                .contains("page      hxxp://127[.]9[.]0[.]1:" + server.port() + "/jobs\n")
                .contains("site      board, job-board, not enabled\n")
                .contains("robots    allowed\n")
                .contains("read by   recipe\n")
                .containsPattern("list\\.item +3  table\\.list tr\n")
                .containsPattern("list\\.link +2  a\\.subject\n +»TM team«\n")
                .containsPattern("posting\\.match +no  /view\n")
                .containsPattern("posting\\.title +-  ")
                .contains("Links: 2 to postings, 1 to further listing pages, 1 others; 3 in the")
                .contains("(out of scope)")
                .contains("Postings: 0\n")
                .contains(
                        "  lurewatch check site board 'hxxp://127[.]9[.]0[.]1:"
                                + server.port()
                                + "/view?no=1'\n");
        assertThat(asked("/robots.txt")).isEqualTo(1);
        assertThat(asked("/jobs")).isEqualTo(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    /// What is to be pasted into a shell is one word there, whatever a page's address says.
    @Test
    void anAddressCannotLeaveItsQuotes() throws IOException {
        Path listing = folder.resolve("listing.html");
        Files.writeString(
                listing,
                "<table class=list><tr><td><a class=subject href=\"/view?no=1';id;'\">x</a></table>");
        assertThat(check("board", "--file", listing.toString()).out())
                .contains("/view?no=1%27;id;%27'\n");
    }

    @Test
    void anAdShowsWhatItSaysAndWhatIsMissing() {
        Cli check = check("board", url("/view?no=1"));
        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out())
                .contains("Postings: 1\n")
                .containsPattern("\\d+ lure +en +TM team <U\\+001B>\\[31mSihanoukville")
                .containsPattern("contacts +telegram:sample_tm_01")
                .contains("text      TM team")
                .contains("nothing matches posting.author\n")
                .contains("1 of 1 postings have no author\n")
                .contains("  lurewatch crawl --once --site board\n")
                .doesNotContain("\u001b");
    }

    @Test
    void aPageIsSavedOnceAndThenReadFromTheFile() throws IOException {
        Path saved = folder.resolve("ad.html");
        assertThat(check("board", url("/view?no=1"), "--save", saved.toString()).code()).isZero();
        assertThat(Files.readString(saved)).isEqualTo(AD);
        int hits = server.hits().size();
        Cli again = check("board", url("/view?no=1"), "--file", saved.toString());
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("file      " + saved).contains("sample_tm_01");
        assertThat(server.hits()).hasSize(hits);
    }

    @Test
    void whatRobotsForbidIsNotAskedForNotEvenByARedirect() {
        Cli forbidden = check("board", url("/secret"));
        assertThat(forbidden.code()).isEqualTo(5);
        assertThat(forbidden.err()).contains("robots.txt forbids /secret");
        Cli moved = check("board", url("/old"));
        assertThat(moved.code()).isEqualTo(5);
        assertThat(asked("/secret")).isZero();
    }

    @Test
    void ourOwnNetworkIsNotAskedFor() {
        Cli check = check("board", "http://10.0.0.1:" + server.port() + "/");
        assertThat(check.code()).isEqualTo(5);
        assertThat(check.err())
                .contains("out of the site's scope")
                .contains("our address guard: 10.0.0.1 leads to 10.0.0.1, which is not public")
                .contains("net.allow_cidr");
    }

    @Test
    void aPageWithNothingIsOneToLookFor() {
        Cli check = check("board", url("/none"));
        assertThat(check.out()).contains("answer    404");
        Cli nobody = check("nobody");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("nobody.yaml", "'lurewatch check' names those");
        Cli noUrl = check("board", "/view?no=1");
        assertThat(noUrl.code()).isEqualTo(2);
        assertThat(noUrl.err()).contains("write it whole");
    }

    @Test
    void programsGetAllOfIt() throws IOException {
        JsonNode trial = new ObjectMapper().readTree(check("board", "--format", "jsonl").out());
        assertThat(trial.path("reader").asText()).isEqualTo("recipe");
        assertThat(trial.path("recipe").get(1).path("matches").asInt()).isEqualTo(2);
        assertThat(trial.path("links")).hasSize(4);
        assertThat(trial.path("links").get(0).path("kind").asText()).isEqualTo("item");
    }
}
