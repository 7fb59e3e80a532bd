package lurewatch.crawler.service;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import lurewatch.crawler.fetch.CaptureSink;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.frontier.FrontierSettings;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.service.Progress.State;
import lurewatch.crawler.settings.Identity;
import lurewatch.crawler.settings.Net;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.settings.Storage;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.SitePlan;
import lurewatch.indexer.settings.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A crawl with the real archive and the real extractor behind it.
final class CrawlServiceIT {
    private static final Clocks CLOCKS = new Clocks(InstantSource.system(), System::nanoTime);
    private static final Charset EUC_KR = Charset.forName("EUC-KR");

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance()
                    .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
                    .build();

    @TempDir Path directory;

    private static Settings settings(Storage storage) {
        Politeness usual = Politeness.DEFAULTS;
        Politeness quick =
                new Politeness(
                        0,
                        Duration.ofMillis(1),
                        usual.maximum(),
                        Duration.ZERO,
                        usual.crawlDelayCap(),
                        usual.blockFirst(),
                        usual.blockCap(),
                        usual.forgive(),
                        usual.robotsMaxAge());
        return new Settings(
                new Identity(Optional.of("ExampleLabBot"), Optional.of("https://example.org/bot")),
                new Net(List.of("127.0.0.0/8"), List.of(SERVER.getPort()), Map.of()),
                Settings.DEFAULTS.limits(),
                quick,
                Settings.DEFAULTS.schedule(),
                storage);
    }

    private static Site site() {
        return new Site(
                "board",
                SiteKind.JOB_BOARD,
                true,
                List.of("http://127.0.0.1:" + SERVER.getPort() + "/"),
                Scope.DEFAULTS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Extraction extraction(CapturedPage page) {
        return new Extractor().extract(page, SitePlan.GENERIC);
    }

    /// What a wall leads to is its challenge.
    @Test
    void followsNoLinkOfAWall() throws Exception {
        SERVER.stubFor(
                get(urlEqualTo("/"))
                        .willReturn(
                                aResponse()
                                        .withHeader("Content-Type", "text/html")
                                        .withBody(
                                                "<iframe src='/_Incapsula_Resource?CWUDNSAI=9&xinfo=1'>"
                                                        + "Request unsuccessful. Incapsula incident"
                                                        + " ID: 1234</iframe><a href=/ad/1>ad</a>")));
        try (Archive archive =
                Archive.open(directory.resolve("archive"), 1 << 20, InstantSource.system())) {
            CaptureSink sink =
                    new ArchiveSink(
                            archive, CrawlServiceIT::extraction, CrawlServiceIT::extraction);
            Path schedule = directory.resolve("crawl.db");
            try (CrawlService crawl = start(RunMode.SERVICE, sink, Storage.DEFAULTS);
                    FrontierReader reader = FrontierReader.open(schedule)) {
                for (int i = 0; i < 400 && !sawWall(reader); i++) {
                    assertThat(crawl.awaitEnd(Duration.ofMillis(50))).isFalse();
                }
                assertThat(sawWall(reader)).isTrue();
                assertThat(reader.sites(Instant.now(), Duration.ofHours(1)).getFirst().pages())
                        .isEqualTo(1);
            }
        }
    }

    private static boolean sawWall(FrontierReader reader) {
        return reader.latest("board", 9).stream()
                .anyMatch(entry -> entry.detail().contains("block page"));
    }

    @Test
    void archivesWhatItFetchesAndFollowsWhatTheExtractorFinds() throws Exception {
        byte[] ad = "<title>캄보디아 고객 상담</title><p>고수익 보장</p>".getBytes(EUC_KR);
        SERVER.stubFor(
                get(urlEqualTo("/"))
                        .willReturn(
                                aResponse()
                                        .withHeader("Content-Type", "text/html")
                                        .withBody("<a href='/ad/1'>ad</a>")));
        SERVER.stubFor(
                get(urlEqualTo("/ad/1"))
                        .willReturn(
                                aResponse()
                                        .withHeader("Content-Type", "text/html; charset=euc-kr")
                                        .withBody(ad)));
        List<Capture> captures = new ArrayList<>();
        try (Archive archive =
                Archive.open(directory.resolve("archive"), 1 << 20, InstantSource.system())) {
            CaptureSink sink =
                    new ArchiveSink(
                            archive, CrawlServiceIT::extraction, CrawlServiceIT::extraction);
            try (CrawlService crawl = start(RunMode.ONCE, sink, Storage.DEFAULTS)) {
                assertThat(crawl.awaitEnd(Duration.ofSeconds(20))).isTrue();
                assertThat(crawl.progress().captured()).isEqualTo(2);
                assertThat(crawl.progress().state()).isEqualTo(State.ENDED);
            }
            archive.forEachAfter(0, captures::add);
            assertThat(archive.page(captures.get(1)).payload()).isEqualTo(ad);
        }
        assertThat(captures.stream().map(Capture::status)).containsExactly(200, 200);
        try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
            assertThat(reader.latest(1).getFirst().capture()).hasValue(2);
        }
    }

    @Test
    void stopsWithinSecondsWhileItWouldGoOn() throws IOException {
        try (Archive archive =
                Archive.open(directory.resolve("archive"), 1 << 20, InstantSource.system())) {
            CaptureSink sink =
                    new ArchiveSink(
                            archive, CrawlServiceIT::extraction, CrawlServiceIT::extraction);
            CrawlService crawl = start(RunMode.SERVICE, sink, Storage.DEFAULTS);
            assertThat(crawl.progress().state()).isEqualTo(State.CRAWLING);
            long began = System.nanoTime();
            crawl.close();
            crawl.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void anArchiveThatCannotKeepEndsTheCrawl() throws InterruptedException {
        SERVER.stubFor(
                get(urlEqualTo("/"))
                        .willReturn(aResponse().withHeader("Content-Type", "text/html")));
        CaptureSink broken =
                new CaptureSink() {
                    @Override
                    public Kept keep(lurewatch.indexer.archive.Exchange exchange) {
                        throw new IllegalStateException("disk full");
                    }

                    @Override
                    public void forEachAfter(
                            long sequence, java.util.function.Consumer<Remembered> action) {
                        // nothing was ever kept
                    }
                };
        Site site = site();
        List<String> seeds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seeds.add(site.seeds().getFirst() + "?" + i);
        }
        Site many =
                new Site(
                        site.name(),
                        site.kind(),
                        true,
                        seeds,
                        site.scope(),
                        site.recipe(),
                        site.revisit(),
                        site.minimumDelay());
        try (CrawlService crawl =
                CrawlService.start(
                        directory,
                        settings(Storage.DEFAULTS),
                        List.of(many),
                        RunMode.SERVICE,
                        0.35,
                        broken,
                        CLOCKS)) {
            assertThat(crawl.awaitEnd(Duration.ofSeconds(20))).isTrue();
            assertThat(crawl.progress().state()).isEqualTo(State.FAILED);
            assertThat(crawl.failure())
                    .hasValueSatisfying(e -> assertThat(e).hasMessage("disk full"));
        }
    }

    @Test
    void refusesToCrawlWithoutSayingWhoItIs() {
        Settings anonymous =
                new Settings(
                        Identity.DEFAULTS,
                        Net.DEFAULTS,
                        Settings.DEFAULTS.limits(),
                        Politeness.DEFAULTS,
                        Settings.DEFAULTS.schedule(),
                        Storage.DEFAULTS);
        assertThatThrownBy(() ->
                        CrawlService.start(
                                directory,
                                anonymous,
                                List.of(site()),
                                RunMode.ONCE,
                                0.35,
                                new Nowhere(),
                                CLOCKS))
                .hasMessageContaining("identity.user_agent");
    }

    @Test
    void aFullDiskPausesAndAnEmptierOneResumes() throws InterruptedException {
        AtomicLong free = new AtomicLong(50);
        FrontierSettings settings =
                FrontierSettings.of(
                        settings(Storage.DEFAULTS), List.of(site()), RunMode.SERVICE, 0.35);
        try (Frontier frontier =
                Frontier.open(
                        directory.resolve("crawl.db"), settings, CLOCKS, new java.util.Random(1))) {
            frontier.plant(List.of(site()));
            Supplier<OptionalLong> asked =
                    () -> free.get() < 0 ? OptionalLong.empty() : OptionalLong.of(free.get());
            try (DiskWatch disk = new DiskWatch(asked, new ByteSize(100), frontier)) {
                disk.look();
                assertThat(disk.isLow()).isTrue();
                Thread taker = Thread.ofVirtual().start(() -> take(frontier));
                assertThat(taker.join(Duration.ofMillis(300))).isFalse();
                free.set(105);
                disk.look();
                assertThat(disk.isLow()).isTrue(); // not enough more
                free.set(-1);
                disk.look();
                assertThat(disk.isLow()).isTrue(); // nobody knows
                free.set(120);
                disk.look();
                assertThat(taker.join(Duration.ofSeconds(5))).isTrue();
            }
        }
    }

    private CrawlService start(RunMode mode, CaptureSink sink, Storage storage) {
        return CrawlService.start(
                directory, settings(storage), List.of(site()), mode, 0.35, sink, CLOCKS);
    }

    private static void take(Frontier frontier) {
        try {
            frontier.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Nowhere implements CaptureSink {
        @Override
        public Kept keep(lurewatch.indexer.archive.Exchange exchange) {
            throw new AssertionError("nothing should be fetched");
        }

        @Override
        public void forEachAfter(long sequence, java.util.function.Consumer<Remembered> action) {
            // nothing was ever kept
        }
    }
}
