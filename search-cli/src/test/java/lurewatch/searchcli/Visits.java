package lurewatch.searchcli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.Signal;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;

/// A data directory that is made visit by visit, an hour apart: what came, how it came, and which
/// postings it showed. Archive, facts and index say the same.
final class Visits implements Closeable {
    static final Instant FIRST = Instant.parse("2026-10-01T12:00:00Z");

    private final PostingIndex index;
    private final FactsStore facts;
    private final Archive archive;
    private final Map<PostingId, AssessedPosting> known = new LinkedHashMap<>();
    private Instant now = FIRST;

    Visits(Path data) {
        index = PostingIndex.open(data.resolve("index"));
        facts = FactsStore.open(data.resolve("facts.db"));
        archive = Archive.open(data.resolve("archive"), 1L << 30, InstantSource.fixed(FIRST));
    }

    /// A posting as a page shows it: its words start with the sign.
    record Shown(String name, String url, String text, List<String> handles) {
        private static final int SIGN = 11;

        Shown(String name, String url, String text, String... handles) {
            this(name, url, text, List.of(handles));
        }

        private AssessedPosting in(CaptureId capture) {
            JobPosting posting =
                    new JobPosting(
                            new PostingId("p-" + name),
                            capture,
                            "board",
                            url,
                            "Typist",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(new Block(Block.Kind.BODY, text)),
                            List.of(),
                            Particulars.UNKNOWN);
            List<Evidence> words = new ArrayList<>();
            words.add(Evidence.in(text, 0, Math.min(text.length(), SIGN)));
            words.add(Evidence.in(text, text.length() - 5, text.length()));
            Assessment assessment =
                    new Assessment(
                            Optional.of("en"),
                            90,
                            AssessmentClass.LURE,
                            Context.NONE,
                            List.of(new Signal("free_airfare", 0.6, words)),
                            handles.stream().map(Shown::telegram).toList(),
                            List.of(),
                            List.of(),
                            List.of(new Assessment.Contribution("free_airfare", 90)),
                            "rules",
                            List.of());
            return new AssessedPosting(posting, assessment);
        }

        private static Contact telegram(String handle) {
            return World.contact(ContactKind.TELEGRAM, handle);
        }
    }

    /// A page that a server sent.
    Capture page(String url, Shown... postings) {
        return visit(url, "text/html", Provenance.CRAWLED, List.of(), postings);
    }

    /// What a browser made of the page that came last.
    Capture rendered(String url, Shown... postings) {
        return visit(url, "text/html", Provenance.RENDERED, List.of(), postings);
    }

    /// A file that somebody brought in, which says when it was seen.
    Capture imported(String url, String type, Optional<String> claimed, Shown... postings) {
        List<Header> said =
                claimed.map(time -> List.of(new Header("Memento-Datetime", time)))
                        .orElse(List.of());
        return visit(url, type, Provenance.IMPORTED, said, postings);
    }

    private Capture visit(
            String url, String type, Provenance provenance, List<Header> more, Shown... postings) {
        StringBuilder body = new StringBuilder("<!doctype html>");
        Arrays.stream(postings).forEach(shown -> body.append("<p>").append(shown.text()));
        List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", type)));
        headers.addAll(more);
        Capture capture =
                archive.append(
                        new Exchange(
                                "board",
                                url,
                                now,
                                "",
                                new byte[0],
                                200,
                                "",
                                headers,
                                body.toString().getBytes(StandardCharsets.UTF_8),
                                Optional.empty(),
                                provenance,
                                Map.of()));
        List<AssessedPosting> found =
                Arrays.stream(postings).map(shown -> shown.in(capture.id())).toList();
        facts.record(new CaptureFacts(capture, found, List.of()), () -> {});
        found.forEach(posting -> known.putIfAbsent(posting.posting().id(), posting));
        now = now.plus(Duration.ofHours(1));
        return capture;
    }

    @Override
    public void close() throws IOException {
        known.values()
                .forEach(posting ->
                        index.put(
                                new IndexEntry(
                                        posting,
                                        new PostingTimes(FIRST, now, 1),
                                        Sketches.of(posting))));
        index.commit(1);
        facts.commit();
        index.close();
        facts.close();
        archive.close();
    }
}
