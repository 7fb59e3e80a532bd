package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.PageAddress;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.Signal;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.indexer.text.LegibleText;
import lurewatch.searchcli.render.ContactUri;

/// Makes items of postings, before redaction.
final class ItemMaker {
    private final Glossary glossary;
    private final Optional<Marking> mark;
    private final Map<String, List<Item.Witness>> witnesses;
    private final Instant asOf;

    /// @param asOf captures after it are left out
    ItemMaker(
            Glossary glossary,
            Optional<Marking> mark,
            Map<String, List<Item.Witness>> witnesses,
            Instant asOf) {
        this.glossary = glossary;
        this.mark = mark;
        this.witnesses = witnesses;
        this.asOf = asOf;
    }

    /// @param campaign what it has in common with others of the list
    Item of(StoredPosting stored, Optional<Item.Campaign> campaign) {
        JobPosting posting = stored.current().posting();
        Assessment assessment = stored.current().assessment();
        PageAddress page = PageAddress.of(posting.url());
        List<Item.Seen> captures = captures(stored);
        Optional<Long> source = textCapture(stored);
        List<Item.Seen> listed = ListedCaptures.of(captures, source);
        return new Item(
                Item.VERSION,
                posting.id().value(),
                mark.map(marked -> marked.tlp().label()),
                mark.map(marked -> marked.pap().label()),
                assessment.language(),
                assessment.score(),
                assessment.assessmentClass().label(),
                assessment.context().label(),
                assessment.isUrgent(),
                posting.title(),
                posting.url(),
                page.url(),
                page.where(),
                posting.site(),
                posting.author(),
                posting.employer(),
                posting.location(),
                posting.salary(),
                assessment.signals().stream().map(Signal::id).distinct().toList(),
                why(assessment, posting.text()),
                contacts(assessment),
                assessment.places().stream().map(Place::id).distinct().toList(),
                placeNames(assessment),
                assessment.places().stream().map(Place::country).distinct().toList(),
                assessment.pay().stream().map(ItemMaker::pay).distinct().toList(),
                posting.postedAt(),
                stored.times().firstSeen(),
                lastSeen(stored, captures),
                (int)
                        stored.versions().stream()
                                .filter(version -> !version.since().isAfter(asOf))
                                .count(),
                stored.currentVersion(),
                source,
                posting.text(),
                assessment.rulesVersion(),
                assessment.failures(),
                (int) captures.stream().filter(Item.Seen::showsPosting).count(),
                listed,
                captures.size() - listed.size(),
                witnesses.getOrDefault(posting.id().value(), List.of()),
                campaign,
                Item.Reading.of(posting.title(), posting.text()),
                Optional.empty(),
                0);
    }

    private List<Item.Why> why(Assessment assessment, String text) {
        Optional<LegibleText> legible = LegibleText.of(text);
        Map<String, Double> points =
                assessment.contributions().stream()
                        .collect(
                                Collectors.toMap(
                                        Assessment.Contribution::signalId,
                                        Assessment.Contribution::points,
                                        Double::sum));
        return assessment.signals().stream()
                .map(signal -> why(signal, points.getOrDefault(signal.id(), 0.0), text, legible))
                .sorted(Comparator.comparingDouble(Item.Why::points).reversed())
                .toList();
    }

    private Item.Why why(Signal signal, double points, String text, Optional<LegibleText> legible) {
        return new Item.Why(
                signal.id(),
                glossary.meaning(signal.id()),
                points,
                signal.reason(),
                signal.evidence().stream()
                        .map(e -> Item.Quote.in(text, e.start(), e.end(), legible))
                        .toList());
    }

    private static List<Item.Contact> contacts(Assessment assessment) {
        return assessment.contacts().stream()
                .map(Contact::key)
                .distinct()
                .map(ItemMaker::contact)
                .toList();
    }

    private static Item.Contact contact(String key) {
        int colon = key.indexOf(':');
        return new Item.Contact(
                key.substring(0, colon), key.substring(colon + 1), ContactUri.ofKey(key), false);
    }

    private List<Item.PlaceName> placeNames(Assessment assessment) {
        return assessment.places().stream()
                .map(place ->
                        new Item.PlaceName(
                                place.id(),
                                place.name(),
                                place.country(),
                                place.role().label(),
                                place.risk(),
                                glossary.spot(place.id())))
                .distinct()
                .toList();
    }

    private static Item.Pay pay(Pay pay) {
        return new Item.Pay(
                pay.evidence().quote(),
                pay.low().toPlainString(),
                pay.high().toPlainString(),
                pay.currency(),
                pay.period().map(Pay.Period::label));
    }

    private List<Item.Seen> captures(StoredPosting stored) {
        Stream<Item.Seen> seen =
                stored.sightings().stream()
                        .map(s -> seen(s.capture(), "version " + s.version() + how(s.capture())));
        Stream<Item.Seen> missed =
                stored.observations().stream().map(o -> seen(o.capture(), o.kind()));
        List<Item.Seen> all = new ArrayList<>(Stream.concat(seen, missed).toList());
        all.removeIf(capture -> capture.fetched().isAfter(asOf));
        all.sort(Comparator.comparingLong(Item.Seen::capture));
        return all;
    }

    /// The capture that the text was read from: the first that showed its version, as what time
    /// alone changes in a text (the age of an ad, a counter) makes no other. Where a server sent it
    /// too, that rather than a file or a browser's work.
    private Optional<Long> textCapture(StoredPosting stored) {
        int version = stored.currentVersion();
        List<StoredPosting.SeenCapture> shown =
                stored.sightings().stream()
                        .filter(sighting -> sighting.version() == version)
                        .map(StoredPosting.Sighting::capture)
                        .filter(capture -> !capture.fetchedAt().isAfter(asOf))
                        .toList();
        return shown.stream()
                .filter(capture -> capture.answeredStatus().isPresent())
                .findFirst()
                .or(() -> shown.stream().findFirst())
                .map(capture -> capture.id().sequence());
    }

    private static String how(StoredPosting.SeenCapture capture) {
        if (capture.isRendered()) {
            return ", as its scripts wrote it";
        }
        if (capture.isImported()) {
            return ", as a file that was brought in has it";
        }
        return capture.isSecondLook() ? ", as another user agent is shown it" : "";
    }

    private static Item.Seen seen(StoredPosting.SeenCapture capture, String shows) {
        return new Item.Seen(
                capture.id().sequence(),
                capture.url(),
                capture.fetchedAt(),
                LowerCase.of(capture.provenance().name()),
                capture.answeredStatus(),
                capture.claimedAt(),
                capture.mediaType(),
                shows,
                capture.payloadDigest().hex(),
                capture.recordDigest().hex(),
                capture.position().file(),
                capture.position().offset(),
                capture.position().length(),
                capture.picture().map(CaptureId::sequence));
    }

    private static Instant lastSeen(StoredPosting stored, List<Item.Seen> captures) {
        return captures.stream()
                .filter(Item.Seen::showsPosting)
                .map(Item.Seen::fetched)
                .max(Comparator.naturalOrder())
                .orElse(stored.times().firstSeen());
    }
}
