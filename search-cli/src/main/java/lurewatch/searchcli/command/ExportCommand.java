package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.Hits;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.export.CsvExport;
import lurewatch.searchcli.export.Export;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.JsonlExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `export`: the hits of a query as a file for somebody else.
@Command(
        name = "export",
        header = "Write a hit list as CSV or JSON Lines.",
        description = {
            "",
            "Writes every posting that the query finds, best first. Warnings, news and reports of"
                    + " victims are never part of a hit list; how many were left out is said.",
            "",
            "csv    one row per posting, and NAME.contacts.csv beside it with one row per contact."
                    + " Phones are tel: URIs and handles URLs, so that no cell starts a formula; a"
                    + " text that would is written with a leading '.",
            "jsonl  one object per posting, with its text; each contact with the same URI.",
            "",
            "The file appears whole or not at all, and is read again before it does.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch export 'class:lure country:KH last:7d' --format csv --out kh.csv",
            "  lurewatch export '@hr_lucky88' --format jsonl --out lucky88.jsonl",
            "",
            "Exit: 0 written, 1 nothing found, 2 the query is wrong, 3 no usable index or the file cannot",
            "      be written, 5 everything found is protected",
        })
final class ExportCommand implements Callable<ExitCode>, Querying {
    enum Format {
        CSV,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session session;

    @Mixin private QueryOption query = new QueryOption();
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "${COMPLETION-CANDIDATES}.")
    private Format format = Format.CSV;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write.")
    private String out = "";

    @Option(names = "--force", description = "Replace the file where it exists.")
    private boolean force;

    @Option(names = "--bom", description = "Start CSV with a byte order mark, for Excel.")
    private boolean bom;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return query.text();
    }

    @Override
    public ExitCode call() throws QueryException, IOException {
        ParsedQuery parsed = query.parsed(session);
        Export export = export();
        Path target = Folders.typed(out, "--out");
        checkTarget(export, target);
        try (PostingSearch search =
                PostingSearch.open(folders.dataToRead(session).resolve("index"))) {
            Hits hits = search.search(parsed);
            if (!hits.isComplete()) {
                throw new CommandFailure(
                        ExitCode.PARTIAL, "time ran out before all was found; nothing was written");
            }
            return write(export, HitList.of(hits), target);
        }
    }

    private Export export() {
        return switch (format) {
            case CSV -> new CsvExport(bom ? CsvExport.Mark.WITH_BOM : CsvExport.Mark.WITHOUT_BOM);
            case JSONL -> new JsonlExport();
        };
    }

    private void checkTarget(Export export, Path target) {
        for (Path file : export.files(target)) {
            if (Files.isDirectory(file)) {
                throw new CommandFailure(ExitCode.USAGE, file + " is a directory, not a file");
            }
            if (Files.exists(file) && !force) {
                throw new CommandFailure(ExitCode.USAGE, file + " exists; --force replaces it");
            }
        }
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE, "there is no directory " + directory + " to write to");
        }
    }

    private ExitCode write(Export export, HitList list, Path target) throws IOException {
        if (list.ids().isEmpty()) {
            return nothing(list);
        }
        Export.Written written = export.write(list, target);
        session.tell(
                String.format(Locale.ROOT, "%d postings written to %s", written.rows(), target));
        if (list.heldBack() > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "%d left out: warnings, news and reports of victims are no suspects",
                            list.heldBack()));
        }
        if (written.neutralised() > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "%d cells would have been formulas and start with ' now",
                            written.neutralised()));
        }
        return ExitCode.FOUND;
    }

    private ExitCode nothing(HitList list) {
        if (list.heldBack() > 0) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    String.format(
                                    Locale.ROOT,
                                    "all %d found are warnings, news or reports of victims, which never stand in a",
                                    list.heldBack())
                            + " hit list; nothing was written");
        }
        session.tell("nothing found, nothing written");
        return ExitCode.NOTHING_FOUND;
    }
}
