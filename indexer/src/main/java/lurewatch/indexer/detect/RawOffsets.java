package lurewatch.indexer.detect;

import java.util.List;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.Signal;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.VisibleText;

/// Carries what was found in the visible text back to the raw one.
final class RawOffsets {
    private final String raw;
    private final VisibleText visible;

    private RawOffsets(String raw, VisibleText visible) {
        this.raw = raw;
        this.visible = visible;
    }

    /// The matches; those with something invisible among their letters as disguised.
    static List<Match> marked(List<Match> matches, VisibleText visible) {
        if (visible.isRaw()) {
            return matches;
        }
        return matches.stream()
                .map(m ->
                        visible.hidesWithin(m.start(), m.end())
                                ? new Match(m.target(), m.start(), m.end(), true)
                                : m)
                .toList();
    }

    /// The contacts; those with something invisible among their letters as disguised.
    static List<Contact> markedContacts(List<Contact> contacts, VisibleText visible) {
        return contacts.stream()
                .map(c ->
                        c.isInText() && visible.hidesWithin(c.start(), c.end())
                                ? c.with(Contact.Trait.DISGUISED)
                                : c)
                .toList();
    }

    static Assessment restore(Assessment seen, String raw, VisibleText visible) {
        if (visible.isRaw()) {
            return seen;
        }
        var offsets = new RawOffsets(raw, visible);
        return new Assessment(
                seen.language(),
                seen.score(),
                seen.assessmentClass(),
                seen.context(),
                seen.signals().stream().map(offsets::of).toList(),
                seen.contacts().stream().map(offsets::of).toList(),
                seen.places().stream().map(offsets::of).toList(),
                seen.pay().stream().map(offsets::of).toList(),
                seen.contributions(),
                seen.rulesVersion(),
                seen.fraud(),
                seen.failures());
    }

    private Evidence of(Evidence evidence) {
        return Evidence.in(raw, visible.rawStart(evidence.start()), visible.rawEnd(evidence.end()));
    }

    private Signal of(Signal signal) {
        return new Signal(
                signal.id(),
                signal.weight(),
                signal.evidence().stream().map(this::of).toList(),
                signal.reason());
    }

    private Contact of(Contact contact) {
        if (!contact.isInText()) {
            return contact;
        }
        int start = visible.rawStart(contact.start());
        int end = visible.rawEnd(contact.end());
        return new Contact(
                contact.kind(),
                contact.value(),
                raw.substring(start, end),
                start,
                end,
                contact.confidence(),
                contact.method(),
                contact.traits());
    }

    private Place of(Place place) {
        return new Place(
                place.id(),
                place.name(),
                place.country(),
                place.risk(),
                place.role(),
                of(place.evidence()));
    }

    private Pay of(Pay pay) {
        return new Pay(
                pay.low(),
                pay.high(),
                pay.currency(),
                pay.period(),
                pay.usdMonth(),
                of(pay.evidence()));
    }
}
