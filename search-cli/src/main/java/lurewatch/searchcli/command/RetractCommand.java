package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.export.Corrections;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.interchange.MispCorrection;
import lurewatch.searchcli.interchange.StixRevocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `retract`: calls a posting back from everybody who received it.
@Command(
        name = "retract",
        header = "Call a posting back that turned out wrong.",
        description = {
            "",
            "Records that the posting is called back: no later export holds it. Says which packs held it, and"
                    + " writes for each of them a letter to its recipient and, where the pack had"
                    + " STIX, a bundle that revokes it and the contacts that it alone named, where it"
                    + " had MISP, an event that extends that of the pack. The captures stay in the"
                    + " archive.",
            "",
            "A posting that was erased can be called back all the same: which packs held it stays recorded.",
            "",
            "Sending the corrections is up to you; nothing is sent by itself.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch retract p0123456789abcdef --reason 'licensed employer, checked' --out corrections",
            "",
            "Exit: 0 recorded, 1 no such posting, 2 no reason, called back before, or several begin",
            "      so, 3 no usable facts",
        })
final class RetractCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(
            paramLabel = "ID",
            description =
                    "The posting's id, or how it starts; of one that was erased the whole id.")
    private String typed = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; recorded, and told to recipients.")
    private String reason = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The directory for corrections; needed where a pack held the posting.")
    private @Nullable String out;

    @Mixin private Folders folders = new Folders();

    RetractCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        if (reason.isBlank() || typed.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "name a posting and say why with --reason");
        }
        Path data = folders.dataToRead(session);
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            // One that was erased is known to nothing but the record of its packs.
            String id = PostingIds.whole(typed.strip(), facts).orElse(typed.strip());
            if (Accounting.retracted(data).contains(id)) {
                throw new CommandFailure(ExitCode.USAGE, "'" + id + "' was called back before");
            }
            Optional<StoredPosting> posting = facts.posting(new PostingId(id));
            List<HandedOn> packs = packsWith(id, data);
            Optional<StoredPosting> inStix =
                    posting.filter(_ -> packs.stream().anyMatch(pack -> pack.has(Format.STIX)));
            Optional<HandedContacts> contacts = Optional.empty();
            if (inStix.isPresent()) {
                contacts = Optional.of(handed(inStix.get(), facts, data));
            }
            if (posting.isEmpty() && packs.isEmpty()) {
                session.tell(TerminalText.line("there is no posting '" + id + "'"));
                return ExitCode.NOTHING_FOUND;
            }
            return retract(id, posting, contacts, packs, data);
        }
    }

    private HandedContacts handed(StoredPosting posting, FactsReader facts, Path data)
            throws IOException {
        try (EventLog log = EventLog.openToRead(data)) {
            Account account = new Account(log, data);
            return HandedContacts.of(
                    posting.known(), account.of(Account.EXPORTED), account.retracted(), facts);
        }
    }

    /// @param posting empty for one that we hold no more
    /// @param contacts empty where no pack with STIX held it
    private ExitCode retract(
            String id,
            Optional<StoredPosting> posting,
            Optional<HandedContacts> contacts,
            List<HandedOn> packs,
            Path data)
            throws IOException {
        Set<String> revoked = new TreeSet<>();
        if (!packs.isEmpty()) {
            Path place = place();
            Handling handling = Handling.read(folders.config(session));
            Set<String> before = Accounting.revoked(data);
            Instant now = EarlierPacks.in(data).later(session.clock().instant());
            List<Corrections.Correction> corrections = new ArrayList<>();
            for (HandedOn pack : packs) {
                Map<String, String> files = new LinkedHashMap<>();
                Handling.Sender desk = pack.desk().orElse(handling.sender());
                files.put(
                        "letter.txt",
                        CorrectionLetter.of(
                                pack,
                                id,
                                reason.strip(),
                                posting.isPresent(),
                                handling.sender(),
                                now));
                if (pack.has(Format.STIX)) {
                    StixRevocation.Bundle bundle =
                            revocation(
                                    id,
                                    pack,
                                    posting,
                                    contacts,
                                    before,
                                    handling.sender(),
                                    desk,
                                    now);
                    files.put("stix-revocation.json", bundle.json());
                    revoked.addAll(bundle.forGood());
                }
                if (pack.has(Format.MISP)) {
                    files.put(
                            "misp-correction.json",
                            MispCorrection.of(
                                    calledBack(id, pack, desk),
                                    handling.sender(),
                                    desk,
                                    pack.marking(),
                                    now));
                }
                corrections.add(new Corrections.Correction(folderOf(pack, packs), files));
            }
            Corrections.write(place, corrections);
        }
        Map<String, String> details = new LinkedHashMap<>();
        details.put("reason", reason.strip());
        details.put(
                "packs", String.join(" ", packs.stream().map(HandedOn::name).distinct().toList()));
        if (!revoked.isEmpty()) {
            details.put(Account.REVOKED, String.join(" ", revoked));
        }
        new Accounting(session, data).record(Account.RETRACTED, List.of(id), details);
        session.tell(
                TerminalText.line(
                        String.format(
                                Locale.ROOT,
                                "%scalled back; %s held it",
                                id.equals(typed.strip()) ? "" : id + " is ",
                                packs.size() == 1 ? "1 pack" : packs.size() + " packs")));
        packs.forEach(pack ->
                session.tell(
                        TerminalText.line(
                                "  "
                                        + pack.name()
                                        + " went to "
                                        + pack.recipient()
                                        + "; its correction is in "
                                        + out
                                        + "/"
                                        + folderOf(pack, packs))));
        return ExitCode.FOUND;
    }

    /// Each once. Two may have one name, from when it said less of what is in a pack; then their
    /// manifests tell them apart.
    private List<HandedOn> packsWith(String id, Path data) throws IOException {
        try (EventLog log =
                EventLog.openToWrite(data, AnalystOption.usual(session), session.clock())) {
            Map<String, HandedOn> packs = new LinkedHashMap<>();
            new Account(log, data)
                    .packsWith(id).stream()
                            .map(HandedOn::new)
                            .forEach(pack ->
                                    packs.putIfAbsent(pack.name() + "\n" + pack.manifest(), pack));
            return List.copyOf(packs.values());
        }
    }

    /// Named after the pack; the second of a name after its recording, too.
    private static String folderOf(HandedOn pack, List<HandedOn> packs) {
        boolean isFirst =
                packs.stream()
                        .filter(other -> other.name().equals(pack.name()))
                        .findFirst()
                        .filter(pack::equals)
                        .isPresent();
        return isFirst ? pack.name() : pack.name() + "-" + pack.event().name();
    }

    private Path place() {
        if (out == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "packs held it: name a directory for their corrections with --out DIR");
        }
        Path place = Folders.typed(out, "--out");
        if (Files.exists(place)) {
            throw new CommandFailure(ExitCode.USAGE, place + " exists; name a new directory");
        }
        OutputPlace.parentOf(place);
        return place;
    }

    private MispCorrection.CalledBack calledBack(String id, HandedOn pack, Handling.Sender desk) {
        return new MispCorrection.CalledBack(
                id, reason.strip(), pack.mispEvent().orElseGet(() -> eventNotNoted(pack, desk)));
    }

    private static UUID eventNotNoted(HandedOn pack, Handling.Sender desk) {
        String query = pack.query();
        return MispCorrection.event(
                desk, pack.profile(), pack.purpose(), query.isEmpty() ? pack.name() : query);
    }

    private StixRevocation.Bundle revocation(
            String id,
            HandedOn pack,
            Optional<StoredPosting> posting,
            Optional<HandedContacts> contacts,
            Set<String> before,
            Handling.Sender sender,
            Handling.Sender desk,
            Instant now)
            throws IOException {
        return StixRevocation.of(
                revoked(id, pack, posting, contacts),
                Profile.Stix.labelled(pack.stix()),
                before,
                sender,
                desk,
                pack.marking(),
                now);
    }

    private StixRevocation.Revoked revoked(
            String id,
            HandedOn pack,
            Optional<StoredPosting> posting,
            Optional<HandedContacts> contacts) {
        return posting.map(known ->
                        new StixRevocation.Revoked(
                                id,
                                known.times().firstSeen(),
                                known.times().lastSeen(),
                                known.sightings().stream()
                                        .map(sighting -> sighting.capture().payloadDigest().hex())
                                        .distinct()
                                        .toList(),
                                contacts.map(HandedContacts::countries).orElse(List.of()),
                                contacts.map(handed -> named(handed, pack)).orElse(List.of())))
                // When it was seen went with it; when it was packed is what is left.
                .orElseGet(() ->
                        new StixRevocation.Revoked(
                                id,
                                pack.event().time(),
                                pack.event().time(),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    /// None where it is not known any more what that pack masked: an id tells who guesses what it
    /// is of.
    private List<StixRevocation.Named> named(HandedContacts contacts, HandedOn pack) {
        Path config = folders.config(session);
        String redaction = pack.redaction();
        return Redaction.isKnown(config, redaction)
                ? contacts.unmasked(Redaction.read(config, redaction))
                : List.of();
    }
}
