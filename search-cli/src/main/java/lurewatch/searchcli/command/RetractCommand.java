package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.export.Corrections;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.Marking;
import lurewatch.searchcli.export.Pap;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.export.Tlp;
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

    /// The whole id.
    private String id = "";

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
            id = PostingIds.whole(typed.strip(), facts).orElse(typed.strip());
            if (Accounting.retracted(data).contains(id)) {
                throw new CommandFailure(ExitCode.USAGE, "'" + id + "' was called back before");
            }
            Optional<StoredPosting> posting = facts.posting(new PostingId(id));
            List<Event> packs = packsWith(data);
            Optional<StoredPosting> inStix =
                    posting.filter(_ ->
                            packs.stream().anyMatch(pack -> HandedContacts.has(pack, Format.STIX)));
            Optional<HandedContacts> contacts = Optional.empty();
            if (inStix.isPresent()) {
                contacts = Optional.of(handed(inStix.get(), facts, data));
            }
            if (posting.isEmpty() && packs.isEmpty()) {
                session.tell(TerminalText.line("there is no posting '" + id + "'"));
                return ExitCode.NOTHING_FOUND;
            }
            return retract(posting, contacts, packs, data);
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
            Optional<StoredPosting> posting,
            Optional<HandedContacts> contacts,
            List<Event> packs,
            Path data)
            throws IOException {
        Set<String> revoked = new TreeSet<>();
        if (!packs.isEmpty()) {
            Path place = place();
            Handling handling = Handling.read(folders.config(session));
            Set<String> before = Accounting.revoked(data);
            Instant now = EarlierPacks.in(data).later(session.clock().instant());
            List<Corrections.Correction> corrections = new ArrayList<>();
            for (Event pack : packs) {
                Map<String, String> files = new LinkedHashMap<>();
                Handling.Sender desk = EarlierPacks.deskOf(pack).orElse(handling.sender());
                files.put("letter.txt", letter(pack, posting, handling.sender(), now));
                if (HandedContacts.has(pack, Format.STIX)) {
                    StixRevocation.Bundle bundle =
                            revocation(
                                    pack, posting, contacts, before, handling.sender(), desk, now);
                    files.put("stix-revocation.json", bundle.json());
                    revoked.addAll(bundle.forGood());
                }
                if (HandedContacts.has(pack, Format.MISP)) {
                    files.put(
                            "misp-correction.json",
                            MispCorrection.of(
                                    calledBack(pack, desk),
                                    handling.sender(),
                                    desk,
                                    marking(pack),
                                    now));
                }
                corrections.add(new Corrections.Correction(folderOf(pack, packs), files));
            }
            Corrections.write(place, corrections);
        }
        Map<String, String> details = new LinkedHashMap<>();
        details.put("reason", reason.strip());
        details.put(
                "packs",
                String.join(" ", packs.stream().map(RetractCommand::nameOf).distinct().toList()));
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
                                        + nameOf(pack)
                                        + " went to "
                                        + detail(pack, "recipient")
                                        + "; its correction is in "
                                        + out
                                        + "/"
                                        + folderOf(pack, packs))));
        return ExitCode.FOUND;
    }

    /// Each once. Two may have one name, from when it said less of what is in a pack; then their
    /// manifests tell them apart.
    private List<Event> packsWith(Path data) throws IOException {
        try (EventLog log =
                EventLog.openToWrite(data, AnalystOption.usual(session), session.clock())) {
            Map<String, Event> packs = new LinkedHashMap<>();
            new Account(log, data)
                    .packsWith(id)
                    .forEach(pack ->
                            packs.putIfAbsent(
                                    nameOf(pack) + "\n" + detail(pack, "manifest"), pack));
            return List.copyOf(packs.values());
        }
    }

    /// Named after the pack; the second of a name after its recording, too.
    private static String folderOf(Event pack, List<Event> packs) {
        boolean isFirst =
                packs.stream()
                        .filter(other -> nameOf(other).equals(nameOf(pack)))
                        .findFirst()
                        .filter(pack::equals)
                        .isPresent();
        return isFirst ? nameOf(pack) : nameOf(pack) + "-" + pack.name();
    }

    private static String nameOf(Event pack) {
        return pack.about().getFirst();
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

    private MispCorrection.CalledBack calledBack(Event pack, Handling.Sender desk) {
        return new MispCorrection.CalledBack(
                id,
                reason.strip(),
                pack.detail(EarlierPacks.EVENT)
                        .map(UUID::fromString)
                        .orElseGet(() -> eventNotNoted(pack, desk)));
    }

    private static UUID eventNotNoted(Event pack, Handling.Sender desk) {
        String query = detail(pack, "query");
        return MispCorrection.event(
                desk,
                detail(pack, "for"),
                detail(pack, "purpose"),
                query.isEmpty() ? nameOf(pack) : query);
    }

    private StixRevocation.Bundle revocation(
            Event pack,
            Optional<StoredPosting> posting,
            Optional<HandedContacts> contacts,
            Set<String> before,
            Handling.Sender sender,
            Handling.Sender desk,
            Instant now)
            throws IOException {
        return StixRevocation.of(
                revoked(pack, posting, contacts),
                Profile.Stix.labelled(detail(pack, "stix")),
                before,
                sender,
                desk,
                marking(pack),
                now);
    }

    private StixRevocation.Revoked revoked(
            Event pack, Optional<StoredPosting> posting, Optional<HandedContacts> contacts) {
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
                                id, pack.time(), pack.time(), List.of(), List.of(), List.of()));
    }

    /// None where it is not known any more what that pack masked: an id tells who guesses what it
    /// is of.
    private List<StixRevocation.Named> named(HandedContacts contacts, Event pack) {
        Path config = folders.config(session);
        String redaction = detail(pack, "redaction");
        return Redaction.isKnown(config, redaction)
                ? contacts.unmasked(Redaction.read(config, redaction))
                : List.of();
    }

    private String letter(
            Event pack, Optional<StoredPosting> posting, Handling.Sender sender, Instant now) {
        String marking = marking(pack).tlp().tag() + " " + marking(pack).pap().tag();
        String head =
                String.format(
                        Locale.ROOT,
                        """
                        %s

                        To: %s
                        From: %s, %s
                        Date: %s

                        Correction

                        """,
                        marking,
                        detail(pack, "recipient"),
                        sender.name(),
                        sender.contact(),
                        now.truncatedTo(ChronoUnit.SECONDS));
        String of =
                String.format(
                        Locale.ROOT,
                        """

                        Reason:   %s
                        Pack:     %s, handed on for: %s
                        Manifest: %s

                        """,
                        reason.strip(),
                        nameOf(pack),
                        detail(pack, "reason"),
                        "sha256:" + detail(pack, "manifest"));
        if (detail(pack, "purpose").equals(Purpose.TREND.label())) {
            return head
                    + "A posting that is among those counted is called back.\n"
                    + of
                    + """
                    The pack has counts alone; those that it is in are one too high. A new pack has them
                    right. Which posting it is and what it said is not told here.
                    """;
        }
        return head
                + "The posting "
                + id
                + " is called back.\n"
                + of
                + """
                Please remove it from your records, or mark it as called back, and tell whoever
                had it from you; so with contacts that only it named. What the posting said is not
                repeated here.\
                """
                + (posting.isPresent()
                        ? " Its captures stay in our archive and can be checked.\n"
                        : " We ourselves hold it no more,\nso that it cannot be checked here.\n");
    }

    /// As the pack was marked; the strictest where its record does not say so.
    private static Marking marking(Event pack) {
        return new Marking(
                Tlp.labelled(detail(pack, "tlp")).orElse(Tlp.RED),
                Pap.labelled(detail(pack, "pap")).orElse(Pap.RED));
    }

    private static String detail(Event pack, String name) {
        return pack.text(name);
    }
}
