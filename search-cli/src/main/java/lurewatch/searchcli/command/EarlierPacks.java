package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.export.Handling;

/// What the account of earlier packs has settled, so that a recipient's system knows again in later
/// ones what it has.
final class EarlierPacks {
    static final String SENDER = "sender";
    static final String SENDER_CONTACT = "sender_contact";
    static final String DESK = "desk";
    static final String DESK_CONTACT = "desk_contact";
    static final String LIST = "list";
    static final String VERSION = "version";
    static final String EVENT = "misp_event";

    /// In order, the newest last.
    private final List<Event> packs;

    private final String ownLog;

    private EarlierPacks(List<Event> packs, String ownLog) {
        this.packs = List.copyOf(packs);
        this.ownLog = ownLog;
    }

    static EarlierPacks in(Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            return new EarlierPacks(new Account(log, data).of(Account.EXPORTED), log.own());
        }
    }

    /// By which name and address the ids of this desk are made: those of its first pack, whatever
    /// it is called now. Packs of others that came by import say nothing of it, but where our own
    /// log begins anew one of a sender who is called as we are is ours.
    Handling.Sender desk(Handling.Sender now) {
        return last(pack -> pack.log().equals(ownLog) && deskOf(pack).isPresent())
                .or(() -> last(pack -> senderOf(pack).filter(now::equals).isPresent()))
                .flatMap(EarlierPacks::deskOf)
                .orElse(now);
    }

    /// The same of a pack; empty where it is from before that was noted.
    static Optional<Handling.Sender> deskOf(Event pack) {
        return sender(pack, DESK, DESK_CONTACT);
    }

    private static Optional<Handling.Sender> senderOf(Event pack) {
        return sender(pack, SENDER, SENDER_CONTACT);
    }

    private static Optional<Handling.Sender> sender(Event pack, String name, String contact) {
        return pack.detail(name).map(known -> new Handling.Sender(known, pack.text(contact)));
    }

    /// What names the whole list in ids: its query, and where something of that is masked, so that
    /// an id made of it could be guessed, a name drawn by lot for all lists of that query.
    String list(String profile, String purpose, String query, String masked) {
        return query.equals(masked)
                ? query
                : last(pack ->
                                pack.text("for").equals(profile)
                                        && pack.text("purpose").equals(purpose)
                                        && pack.text("query").equals(query)
                                        && pack.detail(LIST).isPresent())
                        .map(pack -> pack.text(LIST))
                        .orElseGet(() -> UUID.randomUUID().toString());
    }

    /// The time of what a pack says: that of its first export where it was made before, and else
    /// now.
    Instant version(String pack, Instant now) {
        return versions(event -> event.about().getFirst().equals(pack))
                .findFirst()
                .orElseGet(() -> later(now));
    }

    /// Now, and always later than whatever a pack has said.
    Instant later(Instant now) {
        Instant known = now.truncatedTo(ChronoUnit.MILLIS);
        return versions(_ -> true)
                .max(Comparator.naturalOrder())
                .filter(latest -> !latest.isBefore(known))
                .map(latest -> latest.plusMillis(1))
                .orElse(known);
    }

    private Stream<Instant> versions(Predicate<Event> which) {
        return packs.stream()
                .filter(which)
                .flatMap(pack -> pack.detail(VERSION).stream())
                .map(Instant::parse);
    }

    private Optional<Event> last(Predicate<Event> which) {
        return packs.reversed().stream().filter(which).findFirst();
    }
}
