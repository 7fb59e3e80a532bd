package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Witness;
import lurewatch.searchcli.casework.Witnesses;
import lurewatch.searchcli.custody.Keys;
import lurewatch.searchcli.witness.OtherPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `witness`: holds another desk's captures against ours.
@Command(
        name = "witness",
        header = "Hold another desk's captures of the same addresses against ours.",
        description = {
            "",
            "PACK is what another desk's Lurewatch made with 'export --for', with jsonl in it. It is checked"
                    + " byte by byte first, and must be signed with a key that is not one of ours. For each"
                    + " posting that both have, the other desk's capture nearest to ours is compared with it:"
                    + " the bytes that a server sent, the text, the contacts. What comes out is kept in"
                    + " casework.db, and stands in 'show', and in later packs in jsonl and in the dossier.",
            "",
            "A second desk that got the same shows that a page was not made for us alone, nor by us. Its"
                    + " word is worth what its key is: ask the sender, by another way, whether it is theirs."
                    + " When it captured something is what its clock said.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch witness /media/stick/bangkok-pack",
            "",
            "Exit: 0 compared, 1 nothing that both have, 2 not signed by somebody else, or without jsonl,",
            "      3 no pack, 4 the pack is not as it was made",
        })
final class WitnessCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(paramLabel = "PACK", description = "The other desk's pack, a directory.")
    private Path pack = Path.of("");

    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();

    WitnessCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        Path data = folders.dataToRead(session);
        PackCheck.Report report =
                new PackCheck(session, folders, ReportFormat.Format.TABLE)
                        .ofPack(pack.toAbsolutePath().normalize(), pack);
        if (!report.problems().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.INTEGRITY,
                    pack + " is not as it was made; 'lurewatch verify' says where");
        }
        String key = signer(report, data);
        OtherPack other = OtherPack.in(pack, key);
        AtomicInteger found = new AtomicInteger();
        long postings;
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"));
                EventLog log = EventLog.openToWrite(data, analyst.name(session), session.clock())) {
            Witnesses witnesses = new Witnesses(log);
            postings =
                    other.forEach(
                            facts,
                            session.clock().instant(),
                            heard -> {
                                boolean isNew = witnesses.hear(heard.posting(), heard.witness());
                                line(said(heard) + (isNew ? "" : "  (known)"));
                                found.incrementAndGet();
                            });
        }
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%d of the pack's %d postings are here too; signed with %s",
                        found.get(),
                        postings,
                        key));
        return found.get() == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }

    private static String signer(PackCheck.Report report, Path data) throws IOException {
        String key =
                report.signer()
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.USAGE,
                                        "nobody signed this pack, so nobody witnesses it: ask for a"
                                                + " signed one"));
        List<String> own = Keys.in(data).all().stream().map(Keys.Listed::name).toList();
        if (own.contains(key)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    key + ", which signed this pack, is our own: one desk is no second witness");
        }
        return key;
    }

    private static String said(OtherPack.Heard heard) {
        Witness witness = heard.witness();
        return String.format(
                Locale.ROOT,
                "%s  %s of %s, %s, beside our %s: %s bytes, %s text, %s contacts",
                heard.posting(),
                witness.capture(),
                witness.sender(),
                witness.time(),
                witness.ours(),
                witness.bytes(),
                witness.text(),
                witness.contacts());
    }
}
