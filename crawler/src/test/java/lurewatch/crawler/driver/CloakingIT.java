package lurewatch.crawler.driver;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Capture;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.StoredPosting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site that shows phones the ad and robots a cooking page, from the crawl to what is found.
final class CloakingIT {
    private static final String BOARD = "127.9.3.1";
    private static final String PHONE = "Mozilla/5.0 (ExamplePhone)";

    private static final String RECIPES =
            """
            <html><title>Soup</title><article><h1>Soup of the day</h1><p>Boil two litres of water,
            add the carrots and let it all stand for an hour. Serves four, and more with bread.</p>
            </article></html>\
            """;

    private static final String LURE =
            """
            <html><title>Jobs</title><article><h1>Customer service, Sihanoukville</h1><p>Salary 2500
            USDT a month, flight and room are paid, no experience needed, no interview. Contact
            Telegram @hr_cloak77 only.</p></article></html>\
            """;

    private static final String OPEN_LURE = LURE.replace("hr_cloak77", "hr_open88");

    @TempDir Path folder;

    @Test
    void whatOnlyOthersSeeIsFoundAndSaid() throws IOException {
        try (HostileServer server = HostileServer.start(CloakingIT::answer)) {
            configure(server, "", "second_looks: {share: 1, user_agent: '" + PHONE + "'}");
            Cli crawl = run("crawl", "--once");
            assertThat(crawl.code()).as(crawl.err()).isZero();

            String page = "http://" + BOARD + ":" + server.port();
            Map<String, StoredPosting> found = postings();
            StoredPosting hidden = posting(found, page + "/soup#second-look");
            assertThat(hidden.current().assessment().assessmentClass())
                    .isEqualTo(AssessmentClass.LURE);
            assertThat(hidden.sightings())
                    .extracting(seen -> seen.capture().isSecondLook())
                    .containsExactly(true);
            // What both are shown is one posting, seen by our robot.
            assertThat(found.keySet())
                    .contains(page + "/open")
                    .doesNotContain(page + "/open#second-look");
            assertThat(posting(found, page + "/open").versions()).hasSize(1);

            assertThat(run("why", page + "/soup").out())
                    .contains("others see")
                    .contains("others are shown another page, capture c");
            assertThat(run("why", page + "/open").out()).contains("the same page");
            assertThat(run("status").out())
                    .contains("shows others something else: 1 of 3 pages looked at twice");
            assertThat(run("fetchlog").out())
                    .contains("second_look")
                    .contains("second look: others are shown another page");
        }
    }

    @Test
    void aReplayFindsTheSame() throws IOException {
        try (HostileServer server = HostileServer.start(CloakingIT::answer)) {
            configure(server, "", "second_looks: {share: 1, user_agent: '" + PHONE + "'}");
            assertThat(run("crawl", "--once").code()).isZero();
            Map<String, StoredPosting> before = postings();
            Cli replay = run("replay");
            assertThat(replay.code()).as(replay.err()).isZero();
            assertThat(postings()).isEqualTo(before).hasSizeGreaterThan(2);
        }
    }

    @Test
    void aSiteIsToldTheNameThatItsFileSays() throws IOException {
        try (HostileServer server = HostileServer.start(CloakingIT::answer)) {
            configure(server, "user_agent: '" + PHONE + "'", "");
            assertThat(run("crawl", "--once").code()).isZero();
            assertThat(agents(server)).containsOnly(PHONE);
            // At its own address: nobody else was looked as.
            StoredPosting found =
                    posting(postings(), "http://" + BOARD + ":" + server.port() + "/soup");
            assertThat(found.current().assessment().assessmentClass())
                    .isEqualTo(AssessmentClass.LURE);
            try (Archive archive =
                    Archive.open(folder.resolve("data/archive"), 1 << 20, InstantSource.system())) {
                List<Capture> captures = new ArrayList<>();
                archive.forEachAfter(0, captures::add);
                assertThat(captures).noneMatch(Capture::isSecondLook);
            }
        }
    }

    private void configure(HostileServer server, String site, String settings) throws IOException {
        ConfigFiles.write(
                folder.resolve("config"),
                """
                identity: {user_agent: CloakTest, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                politeness: {factor: 0, minimum: 5ms, maximum: 5ms, ip_minimum: 5ms}
                %s
                """
                        .formatted(server.port(), settings),
                Map.of(
                        "board",
                        """
                        kind: job-board
                        enabled: true
                        seeds: ['http://%s:%d/']
                        %s
                        """
                                .formatted(BOARD, server.port(), site)));
    }

    private Cli run(String... arguments) {
        return Cli.run(folder.resolve("data"), folder.resolve("config"), arguments);
    }

    private static StoredPosting posting(Map<String, StoredPosting> found, String url) {
        return Optional.ofNullable(found.get(url))
                .orElseThrow(() -> new AssertionError("no " + url + " in " + found.keySet()));
    }

    private Map<String, StoredPosting> postings() {
        Map<String, StoredPosting> postings = new TreeMap<>();
        try (FactsReader facts = FactsReader.open(folder.resolve("data/facts.db"))) {
            facts.forEachPosting(
                    posting -> postings.put(posting.current().posting().url(), posting));
        }
        return postings;
    }

    private static Set<String> agents(HostileServer server) {
        return server.hits().stream()
                .map(hit -> hit.request().headers().get("User-Agent"))
                .collect(Collectors.toSet());
    }

    private static void answer(Request request, OutputStream out) throws IOException {
        boolean isPhone = PHONE.equals(request.headers().get("User-Agent"));
        switch (request.path()) {
            case "/" -> html(out, "<p>Welcome</p><a href=/soup>soup</a> <a href=/open>job</a>");
            case "/soup" -> html(out, isPhone ? LURE : RECIPES);
            case "/open" -> html(out, OPEN_LURE);
            default -> notFound(out);
        }
    }
}
