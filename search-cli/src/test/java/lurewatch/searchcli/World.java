package lurewatch.searchcli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.Signal;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.campaign.Grouping;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;

/// A data directory with a few postings in its index, each chosen for what could go wrong with it.
public final class World {
    private static final Instant SEEN = Instant.parse("2026-10-31T12:00:00Z");

    private static final Instant USUAL_FIRST = SEEN.minusSeconds(86_400);

    private final List<AssessedPosting> postings = new ArrayList<>();
    private final List<PostingTimes> times = new ArrayList<>();
    private Optional<String> next = Optional.empty();
    private Optional<String> author = Optional.empty();
    private String site = "board";
    private byte[] picture = {};
    private long captures;
    private Instant firstSeen = USUAL_FIRST;
    private Instant lastSeen = SEEN;
    private Optional<AssessmentClass> classed = Optional.empty();

    static World ofAll() {
        return new World()
                .add(
                        "lure-en",
                        "en",
                        95,
                        Context.NONE,
                        "Customer service, Sihanoukville",
                        "Free flight and visa to Cambodia, salary 2500 USD. Telegram: @hr_lucky88 or +855 96 123 4567",
                        contact(ContactKind.TELEGRAM, "hr_lucky88"),
                        contact(ContactKind.PHONE, "+855961234567"))
                .add(
                        "lure-ko",
                        "ko",
                        88,
                        Context.NONE,
                        "TM 직원 모집",
                        "캄보디아에서 일할 TM 상담원 모집. 월 1500만, 숙식 제공",
                        contact(ContactKind.KAKAOTALK, "lucky_kk"))
                .add(
                        "formula",
                        "en",
                        72,
                        Context.NONE,
                        "=HYPERLINK(\"http://evil.example\",\"x\")",
                        "@SUM(1+1) Free flight, \"quoted\", and more\nnext line",
                        contact(ContactKind.EMAIL, "hr@golden.example"))
                .add(
                        "hostile",
                        "en",
                        71,
                        Context.NONE,
                        "\u001b]52;c;ZXZpbA==\u0007Free \u202egnp.exe",
                        "Free flight \u009b31m\u001b[2J\u0000\u200b click",
                        contact(ContactKind.EMAIL, "a\u202eb"))
                .add(
                        "warning",
                        "en",
                        60,
                        Context.WARNING,
                        "Police warn",
                        "Beware of free flight offers to Cambodia")
                .add(
                        "victim",
                        "en",
                        65,
                        Context.VICTIM_REPORT,
                        "Help my brother",
                        "He took a free flight offer and is held now",
                        contact(ContactKind.PHONE, "+66812345678"));
    }

    /// Where the postings added from now on stand.
    public World on(String other) {
        site = other;
        return this;
    }

    /// The URL of the posting added next.
    World at(String url) {
        next = Optional.of(url);
        return this;
    }

    /// Who put up the postings added from now on.
    World by(String name) {
        author = Optional.of(name);
        return this;
    }

    /// What a browser makes of every posting's page.
    World pictured(byte[] png) {
        picture = png;
        return this;
    }

    /// When the postings added from now on are seen.
    public World seen(Instant first, Instant last) {
        firstSeen = first;
        lastSeen = last;
        return this;
    }

    /// How the postings added from now on are classed, whatever their score.
    World classed(AssessmentClass sorted) {
        classed = Optional.of(sorted);
        return this;
    }

    public World add(
            String name,
            String language,
            double score,
            Context context,
            String title,
            String text,
            Contact... contacts) {
        String url = next.orElse("https://" + site + ".example/ads/" + name);
        next = Optional.empty();
        JobPosting posting =
                new JobPosting(
                        new PostingId("p-" + name.replace('#', '-')),
                        new CaptureId(1),
                        site,
                        url,
                        title,
                        author,
                        Optional.of("Golden Star"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        Assessment assessment =
                new Assessment(
                        Optional.of(language),
                        score,
                        classed.orElse(score >= 70 ? AssessmentClass.LURE : AssessmentClass.REVIEW),
                        context,
                        List.of(new Signal("free_airfare", 0.6, List.of(Evidence.in(text, 0, 4)))),
                        List.of(contacts),
                        List.of(),
                        List.of(),
                        List.of(new Assessment.Contribution("free_airfare", score)),
                        "rules",
                        List.of());
        return add(new AssessedPosting(posting, assessment));
    }

    World add(AssessedPosting posting) {
        postings.add(posting);
        times.add(new PostingTimes(firstSeen, lastSeen, 1));
        return this;
    }

    public static Contact contact(ContactKind kind, String value) {
        return new Contact(kind, value, value, -1, -1, 0.9, "test");
    }

    /// Writes index and facts below that data directory.
    public World in(Path data) {
        try (PostingIndex index = PostingIndex.open(data.resolve("index"));
                FactsStore facts = FactsStore.open(data.resolve("facts.db"))) {
            for (int i = 0; i < postings.size(); i++) {
                AssessedPosting posting = postings.get(i);
                index.put(new IndexEntry(posting, times.get(i), Sketches.of(posting)));
            }
            index.commit(1);
            Grouping grouping = new Grouping(facts.campaigns());
            for (Map.Entry<Instant, List<AssessedPosting>> visit : visits().entrySet()) {
                facts.record(
                        new CaptureFacts(
                                capture(++captures, visit.getKey()), visit.getValue(), List.of()),
                        () -> visit.getValue().forEach(grouping::place));
            }
            facts.commit();
        }
        return this;
    }

    /// Everything on one page, but for what was given a time of its own.
    private Map<Instant, List<AssessedPosting>> visits() {
        Map<Instant, List<AssessedPosting>> visits = new TreeMap<>();
        for (int i = 0; i < postings.size(); i++) {
            Instant first = times.get(i).firstSeen();
            visits.computeIfAbsent(first.equals(USUAL_FIRST) ? SEEN : first, _ -> new ArrayList<>())
                    .add(postings.get(i));
        }
        return visits;
    }

    /// The same with an archive: each posting stands on a page of its own, which is captured twice,
    /// and those of `listed` stand on one page together, too.
    World archivedIn(Path data, String... listed) throws IOException {
        try (PostingIndex index = PostingIndex.open(data.resolve("index"));
                FactsStore facts = FactsStore.open(data.resolve("facts.db"));
                Archive archive =
                        Archive.open(
                                data.resolve("archive"), 1L << 30, InstantSource.fixed(SEEN))) {
            for (int i = 0; i < postings.size(); i++) {
                AssessedPosting posting = postings.get(i);
                index.put(new IndexEntry(posting, times.get(i), Sketches.of(posting)));
                Exchange page = page(posting.posting().url(), List.of(posting), firstSeen);
                record(facts, archive.append(page), List.of(posting));
            }
            for (AssessedPosting posting : postings) {
                Exchange again = page(posting.posting().url(), List.of(posting), lastSeen);
                record(facts, archive.append(again), List.of(posting));
                recordPicture(facts, archive, posting.posting().url());
            }
            List<AssessedPosting> together =
                    postings.stream()
                            .filter(p -> List.of(listed).contains(p.posting().id().value()))
                            .toList();
            String list = "https://" + site + ".example/list";
            record(facts, archive.append(page(list, together, lastSeen)), together);
            recordPicture(facts, archive, list);
            facts.commit();
            index.commit(1);
        }
        return this;
    }

    private static void record(FactsStore facts, Capture capture, List<AssessedPosting> postings) {
        facts.record(new CaptureFacts(capture, postings, List.of()), () -> {});
    }

    private void recordPicture(FactsStore facts, Archive archive, String url) throws IOException {
        if (picture.length > 0) {
            Exchange shown =
                    exchange(
                            "urn:fullPage:" + url,
                            lastSeen,
                            "image/png",
                            picture,
                            Provenance.RENDERED);
            record(facts, archive.append(shown), List.of());
        }
    }

    private static Exchange page(String url, List<AssessedPosting> postings, Instant time) {
        StringBuilder html = new StringBuilder("<!doctype html><meta charset=utf-8>");
        for (AssessedPosting posting : postings) {
            html.append("<h1>").append(posting.posting().title()).append("</h1><p>");
            html.append(posting.posting().text()).append("</p>");
        }
        return exchange(
                url,
                time,
                "text/html; charset=utf-8",
                html.toString().getBytes(StandardCharsets.UTF_8),
                Provenance.CRAWLED);
    }

    private static Exchange exchange(
            String url, Instant time, String type, byte[] body, Provenance provenance) {
        return new Exchange(
                "board",
                url,
                time,
                "127.0.0.1",
                "GET / HTTP/1.1\r\nHost: board.example\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                200,
                "OK",
                List.of(new Header("Content-Type", type)),
                body,
                Optional.empty(),
                provenance,
                Map.of("trigger", "seed"));
    }

    private static Capture capture(long sequence, Instant time) {
        return new Capture(
                new CaptureId(sequence),
                "board",
                "https://board.example/list",
                time,
                200,
                List.of(new Header("Content-Type", "text/html")),
                Digest.of("payload"),
                7,
                Optional.empty(),
                Digest.of("record"),
                new WarcPosition("lurewatch-1.warc.gz", 512, 99),
                Provenance.CRAWLED,
                Optional.empty());
    }
}
