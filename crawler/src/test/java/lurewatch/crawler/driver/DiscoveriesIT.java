package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.crawler.Main;
import lurewatch.crawler.discovery.Discoveries;
import lurewatch.crawler.discovery.Discovery;
import lurewatch.crawler.discovery.Probation;
import lurewatch.crawler.settings.Discover;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.SiteScope;
import lurewatch.crawler.site.Sites;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Link;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.FactsStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where ads lead, from the facts to a site file that a crawl reads.
final class DiscoveriesIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long sequence;

    @BeforeEach
    void record() throws IOException {
        Path sites = Files.createDirectories(folder.resolve("config/sites"));
        Files.writeString(folder.resolve("config/lurewatch.yaml"), "net: {allow_ports: [80]}\n");
        Files.writeString(
                sites.resolve("board.yaml"),
                """
                name: board
                kind: job-board
                enabled: true
                seeds: ['http://board.example.com/']
                """);
        Files.writeString(
                sites.resolve("known.yaml"),
                """
                name: known
                kind: channel
                enabled: false
                seeds: ['https://t.me/s/Sample_Known']
                """);
        try (FactsStore facts = FactsStore.open(folder.resolve("facts.db"))) {
            facts.record(ad("board", 90, Context.NONE, "http://www.golden-star.example.net/apply"));
            facts.record(
                    ad("forum", 80, Context.NONE, "https://hr.golden-star.example.net:8080/x"));
            facts.record(
                    ad(
                            "board",
                            85,
                            Context.NONE,
                            "https://t.me/s/Sample_Jobs",
                            "https://t.me/+abc",
                            "https://t.me/sample_person"));
            facts.record(ad("board", 70, Context.NONE, "https://t.me/sample_known/17"));
            facts.record(ad("board", 70, Context.NONE, "https://www.facebook.com/somebody"));
            facts.record(ad("board", 70, Context.NONE, "http://board.example.com/other"));
            facts.record(ad("board", 70, Context.NONE, "http://192.0.2.7/x", "mailto:a@x.example"));
            facts.record(ad("board", 60, Context.WARNING, "http://warned-of.example.org/"));
            facts.record(ad("board", 10, Context.NONE, "http://harmless.example.org/"));
        }
    }

    private CaptureFacts ad(String site, double score, Context context, String... links) {
        sequence++;
        String url = "http://" + site + ".example.com/ad/" + sequence;
        Capture capture =
                new Capture(
                        new CaptureId(sequence),
                        site,
                        url,
                        NOON.plusSeconds(sequence),
                        200,
                        List.of(),
                        Digest.of(url),
                        7,
                        Optional.empty(),
                        Digest.of(url),
                        new WarcPosition("lurewatch-1.warc.gz", 0, 1),
                        Provenance.CRAWLED,
                        Optional.empty());
        JobPosting posting =
                new JobPosting(
                        PostingId.of(site, url),
                        capture.id(),
                        site,
                        url,
                        "Waiters",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, "text " + sequence)),
                        Stream.of(links).map(link -> new Link(link, "")).toList(),
                        Particulars.UNKNOWN);
        Assessment assessment =
                new Assessment(
                        Optional.of("en"),
                        score,
                        score < 30 ? AssessmentClass.LOW : AssessmentClass.LURE,
                        context,
                        List.of(),
                        List.of(
                                new Contact(
                                        ContactKind.TELEGRAM,
                                        "sample_person",
                                        "@sample_person",
                                        -1,
                                        -1,
                                        1,
                                        "t")),
                        List.of(),
                        List.of(),
                        List.of(),
                        "rules",
                        List.of());
        return new CaptureFacts(
                capture, List.of(new AssessedPosting(posting, assessment)), List.of());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of("discoveries"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        all.addAll(List.of("--config", folder.resolve("config").toString()));
        return Main.run(
                all.toArray(new String[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of());
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatSeveralSitesLeadToComesFirstAndWhatIsKnownIsNone() {
        assertThat(run()).isZero();
        assertThat(printed().lines().map(line -> line.replaceAll(" {2,20}", " ").strip()))
                .containsExactly(
                        "postings sites score kind name",
                        "2 2 90 domain example[.]net",
                        "1 1 85 channel t[.]me/sample_jobs");
    }

    @Test
    void itIsShownWhichPostingsLeadThere() {
        assertThat(run("show", "example[.]net")).isZero();
        assertThat(printed())
                .contains("example[.]net, a domain: 2 postings on 2 watched sites lead there")
                .contains(PostingId.of("board", "http://board.example.com/ad/1").value())
                .contains("hxxp://www[.]golden-star[.]example[.]net/apply");
    }

    @Test
    void whatIsAcceptedIsASiteFileThatCanBeKept() throws IOException {
        for (String name : List.of("example.net", "t.me/sample_jobs")) {
            assertThat(run("accept", name)).isZero();
            String file = printed();
            String site =
                    file.lines()
                            .filter(line -> line.startsWith("name: "))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(folder.resolve("config/sites/" + site.substring(6) + ".yaml"), file);
        }
        Sites sites = Sites.read(folder.resolve("config/sites"));
        assertThat(sites.all()).hasSize(4);
        assertThat(sites.named("found-t-me-sample-jobs"))
                .hasValueSatisfying(site -> {
                    assertThat(site.enabled()).isFalse();
                    SiteScope scope = SiteScope.of(site);
                    assertThat(scope.contains(url("https://t.me/s/Sample_Jobs?before=20")))
                            .isTrue();
                    assertThat(scope.contains(url("https://t.me/s/another"))).isFalse();
                });
        assertThat(run()).as("nothing is left to discover").isEqualTo(1);
    }

    @Test
    void whatIsDismissedIsNotProposedAgain() throws IOException {
        assertThat(run("dismiss", "example.net")).isZero();
        assertThat(Files.readString(folder.resolve("config/dismissed.txt")))
                .isEqualTo("example.net\n");
        assertThat(run("--format", "jsonl")).isZero();
        assertThat(printed()).contains("t.me/sample_jobs").doesNotContain("example.net");
        assertThat(run("dismiss", "example.net")).isEqualTo(1);
        assertThat(run("show")).isEqualTo(2);
    }

    @Test
    void nothingIsFollowedBeyondWhatTheOperatorAllows() {
        List<Discovery> all;
        try (FactsReader facts = FactsReader.open(folder.resolve("facts.db"))) {
            all = Discoveries.of(facts, List.of(), Discover.DEFAULTS, Set.of());
        }
        assertThat(Probation.sites(all, Discover.DEFAULTS, Set.of())).isEmpty();
        Discover channels = new Discover(Discover.Follow.CHANNELS, 5, 7, 2, List.of());
        assertThat(Probation.sites(all, channels, Set.of()))
                .extracting(Site::name)
                .containsExactlyInAnyOrder("found-t-me-sample-jobs", "found-t-me-sample-known");
        Discover one = new Discover(Discover.Follow.ALL, 1, 7, 2, List.of());
        assertThat(Probation.sites(all, one, Set.of()))
                .singleElement()
                .satisfies(site -> {
                    assertThat(site.scope().pages()).isEqualTo(7);
                    assertThat(site.scope().depth()).isEqualTo(2);
                });
    }

    private static WebUrl url(String written) {
        return WebUrl.parse(written).orElseThrow();
    }
}
