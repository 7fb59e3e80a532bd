package lurewatch.indexer.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.store.CaptureFacts;

/// An ad for tests, by as little as grouping looks at.
///
/// @param name in its address
/// @param contacts written `kind:value`; each value stands at the end of the text
record Ad(String name, String site, Context context, String text, List<String> contacts) {
    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

    static Ad of(String name, String site, String text, String... contacts) {
        return new Ad(name, site, Context.NONE, text, List.of(contacts));
    }

    Ad saying(String other) {
        return new Ad(name, site, context, other, contacts);
    }

    PostingId id() {
        return PostingId.of(site, url());
    }

    private String url() {
        return "https://" + site + ".example/" + name;
    }

    /// The ad as a page of its own showed it.
    CaptureFacts seen(long sequence) {
        Capture capture =
                new Capture(
                        new CaptureId(sequence),
                        site,
                        url(),
                        NOON.plusSeconds(sequence),
                        200,
                        List.of(),
                        Digest.of(text),
                        text.length(),
                        Optional.empty(),
                        Digest.of("record" + sequence),
                        new WarcPosition("a.warc.gz", 0, 1),
                        Provenance.CRAWLED,
                        Optional.empty());
        return new CaptureFacts(capture, List.of(assessed(capture)), List.of());
    }

    private AssessedPosting assessed(Capture capture) {
        StringBuilder written = new StringBuilder(text);
        List<Contact> found = new ArrayList<>();
        for (String key : contacts) {
            int colon = key.indexOf(':');
            String value = key.substring(colon + 1);
            written.append(" @");
            found.add(
                    new Contact(
                            ContactKind.valueOf(key.substring(0, colon).toUpperCase(Locale.ROOT)),
                            value,
                            value,
                            written.length(),
                            written.length() + value.length(),
                            0.9,
                            "test"));
            written.append(value);
        }
        JobPosting posting =
                new JobPosting(
                        id(),
                        capture.id(),
                        site,
                        url(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, written.toString())),
                        List.of(),
                        Particulars.UNKNOWN);
        return new AssessedPosting(
                posting,
                new Assessment(
                        Optional.of("en"),
                        80,
                        AssessmentClass.LURE,
                        context,
                        List.of(),
                        found,
                        List.of(),
                        List.of(),
                        List.of(),
                        "rules",
                        List.of()));
    }
}
