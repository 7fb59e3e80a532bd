package lurewatch.searchcli.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.Marking;
import lurewatch.searchcli.export.Pap;
import lurewatch.searchcli.export.Tlp;

/// A pack that was handed on, as the account tells of it. What an earlier version did not note is
/// empty.
///
/// @param event is about the pack's name, and then about its postings
record HandedOn(Event event) {
    static final String PROFILE = "for";
    static final String RECIPIENT = "recipient";
    static final String PURPOSE = "purpose";
    static final String TLP = "tlp";
    static final String PAP = "pap";
    static final String REDACTION = "redaction";
    static final String TRANSLATED_BY = "translated_by";
    static final String REASON = "reason";
    static final String QUERY = "query";
    static final String FORMATS = "formats";
    static final String STIX = "stix";
    static final String MISP_EVENT = "misp_event";
    static final String SENDER = "sender";
    static final String SENDER_CONTACT = "sender_contact";
    static final String DESK = "desk";
    static final String DESK_CONTACT = "desk_contact";
    static final String LIST = "list";
    static final String VERSION = "version";
    static final String AS_OF = "as_of";
    static final String PLACE = "place";
    static final String MANIFEST = "manifest";

    private static final String BETWEEN_FORMATS = " ";

    /// What [#FORMATS] says.
    static String formats(List<Format> formats) {
        return String.join(BETWEEN_FORMATS, formats.stream().map(Format::toString).toList());
    }

    String name() {
        return event.about().getFirst();
    }

    String profile() {
        return event.text(PROFILE);
    }

    String recipient() {
        return event.text(RECIPIENT);
    }

    String purpose() {
        return event.text(PURPOSE);
    }

    /// As the pack was marked; the strictest where that was not noted.
    Marking marking() {
        return new Marking(
                Tlp.labelled(event.text(TLP)).orElse(Tlp.RED),
                Pap.labelled(event.text(PAP)).orElse(Pap.RED));
    }

    String redaction() {
        return event.text(REDACTION);
    }

    /// Why it was handed on.
    String reason() {
        return event.text(REASON);
    }

    /// Empty where the postings were named.
    String query() {
        return event.text(QUERY);
    }

    boolean has(Format format) {
        return List.of(event.text(FORMATS).split(BETWEEN_FORMATS, -1)).contains(format.toString());
    }

    /// The dialect of its STIX.
    String stix() {
        return event.text(STIX);
    }

    Optional<UUID> mispEvent() {
        return event.detail(MISP_EVENT).map(UUID::fromString);
    }

    Optional<Handling.Sender> sender() {
        return sender(SENDER, SENDER_CONTACT);
    }

    /// The desk by whose name and address its ids were made.
    Optional<Handling.Sender> desk() {
        return sender(DESK, DESK_CONTACT);
    }

    private Optional<Handling.Sender> sender(String name, String contact) {
        return event.detail(name).map(known -> new Handling.Sender(known, event.text(contact)));
    }

    /// The name of its list in ids, where that is not the query.
    Optional<String> list() {
        return event.detail(LIST);
    }

    Optional<Instant> version() {
        return event.detail(VERSION).map(Instant::parse);
    }

    /// The digest of its manifest, in hexadecimal digits.
    String manifest() {
        return event.text(MANIFEST);
    }
}
