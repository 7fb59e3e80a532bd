package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.Recipe;
import lurewatch.indexer.extract.SitePlan;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class PipelineIT {
    private static final List<String> QUERIES =
            List.of(
                    "visa",
                    "customer AND service",
                    "state",
                    "t.me/hr_3_1",
                    "class:lure",
                    "signal:burst_crosspost");

    @TempDir Path directory;

    @Test
    void aReplayGivesTheSameRowsAndHitsAsManyThreadsDid() throws Exception {
        int answers = 300;
        AtomicLong numbers = new AtomicLong();
        try (Station station = Station.open(directory)) {
            inParallel(
                    16,
                    () -> {
                        for (long n = numbers.getAndIncrement();
                                n < answers;
                                n = numbers.getAndIncrement()) {
                            accept(station, Web.answer(n));
                        }
                    });
            station.pipeline.flush();
            assertThat(station.facts.lastSequence()).isEqualTo(answers);
            assertThat(station.index.committedSequence()).isEqualTo(answers);
        }
        List<String> rows = Rows.of(directory.resolve("facts.db"));
        List<List<Hit>> hits = hits();
        assertThat(rows).filteredOn(row -> row.startsWith("captures|")).hasSize(answers);
        assertThat(rows).anyMatch(row -> row.contains("gone_observed"));
        assertThat(hits.getFirst()).hasSizeGreaterThan(10);
        assertThat(rows).filteredOn(row -> row.startsWith("behaviours|")).hasSizeGreaterThan(5);
        assertThat(hits.getLast())
                .hasSameSizeAs(rows.stream().filter(r -> r.startsWith("behaviours|")).toList());

        Station.forgetDerived(directory);
        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        assertThat(Rows.of(directory.resolve("facts.db"))).isEqualTo(rows);
        assertThat(hits()).isEqualTo(hits);

        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        assertThat(Rows.of(directory.resolve("facts.db"))).isEqualTo(rows);
    }

    @Test
    void anAccountOnThreeSitesIsSeenInEachPostingAndOnlyWhileItNamesIt() throws Exception {
        try (Station station = Station.open(directory)) {
            accept(station, ad("board", "t.me/hq_one"));
            accept(station, ad("forum", "t.me/hq_one"));
            station.pipeline.flush();
            assertThat(crossposted()).isEmpty();

            accept(station, ad("portal", "t.me/hq_one"));
            accept(station, ad("channel", "t.me/hq_two"));
            station.pipeline.flush();
            assertThat(crossposted()).containsExactlyInAnyOrder("board", "forum", "portal");

            accept(station, ad("board", "nobody"));
            station.pipeline.flush();
            assertThat(crossposted()).containsExactlyInAnyOrder("forum", "portal");
        }
        List<String> rows = Rows.of(directory.resolve("facts.db"));
        Station.forgetDerived(directory);
        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        assertThat(Rows.of(directory.resolve("facts.db"))).isEqualTo(rows);
        assertThat(crossposted()).containsExactlyInAnyOrder("forum", "portal");
    }

    /// An ad vanishes, comes up again at another address, and then where it was.
    @Test
    void whatGoesAndComesBackIsFoundByItsStanding() throws Exception {
        String text = "<h1>Waiters wanted</h1><p>Good pay, flight and visa, write to t.me/hq_one";
        try (Station station = Station.open(directory)) {
            visit(station, "/ad/1", 200, text, 0);
            visit(station, "/ad/1", 404, "", 1);
            station.pipeline.flush();
            assertThat(urls("status:suspect")).containsExactly("/ad/1");
            assertThat(urls("status:gone")).isEmpty();

            visit(station, "/ad/2", 200, text + " or call", 2);
            visit(station, "/ad/3", 200, "<h1>Cooks wanted</h1><p>Write to t.me/hq_one", 2);
            visit(station, "/ad/1", 404, "", 3);
            station.pipeline.flush();
            assertThat(urls("status:gone")).containsExactly("/ad/1");
            assertThat(urls("gone:2026-11-22")).containsExactly("/ad/1");
            assertThat(urls("gone>2026-11-23")).isEmpty();
            assertThat(urls("status:live")).containsExactlyInAnyOrder("/ad/2", "/ad/3");
            assertThat(reposts("/ad/1")).containsExactly("REPOSTED_AS /ad/2");
            assertThat(reposts("/ad/2")).containsExactly("REPOST_OF /ad/1");
            assertThat(reposts("/ad/3")).isEmpty();

            visit(station, "/ad/1", 200, text, 4);
            station.pipeline.flush();
            assertThat(urls("status:gone")).isEmpty();
            assertThat(urls("reappeared:2026-11-22")).containsExactly("/ad/1");
        }
        List<String> rows = Rows.of(directory.resolve("facts.db"));
        Station.forgetDerived(directory);
        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        assertThat(Rows.of(directory.resolve("facts.db"))).isEqualTo(rows);
        assertThat(urls("reappeared:2026-11-22")).containsExactly("/ad/1");
    }

    /// A server that gives parts nobody asked for is not well.
    @Test
    void aPartOfAPageProvesNothing() throws Exception {
        String text = "<h1>Waiters wanted</h1><p>Good pay, flight and visa, write to t.me/hq_one";
        try (Station station = Station.open(directory)) {
            visit(station, "/ad/1", 200, text, 0);
            visit(station, "/ad/1", 404, "", 1);
            visit(station, "/ad/2", 206, "<h1>Cooks wanted</h1><p>Write to", 2);
            visit(station, "/ad/1", 404, "", 3);
            station.pipeline.flush();
            assertThat(urls("status:suspect")).containsExactly("/ad/1");
            assertThat(urls("status:gone")).isEmpty();
        }
    }

    /// Nor does one that breaks off while it is unpacked, or is empty, at however many addresses.
    @Test
    void whatCannotBeReadWholeIsNoNotice() throws Exception {
        String text = "<h1>Waiters wanted</h1><p>Good pay, flight and visa, write to t.me/hq_one";
        byte[] packed = gzipped(text);
        try (Station station = Station.open(directory)) {
            for (int i = 1; i <= 6; i++) {
                visit(station, "/ad/" + i, 200, text + i, 0);
                visit(station, "/blank/" + i, 200, text + i, 0);
            }
            for (int i = 1; i <= 6; i++) {
                byte[] part = Arrays.copyOf(packed, packed.length - 30);
                accept(station, Web.packed("http://board.test/ad/" + i, part, hour(1)));
                visit(station, "/blank/" + i, 200, "", 1);
            }
            station.pipeline.flush();
            assertThat(urls("status:live")).hasSize(12);
            visit(station, "/ad/1", 404, "", 2);
            visit(station, "/blank/1", 200, "", 3);
            visit(station, "/ad/1", 404, "", 4);
            station.pipeline.flush();
            assertThat(urls("status:suspect")).containsExactly("/ad/1");
            assertThat(urls("status:gone")).isEmpty();
        }
    }

    /// The connection may break before the contact; what is known of the ad holds.
    @Test
    void aPartOfAnAdTakesNotThePlaceOfTheWhole() throws Exception {
        String offer = "<h1>Waiters wanted</h1><p>Good pay, flight and visa, write to ";
        byte[] packed = gzipped(offer + "t.me/hq_one");
        try (Station station = Station.open(directory)) {
            visit(station, "/ad/1", 200, offer + "t.me/hq_one", 0);
            visit(station, "/ad/2", 206, offer + "t.me/hq_part", 0);
            visit(station, "/ad/1", 206, offer, 1);
            accept(
                    station,
                    Web.packed(
                            "http://board.test/ad/1",
                            Arrays.copyOf(packed, packed.length - 20),
                            hour(2)));
            visit(station, "/ad/2", 206, offer + "t.me/hq_moved", 2);
            station.pipeline.flush();
            assertThat(urls("@hq_one")).containsExactly("/ad/1");
            assertThat(urls("@hq_part")).isEmpty();
            assertThat(urls("@hq_moved")).as("never seen whole").containsExactly("/ad/2");

            visit(station, "/ad/1", 206, offer + "t.me/hq_two", 3);
            station.pipeline.flush();
            assertThat(urls("@hq_two")).as("another contact").containsExactly("/ad/1");
        }
    }

    private static Instant hour(int afterNoon) {
        return Station.NOON.plus(Duration.ofHours(afterNoon));
    }

    private static void visit(
            Station station, String path, int status, String html, int hoursAfterNoon) {
        accept(
                station,
                Web.exchange("http://board.test" + path, status, html, hour(hoursAfterNoon)));
    }

    private List<String> urls(String query) throws QueryException {
        QueryLanguage language =
                new QueryLanguage(_ -> Optional.empty(), InstantSource.fixed(Station.NOON));
        List<String> urls = new ArrayList<>();
        try (PostingSearch search = PostingSearch.open(directory.resolve("index"))) {
            search.search(language.parse(query), 1000)
                    .forEach(hit -> urls.add(hit.url().replace("http://board.test", "")));
        }
        return urls;
    }

    private List<String> reposts(String path) {
        try (FactsReader reader = FactsReader.open(directory.resolve("facts.db"))) {
            return reader
                    .posting(PostingId.of("board", "http://board.test" + path))
                    .orElseThrow()
                    .reposts()
                    .stream()
                    .map(repost ->
                            repost.direction()
                                    + " "
                                    + repost.url().replace("http://board.test", ""))
                    .toList();
        }
    }

    /// An ad on the front page of a site.
    private static Exchange ad(String site, String contact) {
        String body = "<h1>Waiters wanted</h1><p>Good pay on " + site + ", write to " + contact;
        return Web.exchange("http://" + site + ".test/", 200, body, Station.NOON);
    }

    /// The sites of the postings that show it, in the index and, explained, in the facts.
    private List<String> crossposted() throws QueryException {
        QueryLanguage language =
                new QueryLanguage(_ -> Optional.empty(), InstantSource.fixed(Station.NOON));
        List<String> sites = new ArrayList<>();
        try (PostingSearch search = PostingSearch.open(directory.resolve("index"));
                FactsReader reader = FactsReader.open(directory.resolve("facts.db"))) {
            search.search(language.parse("signal:burst_crosspost"), 1000)
                    .forEach(hit -> {
                        Assessment stored =
                                reader.posting(new PostingId(hit.id()))
                                        .orElseThrow()
                                        .current()
                                        .assessment();
                        assertThat(stored.signals())
                                .singleElement()
                                .satisfies(signal -> {
                                    assertThat(signal.evidence().getFirst().quote())
                                            .isEqualTo("t.me/hq_one");
                                    assertThat(signal.reason().orElseThrow())
                                            .contains("3 sites within 72 hours", "also p");
                                });
                        assertThat(stored.score()).isEqualTo(hit.score());
                        sites.add(hit.site());
                    });
        }
        return sites;
    }

    @Test
    void anIndexOrFactsLeftBehindAreBroughtUp() throws Exception {
        for (String lost : List.of("facts.db", "index")) {
            Path place = directory.resolve("without-" + lost);
            try (Station station = Station.open(place)) {
                for (int n = 0; n < 60; n++) {
                    accept(station, Web.answer(n));
                }
            }
            List<String> rows = Rows.of(place.resolve("facts.db"));
            List<List<Hit>> hits = hits(place);
            if (lost.equals("index")) {
                Path kept = Files.copy(place.resolve("facts.db"), directory.resolve("kept.db"));
                Station.forgetDerived(place);
                Files.copy(kept, place.resolve("facts.db"));
            } else {
                Files.delete(place.resolve("facts.db"));
            }
            try (Station station = Station.open(place)) {
                station.pipeline.catchUp();
            }
            assertThat(Rows.of(place.resolve("facts.db"))).as(lost).isEqualTo(rows);
            assertThat(hits(place)).as(lost).isEqualTo(hits);
        }
    }

    @Test
    void whatBreaksCostsItselfAndIsRecorded() throws Exception {
        Function<CapturedPage, Extraction> reader =
                page -> {
                    if (page.capture().url().endsWith("/1")) {
                        throw new IllegalStateException("a page no reader likes");
                    }
                    if (page.capture().url().endsWith("/2")) {
                        throw new StackOverflowError();
                    }
                    return Station.reader().apply(page);
                };
        try (Station station =
                Station.open(
                        directory,
                        reader,
                        posting -> {
                            if (posting.url().endsWith("/3")) {
                                throw new IllegalStateException("a text no detector likes");
                            }
                            return Station.assess(posting);
                        })) {
            for (int ad = 0; ad < 6; ad++) {
                String url = "http://board.test/ad/" + ad;
                Extraction extraction =
                        accept(station, Web.exchange(url, 200, Web.page(ad, 0), Station.NOON));
                assertThat(extraction.postings()).hasSize(ad == 1 || ad == 2 ? 0 : 1);
            }
            station.pipeline.flush();
            assertThat(station.pipeline.failure()).isEmpty();
        }
        try (FactsReader facts = FactsReader.open(directory.resolve("facts.db"))) {
            assertThat(facts.statistics().captures()).isEqualTo(6);
            assertThat(facts.statistics().postings()).isEqualTo(4);
            assertThat(facts.statistics().failedCaptures()).isEqualTo(3);
            facts.forEachPosting(posting ->
                    assertThat(posting.current().assessment().failures())
                            .hasSize(posting.current().posting().url().endsWith("/3") ? 1 : 0));
        }
    }

    /// The record has a line of it; whoever is to mend it needs to know where.
    @Test
    void whereAReaderBreaksOnAPageIsInTheLog() throws Exception {
        Recipe broken = new Recipe(Optional.empty(), Optional.empty(), Optional.of("a["));
        SitePlan plan = new SitePlan(SiteKind.JOB_BOARD, Optional.of(broken));
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(PageWork.class);
        heard.start();
        log.addAppender(heard);
        try (Station station =
                Station.open(
                        directory, Stations.reader(new Extractor(), _ -> plan), Station::assess)) {
            Exchange ad = Web.exchange("http://board.test/ad/1", 200, Web.page(1, 0), Station.NOON);
            assertThat(accept(station, ad).postings()).as("other readers go on").hasSize(1);
        } finally {
            log.detachAppender(heard);
        }
        assertThat(heard.list)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getFormattedMessage()).isEqualTo("c1 breaks a reader");
                    assertThat(event.getThrowableProxy().getStackTraceElementProxyArray())
                            .anyMatch(frame ->
                                    frame.getStackTraceElement()
                                            .getClassName()
                                            .endsWith("RecipeReader"));
                });
    }

    /// Both the page as it comes and a replay of it, for which only the archive is left.
    @Test
    void aPayloadDecodedInPartIsRecordedAsAFailureAndReadAsFarAsItGoes() throws Exception {
        byte[] packed = gzipped(Web.page(1, 0) + " ".repeat(100_000));
        Exchange whole = Web.packed("http://board.test/ad/0", packed);
        Exchange cut =
                Web.packed("http://board.test/ad/1", Arrays.copyOf(packed, packed.length - 9));
        try (Station station = Station.open(directory)) {
            accept(station, whole);
            assertThat(accept(station, cut).postings()).hasSize(1);
            accept(station, cut);
            station.pipeline.flush();
        }
        List<String> rows = Rows.of(directory.resolve("facts.db"));
        assertThat(rows)
                .filteredOn(row -> row.startsWith("failures|"))
                .hasSize(2)
                .allMatch(row -> row.contains("decoded in part: "));
        try (FactsReader facts = FactsReader.open(directory.resolve("facts.db"))) {
            assertThat(facts.statistics().failedCaptures()).isEqualTo(2);
        }
        Station.forgetDerived(directory);
        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        assertThat(Rows.of(directory.resolve("facts.db"))).isEqualTo(rows);
    }

    @Test
    void aCaptureThatNobodyBringsIsReadFromTheArchive() throws Exception {
        try (Station station = Station.open(directory)) {
            for (int ad = 0; ad < 5; ad++) {
                String url = "http://board.test/ad/" + ad;
                Exchange exchange = Web.exchange(url, 200, Web.page(ad, 0), Station.NOON);
                Capture capture = station.archive.append(exchange);
                if (ad == 3) {
                    station.pipeline.accept(station.archive.page(capture, exchange));
                }
            }
            station.pipeline.flush();
            assertThat(station.facts.lastSequence()).isGreaterThanOrEqualTo(4);
            station.pipeline.catchUp();
            assertThat(station.facts.lastSequence()).isEqualTo(5);
        }
        assertThat(hits().getFirst()).hasSize(5);
    }

    @Test
    void waitsForTheLowestCaptureWithoutEverLockingItself() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger read = new AtomicInteger();
        Function<CapturedPage, Extraction> reader =
                page -> {
                    if (page.capture().id().sequence() == 1) {
                        await(slow);
                    }
                    read.incrementAndGet();
                    return Station.reader().apply(page);
                };
        int captures = 400;
        AtomicInteger accepted = new AtomicInteger();
        try (Station station = Station.open(directory, reader, Station::assess)) {
            List<Thread> threads = new ArrayList<>();
            for (int n = 0; n < captures; n++) {
                Exchange exchange = Web.answer(n);
                Capture capture = station.archive.append(exchange);
                CapturedPage page = station.archive.page(capture, exchange);
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> {
                                    station.pipeline.accept(page);
                                    accepted.incrementAndGet();
                                }));
            }
            until(() -> read.get() == captures - 1);
            assertThat(accepted.get()).isLessThanOrEqualTo(256);
            assertThat(station.facts.lastSequence()).isZero();
            slow.countDown();
            for (Thread thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
            }
            station.pipeline.flush();
            assertThat(station.facts.lastSequence()).isEqualTo(captures);
        }
    }

    /// Each may take as much memory as all else together.
    @Test
    void largePagesAreReadOneAfterAnotherAndSmallOnesBesideThem() throws Exception {
        AtomicInteger inWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch smallRead = new CountDownLatch(1);
        Function<CapturedPage, Extraction> reader =
                page -> {
                    if (page.payload().length < 1_000_000) {
                        smallRead.countDown();
                    } else {
                        most.accumulateAndGet(inWork.incrementAndGet(), Math::max);
                        if (page.capture().id().sequence() == 1) {
                            await(smallRead);
                        }
                        inWork.decrementAndGet();
                    }
                    return Station.reader().apply(page);
                };
        String filling = " ".repeat(1_000_000);
        try (Station station = Station.open(directory, reader, Station::assess)) {
            List<Thread> threads = new ArrayList<>();
            for (int ad = 1; ad <= 4; ad++) {
                boolean isLarge = ad != 2;
                String page = Web.page(ad, 0) + (isLarge ? filling : "");
                Exchange exchange =
                        Web.exchange("http://board.test/ad/" + ad, 200, page, Station.NOON);
                Capture capture = station.archive.append(exchange);
                threads.add(
                        Thread.ofVirtual()
                                .start(() ->
                                        station.pipeline.acceptAndJudge(
                                                capture,
                                                upTo ->
                                                        station.archive.page(
                                                                capture, exchange, upTo))));
            }
            for (Thread thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
            }
            station.pipeline.flush();
        }
        assertThat(most).hasValue(1);
        assertThat(hits().getFirst()).hasSize(4);
    }

    @Test
    void aPostingCanBeFoundSoonAfterItWasAccepted() throws Exception {
        try (Station station = Station.open(directory)) {
            accept(
                    station,
                    Web.exchange("http://board.test/ad/1", 200, Web.page(1, 0), Station.NOON));
            until(() -> hits().getFirst().size() == 1);
        }
    }

    @Test
    void aDamagedRecordCostsItsCapture() throws Exception {
        Capture damaged;
        try (Station station = Station.open(directory)) {
            accept(
                    station,
                    Web.exchange("http://board.test/ad/1", 200, Web.page(1, 0), Station.NOON));
            Exchange second =
                    Web.exchange("http://board.test/ad/2", 200, Web.page(2, 0), Station.NOON);
            damaged = station.archive.append(second);
            accept(
                    station,
                    Web.exchange("http://board.test/ad/3", 200, Web.page(3, 0), Station.NOON));
        }
        Path segment = directory.resolve("archive").resolve(damaged.position().file());
        byte[] bytes = Files.readAllBytes(segment);
        bytes[(int) damaged.position().offset() + 50] ^= 4;
        Files.write(segment, bytes);
        Station.forgetDerived(directory);
        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        assertThat(hits().getFirst()).hasSize(2);
        assertThat(Rows.of(directory.resolve("facts.db")))
                .anyMatch(row -> row.startsWith("failures|2|0|not read: "));
    }

    @Test
    void refusesFactsOfAnotherArchive() throws IOException {
        try (Station station = Station.open(directory)) {
            accept(station, Web.answer(5));
        }
        Path other = directory.resolve("other");
        Files.createDirectories(other);
        Files.copy(directory.resolve("facts.db"), other.resolve("facts.db"));
        assertThatThrownBy(() -> Station.open(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lurewatch replay");
    }

    private static Extraction accept(Station station, Exchange exchange) {
        Capture capture = station.archive.append(exchange);
        return station.pipeline.accept(station.archive.page(capture, exchange));
    }

    private List<List<Hit>> hits() {
        return hits(directory);
    }

    private static List<List<Hit>> hits(Path place) {
        QueryLanguage language =
                new QueryLanguage(_ -> Optional.empty(), InstantSource.fixed(Station.NOON));
        List<List<Hit>> all = new ArrayList<>();
        try (PostingSearch search = PostingSearch.open(place.resolve("index"))) {
            for (String query : QUERIES) {
                List<Hit> hits = new ArrayList<>();
                search.search(language.parse(query), 1000).forEach(hits::add);
                all.add(hits);
            }
            return all;
        } catch (QueryException e) {
            throw new AssertionError(e);
        }
    }

    private static void inParallel(int count, Runnable task) throws InterruptedException {
        List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((_, e) -> failures.add(e))
                            .start(task));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
