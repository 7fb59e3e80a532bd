package lurewatch.indexer.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Link;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.Signal;
import lurewatch.indexer.WarcPosition;

/// Captures and assessed postings with every kind of fact, for tests.
final class Postings {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Postings() {}

    static Capture capture(long sequence, String url, int status) {
        return capture(sequence, url, status, NOON.plusSeconds(sequence), Optional.empty());
    }

    static Capture capture(
            long sequence, String url, int status, Instant time, Optional<CaptureId> revisitOf) {
        return new Capture(
                new CaptureId(sequence),
                "board",
                url,
                time,
                status,
                List.of(new Header("Content-Type", "text/html")),
                Digest.of(url + sequence),
                100,
                Optional.empty(),
                Digest.of("record" + sequence),
                new WarcPosition("lurewatch-000001-20261122120000.warc.gz", sequence * 100, 100),
                Provenance.CRAWLED,
                revisitOf);
    }

    static AssessedPosting posting(Capture capture, String url, String body, String handle) {
        return posting(capture, url, body, handle, "rules1", 71.5);
    }

    static AssessedPosting posting(
            Capture capture, String url, String body, String handle, String rules, double score) {
        String text = "Customer service\n" + body + " t.me/" + handle + " Sihanoukville $2000";
        JobPosting posting =
                new JobPosting(
                        PostingId.of("board", url),
                        capture.id(),
                        "board",
                        url,
                        "Customer service",
                        Optional.of("Mr Lee"),
                        Optional.empty(),
                        Optional.of("Cambodia"),
                        Optional.of("$2000"),
                        Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                        List.of(
                                new Block(Block.Kind.TITLE, "Customer service"),
                                new Block(Block.Kind.BODY, text.substring(17))),
                        List.of(new Link("https://t.me/" + handle, "Telegram")),
                        Particulars.UNKNOWN);
        List<Contact> contacts = new ArrayList<>();
        int at = text.indexOf("t.me/");
        contacts.add(
                new Contact(
                        ContactKind.TELEGRAM,
                        handle,
                        "t.me/" + handle,
                        at,
                        at + 5 + handle.length(),
                        0.9,
                        "telegram-link"));
        contacts.add(
                new Contact(
                        ContactKind.TELEGRAM, handle, "https://t.me/" + handle, -1, -1, 1, "link"));
        int place = text.indexOf("Sihanoukville");
        int pay = text.indexOf("$2000");
        Assessment assessment =
                new Assessment(
                        Optional.of("en"),
                        score,
                        AssessmentClass.LURE,
                        Context.NONE,
                        List.of(
                                new Signal(
                                        "work.customer_service",
                                        0.6,
                                        List.of(Evidence.in(text, 0, 16)),
                                        Optional.of("customers abroad"))),
                        contacts,
                        List.of(
                                new Place(
                                        "sihanoukville",
                                        "Sihanoukville",
                                        "KH",
                                        "high",
                                        PlaceRole.DESTINATION,
                                        Evidence.in(text, place, place + 13))),
                        List.of(
                                new Pay(
                                        new BigDecimal("2000"),
                                        new BigDecimal("2000.00"),
                                        Optional.of("USD"),
                                        Optional.of(Pay.Period.MONTH),
                                        Optional.of(new Pay.UsdMonth(2000, 2000)),
                                        Evidence.in(text, pay, pay + 5))),
                        List.of(new Assessment.Contribution("work.customer_service", score)),
                        rules,
                        List.of());
        return new AssessedPosting(posting, assessment);
    }
}
