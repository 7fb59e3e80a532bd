package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.export.CsvFiles;
import lurewatch.searchcli.export.Dropped;
import lurewatch.searchcli.export.FileSet;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Glossary;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.JsonlFile;
import lurewatch.searchcli.export.ListWriter;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.export.Selection;
import lurewatch.searchcli.export.Tlp;
import lurewatch.searchcli.render.LeadText;

/// A hit list as one file for whoever runs the command.
final class FileExport {
    /// Whether CSV starts with a byte order mark.
    enum Bom {
        WITH,
        WITHOUT
    }

    /// What happens to a file that is already there.
    enum Existing {
        REPLACE,
        KEEP
    }

    /// What a look at a list is called in the account.
    static final String DRY_RUN = "export --dry-run";

    private final Session session;
    private final Folders folders;
    private final FoundOption found;
    private final Optional<String> reason;
    private final Bom bom;
    private final Existing existing;

    FileExport(
            Session session,
            Folders folders,
            FoundOption found,
            Optional<String> reason,
            Bom bom,
            Existing existing) {
        this.session = session;
        this.folders = folders;
        this.found = found;
        this.reason = reason;
        this.bom = bom;
        this.existing = existing;
    }

    /// Says what would be written, and what not and why.
    ///
    /// @param format, target as far as they were said; what is said of them is checked
    ExitCode describe(Optional<Format> format, Optional<Path> target)
            throws QueryException, IOException {
        Path name = target.orElse(Path.of("list"));
        if (format.isPresent()) {
            ListWriter writer = writer(format.get(), name);
            if (target.isPresent()) {
                checkTarget(FileSet.places(OutputPlace.parentOf(name), writer));
            }
        }
        Path data = folders.dataToRead(session);
        try (SearchRecord.Start start = SearchRecord.start(session, folders, reason);
                FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            FoundOption.Found postings = found.in(data, session, session.clock());
            HitList list = drawn(postings, data, facts, Optional.empty());
            start.made(
                    DRY_RUN, postings.query().orElse(""), postings.ids().size(), list.ids().size());
            new PackText(session).describe(list, target);
            return list.ids().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
        }
    }

    ExitCode write(Format format, Path target) throws QueryException, IOException {
        ListWriter writer = writer(format, target);
        Path directory = OutputPlace.parentOf(target);
        checkTarget(FileSet.places(directory, writer));
        Path data = folders.dataToRead(session);
        Optional<String> why = why();
        FoundOption.Found postings = found.in(data, session, session.clock());
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"));
                FileSet files = FileSet.begin(directory, writer)) {
            HitList list = drawn(postings, data, facts, Optional.of(files.spool()));
            if (list.ids().isEmpty()) {
                return nothing(list);
            }
            files.fill(list);
            record(data, format, target, postings, list, why);
            files.publish();
            tell(list, writer, target);
            return ExitCode.FOUND;
        }
    }

    private HitList drawn(
            FoundOption.Found postings, Path data, FactsReader facts, Optional<Path> spool)
            throws IOException {
        return HitList.draw(
                postings.ids(),
                selection(data),
                HitList.Captures.CITED,
                CampaignsOfData.in(data, facts),
                facts,
                spool);
    }

    private ListWriter writer(Format format, Path target) {
        Path name = target.getFileName();
        if (name == null) {
            throw new CommandFailure(ExitCode.USAGE, target + " is a directory, not a file");
        }
        return switch (format) {
            case CSV ->
                    new CsvFiles(
                            name.toString(),
                            bom == Bom.WITH ? CsvFiles.Mark.WITH_BOM : CsvFiles.Mark.WITHOUT_BOM);
            case JSONL -> new JsonlFile(name.toString());
            case XLSX, STIX, MISP, FTM, HTML, PDF, WACZ, NOTICES, STATISTICS ->
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            format
                                    + " goes to somebody: name the recipient's profile with --for;"
                                    + " without it a list is csv or jsonl");
        };
    }

    /// For whoever may read the data directory anyway: nothing is marked or masked.
    private Selection selection(Path data) throws IOException {
        return new Selection(
                Purpose.INTELLIGENCE,
                Optional.empty(),
                new Handling(
                        new Handling.Sender("", ""),
                        Tlp.CLEAR,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Redaction.NONE,
                Accounting.retracted(data),
                Accounting.said(data),
                Accounting.witnesses(data, session.clock().instant()),
                session.clock().instant(),
                Glossary.NONE);
    }

    private void checkTarget(List<Path> files) {
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new CommandFailure(ExitCode.USAGE, file + " is a directory, not a file");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        file
                                + " is a device or a pipe, not a file; 'lurewatch search --format"
                                + " jsonl' prints");
            }
            if (Files.exists(file) && existing == Existing.KEEP) {
                throw new CommandFailure(ExitCode.USAGE, file + " exists; --force replaces it");
            }
        }
    }

    private Optional<String> why() {
        Optional<String> why =
                reason.or(() -> session.variable("LUREWATCH_REASON"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty());
        if (why.isEmpty() && CaseworkSettings.read(folders.namedConfig(session)).reasonForFiles()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "this desk asks why: say it with --reason TEXT or LUREWATCH_REASON; nothing was"
                            + " written");
        }
        return why;
    }

    private void record(
            Path data,
            Format format,
            Path target,
            FoundOption.Found postings,
            HitList list,
            Optional<String> why)
            throws IOException {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("for", "");
        details.put("format", format.toString());
        postings.query().ifPresent(query -> details.put("query", query));
        why.ifPresent(reason -> details.put("reason", reason));
        details.put("postings", Integer.toString(list.ids().size()));
        new Accounting(session, data)
                .record(
                        Account.WROTE,
                        List.of(TerminalText.line(String.valueOf(target.getFileName()))),
                        details);
    }

    private void tell(HitList list, ListWriter writer, Path target) {
        session.tell(LeadText.counted(list.ids().size(), "posting") + " written to " + target);
        int heldBack = list.dropped().getOrDefault(Dropped.CONTEXT, List.of()).size();
        if (heldBack > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "%d left out: warnings, news and reports of victims are no suspects",
                            heldBack));
        }
        int labelled = list.dropped().getOrDefault(Dropped.LABELLED, List.of()).size();
        if (labelled > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT, "%d left out: %s", labelled, Dropped.LABELLED.why()));
        }
        int retracted = list.dropped().getOrDefault(Dropped.RETRACTED, List.of()).size();
        if (retracted > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT, "%d left out: %s", retracted, Dropped.RETRACTED.why()));
        }
        if (writer instanceof CsvFiles csv && csv.neutralised() > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "%d cells would have been formulas and start with ' now",
                            csv.neutralised()));
        }
    }

    private ExitCode nothing(HitList list) {
        if (list.isAllProtected()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    String.format(
                                    Locale.ROOT,
                                    "all %d found are warnings, news or reports of victims, or labelled so, which",
                                    list.dropped().values().stream().mapToInt(List::size).sum())
                            + " never stand in a hit list; nothing was written");
        }
        session.tell("nothing found, nothing written");
        return ExitCode.NOTHING_FOUND;
    }
}
