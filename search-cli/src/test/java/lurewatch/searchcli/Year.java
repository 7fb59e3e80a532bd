package lurewatch.searchcli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.campaign.Grouping;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;
import lurewatch.indexer.store.PageState;

/// Visits as a table tells them, recorded into a data directory one after the other, as a crawl
/// does.
final class Year {
    private static final String SITE = "board";
    private static final Pattern SPAN =
            Pattern.compile("(\\S{10})T(\\S{5})(?:\\.\\.(\\S{10})/(\\d+))?");
    private static final Pattern AD = Pattern.compile("(\\w+) \"([^\"]*)\"");
    private static final Pattern HANDLE = Pattern.compile("@(sample_\\w+)");

    private final List<Visit> visits;

    /// A visit of a page.
    private record Visit(Instant at, String page, String answer, String shown) {}

    private Year(List<Visit> visits) {
        this.visits = visits;
    }

    static Year of(String table) {
        List<Visit> visits = new ArrayList<>();
        for (String[] row : rows(table)) {
            times(row[0]).forEach(at -> visits.add(new Visit(at, row[1], row[2], row[3])));
        }
        visits.sort(Comparator.comparing(Visit::at).thenComparing(Visit::page));
        return new Year(visits);
    }

    /// The rows of a table without its comments.
    static List<String[]> rows(String table) {
        try (var in = Year.class.getResourceAsStream("watch/" + table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Instant> times(String written) {
        Matcher span = SPAN.matcher(written);
        if (!span.matches()) {
            throw new IllegalArgumentException(written);
        }
        Instant first = Instant.parse(span.group(1) + "T" + span.group(2) + ":00Z");
        if (span.group(3) == null) {
            return List.of(first);
        }
        Instant end = Instant.parse(span.group(3) + "T23:59:59Z");
        Duration step = Duration.ofDays(Long.parseLong(span.group(4)));
        return Stream.iterate(first, at -> !at.isAfter(end), at -> at.plus(step)).toList();
    }

    int size() {
        return visits.size();
    }

    Instant at(int visit) {
        return visits.get(visit).at();
    }

    static PostingId ad(String name) {
        return PostingId.of(SITE, url("ad/" + name));
    }

    private static String url(String page) {
        return "https://board.test/" + page;
    }

    /// Records the visits from one, up to and without another.
    void record(Path data, int from, int until) {
        try (FactsStore facts = FactsStore.open(data.resolve("facts.db"));
                PostingIndex index = PostingIndex.open(data.resolve("index"))) {
            Grouping grouping = new Grouping(facts.campaigns());
            for (int i = from; i < until; i++) {
                CaptureFacts found = facts(i);
                facts.record(found, () -> found.postings().forEach(grouping::place));
                Stream.concat(
                                facts.current(found).stream(),
                                facts.observed(found.capture().id()).stream().map(facts::current))
                        .forEach(timed ->
                                index.put(
                                        new IndexEntry(
                                                timed.posting(),
                                                timed.times(),
                                                timed.standing(),
                                                Sketches.of(timed.posting()))));
            }
            facts.commit();
            index.commit(until);
        }
    }

    /// Makes facts and index anew from the visits until then, as a replay does.
    void replay(Path data, int until) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("index"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        for (String companion : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(data.resolve("facts.db" + companion));
        }
        record(data, 0, until);
    }

    private CaptureFacts facts(int number) {
        Visit visit = visits.get(number);
        Capture capture = capture(number + 1L, visit);
        List<AssessedPosting> shown = new ArrayList<>();
        Matcher ads = AD.matcher(visit.shown());
        while (ads.find()) {
            shown.add(posting(capture, ads.group(1), ads.group(2)));
        }
        return visit.answer().equals("wall")
                ? new CaptureFacts(
                        capture,
                        List.of(),
                        List.of(),
                        new PageState(
                                PageState.Outcome.BLOCKED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                : new CaptureFacts(capture, shown, List.of());
    }

    private static Capture capture(long sequence, Visit visit) {
        return new Capture(
                new CaptureId(sequence),
                SITE,
                url(visit.page()),
                visit.at(),
                visit.answer().equals("wall") ? 200 : Integer.parseInt(visit.answer()),
                List.of(new Header("Content-Type", "text/html")),
                Digest.of("payload" + sequence),
                100,
                Optional.empty(),
                Digest.of("record" + sequence),
                new WarcPosition("lurewatch-000001-20260101000000.warc.gz", sequence * 100, 100),
                Provenance.CRAWLED,
                Optional.empty());
    }

    private static AssessedPosting posting(Capture capture, String ad, String text) {
        List<Contact> contacts = new ArrayList<>();
        Matcher handle = HANDLE.matcher(text);
        while (handle.find()) {
            contacts.add(
                    new Contact(
                            ContactKind.TELEGRAM,
                            handle.group(1),
                            handle.group(),
                            handle.start(),
                            handle.end(),
                            0.9,
                            "test"));
        }
        JobPosting posting =
                new JobPosting(
                        ad(ad),
                        capture.id(),
                        SITE,
                        url("ad/" + ad),
                        "Ad " + ad,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        return new AssessedPosting(
                posting,
                new Assessment(
                        Optional.of("en"),
                        50,
                        AssessmentClass.REVIEW,
                        Context.NONE,
                        List.of(),
                        contacts,
                        List.of(),
                        List.of(),
                        List.of(),
                        "rules",
                        List.of()));
    }
}
