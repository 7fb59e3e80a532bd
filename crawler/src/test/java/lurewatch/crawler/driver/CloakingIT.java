package lurewatch.crawler.driver;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Capture;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Standing;
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

    /// What cannot be read any more is compared with nothing.
    @Test
    void aCaptureDamagedBetweenTheLooksMakesThemUnknown() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/") && asked.incrementAndGet() == 3) {
                        damage(firstCapture());
                    }
                    boolean isPhone = PHONE.equals(request.headers().get("User-Agent"));
                    if (request.path().equals("/")) {
                        html(out, isPhone ? LURE : RECIPES);
                    } else {
                        notFound(out);
                    }
                })) {
            configure(server, "", "second_looks: {share: 1, user_agent: '" + PHONE + "'}");
            Cli crawl = run("crawl", "--once");
            assertThat(crawl.code()).as(crawl.err()).isZero();
            assertThat(asked).hasValue(3);
            assertThat(run("fetchlog").out())
                    .contains("second look: a capture of it cannot be read any more");
            assertThat(run("status").out()).doesNotContain("shows others something else");
        }
    }

    /// Robots are told that there is no such page, or are sent away; people are shown the ad.
    @Test
    void whatRobotsAreNotShownAtAllIsFoundAndStays() throws IOException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    boolean isPhone = PHONE.equals(request.headers().get("User-Agent"));
                    switch (request.path()) {
                        case "/" ->
                                html(out, "<p>Welcome</p><a href=/hidden>x</a><a href=/away>y</a>");
                        case "/hidden" -> {
                            if (isPhone) {
                                html(out, LURE);
                            } else {
                                notFound(out);
                            }
                        }
                        case "/away" -> {
                            if (isPhone) {
                                html(out, OPEN_LURE);
                            } else {
                                HostileServer.redirect(out, "https://example.com/");
                            }
                        }
                        default -> notFound(out);
                    }
                })) {
            configure(server, "", "second_looks: {share: 1, user_agent: '" + PHONE + "'}");
            Cli crawl = run("crawl", "--once");
            assertThat(crawl.code()).as(crawl.err()).isZero();
            String page = "http://" + BOARD + ":" + server.port();
            Map<String, StoredPosting> found = postings();
            for (String path : List.of("/hidden", "/away")) {
                StoredPosting hidden = posting(found, page + path + "#second-look");
                assertThat(hidden.current().assessment().assessmentClass())
                        .isEqualTo(AssessmentClass.LURE);
                // That we were told otherwise once more does not mean that it is gone.
                assertThat(hidden.standing().status()).isEqualTo(Standing.Status.LIVE);
            }
            assertThat(run("why", page + "/hidden").out())
                    .contains("others are shown a page, capture c")
                    .contains("where we are answered 404");
        }
    }

    private Path firstCapture() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/archive"))) {
            return files.filter(file -> file.getFileName().toString().contains(".warc"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Spoils everything that was written so far but the first record.
    private static void damage(Path warc) throws IOException {
        try (FileChannel file = FileChannel.open(warc, StandardOpenOption.WRITE)) {
            long size = Files.size(warc);
            for (long at = 600; at < size; at += 50) {
                file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), at);
            }
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
            List<PostingId> ids = new ArrayList<>();
            facts.forEachPosting(posting -> ids.add(posting.id()));
            for (PostingId id : ids) {
                StoredPosting posting = facts.posting(id).orElseThrow();
                postings.put(posting.current().posting().url(), posting);
            }
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
