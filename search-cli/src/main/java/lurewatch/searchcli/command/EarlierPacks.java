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
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.export.Handling;

/// What the account of earlier packs has settled, so that a recipient's system knows again in later
/// ones what it has.
final class EarlierPacks {
    /// In order, the newest last.
    private final List<HandedOn> packs;

    private final String ownLog;

    private EarlierPacks(List<HandedOn> packs, String ownLog) {
        this.packs = List.copyOf(packs);
        this.ownLog = ownLog;
    }

    static EarlierPacks in(Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            return new EarlierPacks(
                    new Account(log, data)
                            .of(Account.EXPORTED).stream().map(HandedOn::new).toList(),
                    log.own());
        }
    }

    /// By which name and address the ids of this desk are made: those of its first pack, whatever
    /// it is called now. Packs of others that came by import say nothing of it, but where our own
    /// log begins anew one of a sender who is called as we are is ours.
    Handling.Sender desk(Handling.Sender now) {
        return last(pack -> pack.event().log().equals(ownLog) && pack.desk().isPresent())
                .or(() -> last(pack -> pack.sender().filter(now::equals).isPresent()))
                .flatMap(HandedOn::desk)
                .orElse(now);
    }

    /// What names the whole list in ids: its query, and where something of that is masked, so that
    /// an id made of it could be guessed, a name drawn by lot for all lists of that query.
    String list(String profile, String purpose, String query, String masked) {
        return query.equals(masked)
                ? query
                : last(pack ->
                                pack.profile().equals(profile)
                                        && pack.purpose().equals(purpose)
                                        && pack.query().equals(query)
                                        && pack.list().isPresent())
                        .flatMap(HandedOn::list)
                        .orElseGet(() -> UUID.randomUUID().toString());
    }

    /// The time of what a pack says: that of its first export where it was made before, and else
    /// now.
    Instant version(String pack, Instant now) {
        return versions(earlier -> earlier.name().equals(pack))
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

    private Stream<Instant> versions(Predicate<HandedOn> which) {
        return packs.stream().filter(which).flatMap(pack -> pack.version().stream());
    }

    private Optional<HandedOn> last(Predicate<HandedOn> which) {
        return packs.reversed().stream().filter(which).findFirst();
    }
}
