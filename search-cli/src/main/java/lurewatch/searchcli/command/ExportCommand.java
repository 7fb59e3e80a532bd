package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.export.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `export`: the hits of a query for somebody else.
@Command(
        name = "export",
        header = "Write a hit list: a pack for an agency, or one file.",
        description = {
            "",
            "With --for it writes a pack: a directory with the list in each format that the recipient"
                    + " reads, made once, marked and redacted before anything is written, with"
                    + " manifests and what proves where it comes from. Profiles of recipients are"
                    + " files in config/agencies, redactions in config/redaction, and who you are and"
                    + " how far each site's material may travel stand in config/handling.yaml.",
            "",
            "Without --for it writes one file for yourself, csv or jsonl.",
            "",
            "Warnings, news, reports of victims and other texts that quote lures are never part of a"
                    + " list of suspects; how many were left out is said. Victims' own accounts have"
                    + " a purpose of their own, victim-urgent, and stand in no other list. What an"
                    + " analyst labelled as no suspect ('lurewatch label') is left out like them.",
            "",
            "  csv         one row per posting, and NAME.contacts.csv beside it with one row per contact.",
            "              Phones are tel: URIs and handles URLs, so that no cell starts a formula; a",
            "              text that would is written with a leading '.",
            "  jsonl       one object per posting, with its text; nothing is cut.",
            "",
            "Only in packs:",
            "  xlsx        the two tables of csv as a workbook.",
            "  html        a dossier to read: one file without script or links, for screen and paper.",
            "  pdf         the dossier, printed by a Chromium that is installed.",
            "  wacz        the captures themselves, which replay in a browser; not of a list of which",
            "              something is masked, and without captures that also show what is kept back.",
            "  stix        STIX 2.1, as OpenCTI and other threat-intelligence platforms read it.",
            "  misp        an event for MISP, unpublished.",
            "  ftm         FollowTheMoney entities, as OpenAleph reads them.",
            "  notices     one notice for each platform, with what Art. 16 of the Digital Services Act",
            "              asks for.",
            "  statistics  counts by week, class, country and so on, and nothing of any one posting;",
            "              small counts are not told.",
            "",
            "A file or directory appears whole or not at all, and is read again before it does. Every"
                    + " export is recorded; 'lurewatch audit list' shows it.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch export 'class:lure country:KH' --for korean-police --dry-run \\",
            "      --reason 'request 2026-114'",
            "  lurewatch export 'class:lure country:KH' --for korean-police \\",
            "      --reason 'request 2026-114' --out kh-lures",
            "  lurewatch search '@hr_lucky88' --format ids | lurewatch export --ids - \\",
            "      --for platform-takedown --purpose takedown --reason 'notice 12' --out notice-12",
            "  lurewatch export 'class:lure last:7d' --format csv --out lures.csv",
            "",
            "Exit: 0 written, 1 nothing found, 2 query or options are wrong, 3 no usable data or the",
            "      place cannot be written, 4 the archive or its stamped checkpoints are damaged ('verify'",
            "      says more), 5 refused: everything found is protected, the marking is above what the",
            "      recipient may receive, or a reason is missing that this desk asks for, 6 time ran",
            "      out",
        })
final class ExportCommand implements Callable<ExitCode>, Querying {
    private final Session session;

    @Mixin private FoundOption found = new FoundOption();
    @Mixin private PackOptions pack = new PackOptions();
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--format",
            paramLabel = "F[,F…]",
            split = ",",
            description = "${COMPLETION-CANDIDATES}. Default with --for: what the profile lists.")
    private List<Format> formats = List.of();

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "The directory that a pack becomes, or the file to write.")
    private @Nullable String out;

    @Option(names = "--force", description = "Replace the file where it exists; never a pack.")
    private boolean force;

    @Option(
            names = "--bom",
            description =
                    "Start CSV with a byte order mark, for Excel. Not with --for: the profile says it.")
    private boolean bom;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return found.query();
    }

    @Override
    public ExitCode call() throws QueryException, IOException {
        @Nullable String profile = pack.profile();
        if (profile != null) {
            refuseMark();
            PackExport export = new PackExport(session, folders, found, pack);
            return pack.isDryRun()
                    ? export.describe(profile, formats, namedPlace())
                    : export.write(profile, formats, place());
        }
        pack.requireNothingElse();
        if (formats.size() > 1 || (formats.isEmpty() && !pack.isDryRun())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "without --for a list is one file: name one --format, csv or jsonl; for more,"
                            + " name the recipient's profile with --for");
        }
        FileExport export =
                new FileExport(
                        session,
                        folders,
                        found,
                        pack.statedReason(),
                        bom ? FileExport.Bom.WITH : FileExport.Bom.WITHOUT,
                        force ? FileExport.Existing.REPLACE : FileExport.Existing.KEEP);
        return pack.isDryRun()
                ? export.describe(formats.stream().findFirst(), namedPlace())
                : export.write(formats.getFirst(), place());
    }

    private void refuseMark() {
        if (bom) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--bom is for one file; of a pack the recipient's profile says it: bom: true in"
                            + " its file of config/agencies");
        }
    }

    private Path place() {
        return namedPlace()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.USAGE,
                                "--out PATH says where it is written; --dry-run needs none"));
    }

    private Optional<Path> namedPlace() {
        return Optional.ofNullable(out).map(written -> OutputPlace.named(written, "--out"));
    }
}
