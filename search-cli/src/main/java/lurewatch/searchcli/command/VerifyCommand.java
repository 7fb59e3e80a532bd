package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.Digest;
import lurewatch.indexer.archive.ArchiveVerifier;
import lurewatch.indexer.archive.VerifyReport;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.ChainReport;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.custody.StampCheck;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `verify`: looks at every byte of the archive.
@Command(
        name = "verify",
        header = "Check archive, ledger and account, or a pack, byte by byte.",
        description = {
            "",
            "Reads every ledger line and every WARC record and compares them with their digests and"
                    + " with the chain, and every event of casework.db (searches, exports, cases, labels) with its own. Changes"
                    + " nothing; may run beside the crawler.",
            "",
            "With a PATH it checks a pack that 'export --for' made, with nothing but the pack: every file,"
                    + " the signature, and that each capture is a line of the sender's ledger. A PATH that is a"
                    + " .wacz file is checked by itself: the container, each file in it, each record. A PATH"
                    + " that is another data directory is checked like one named by --data.",
            "",
            "An archive whose end was cut off cleanly looks whole: keep the printed head of the"
                    + " ledger elsewhere and compare.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch verify",
            "  lurewatch verify --format jsonl | jq -r .ledger_head",
            "  lurewatch verify kh-lures",
            "  lurewatch verify captures.wacz",
            "",
            "Exit: 0 all as it was written, 3 no archive or pack, 4 something is not",
        })
final class VerifyCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description =
                    "A pack, a .wacz file or another data directory, to check instead of --data.")
    private @Nullable String pack;

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private Folders folders = new Folders();

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        if (pack == null) {
            return verified(folders.dataToRead(session));
        }
        Path path = Folders.typed(pack, "PATH");
        return isData(path)
                ? verified(path)
                : new PackCheck(session, folders, format.chosen()).check(path);
    }

    private static boolean isData(Path path) {
        return Files.isDirectory(path.resolve("archive"))
                && !Files.exists(path.resolve("bagit.txt"))
                && !Files.exists(path.resolve("tagmanifest-sha256.txt"));
    }

    private ExitCode verified(Path data) throws IOException {
        Path archive = data.resolve("archive");
        if (!Files.isDirectory(archive) || !Files.isReadable(archive)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "no readable archive at " + archive + "; nothing was crawled there");
        }
        VerifyReport report = ArchiveVerifier.verify(archive);
        switch (format.chosen()) {
            case TABLE, PLAIN -> print(report);
            case JSONL -> printJson(report);
        }
        boolean isAccountClean = checkCasework(data);
        boolean areStampsClean = checkStamps(data);
        return report.isClean() && isAccountClean && areStampsClean
                ? ExitCode.FOUND
                : ExitCode.INTEGRITY;
    }

    private boolean checkStamps(Path data) throws IOException {
        StampCheck.Result stamps = StampCheck.of(data);
        switch (format.chosen()) {
            case TABLE, PLAIN -> {
                stamps.problems().forEach(this::line);
                stamps.lines().stream().findFirst().ifPresent(this::line);
                if (stamps.waiting() > 0) {
                    line("note: " + stamps.waiting() + " requests for time stamps wait");
                }
            }
            case JSONL -> {
                if (!stamps.lines().isEmpty() || !stamps.problems().isEmpty()) {
                    session.out()
                            .println(
                                    JsonLine.versioned()
                                            .put("stamps_clean", stamps.problems().isEmpty())
                                            .putStrings("stamps", stamps.lines())
                                            .putStrings("stamp_problems", stamps.problems()));
                }
            }
        }
        return stamps.problems().isEmpty();
    }

    private boolean checkCasework(Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            ChainReport casework = log.verify();
            List<String> problems = new ArrayList<>();
            casework.problems().forEach(problem -> problems.add(problem.toString()));
            problems.addAll(new Account(log, data).oldProblems());
            switch (format.chosen()) {
                case TABLE, PLAIN -> {
                    problems.forEach(this::line);
                    if (casework.events() > 0) {
                        line("casework " + AuditCommand.summary(casework, problems.size()));
                        AuditCommand.heads(casework).forEach(head -> line("casework head " + head));
                    }
                }
                case JSONL ->
                        session.out()
                                .println(
                                        JsonLine.versioned()
                                                .put("casework_clean", problems.isEmpty())
                                                .put("casework_events", casework.events())
                                                .putStrings(
                                                        "casework_heads",
                                                        AuditCommand.heads(casework))
                                                .putStrings("casework_problems", problems));
            }
            return problems.isEmpty();
        }
    }

    private void print(VerifyReport report) {
        report.problems().forEach(problem -> line(problem.toString()));
        if (report.problemCount() > report.problems().size()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "… and %d more",
                            report.problemCount() - report.problems().size()));
        }
        report.notes().forEach(note -> line("note: " + note));
        line(
                String.format(
                        Locale.ROOT,
                        "%s: %s, %s in %s; %s",
                        report.isClean() ? "ok" : "DAMAGED",
                        LeadText.counted(report.captures(), "capture"),
                        LeadText.counted(report.bytes(), "byte"),
                        LeadText.counted(report.segments(), "file"),
                        report.isClean()
                                ? "no problem"
                                : LeadText.counted(report.problemCount(), "problem")));
        if (report.erased() > 0) {
            line(
                    report.erased()
                            + (report.erased() == 1 ? " capture was" : " captures were")
                            + " erased; the ledger says by whom, when and why: 'lurewatch erase --list'");
        }
        report.ledgerHead().ifPresent(head -> line("ledger head " + head));
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }

    private void printJson(VerifyReport report) {
        for (VerifyReport.Problem problem : report.problems()) {
            session.out()
                    .println(
                            JsonLine.versioned()
                                    .put("problem", problem.what())
                                    .put("file", problem.file())
                                    .put("offset", problem.offset())
                                    .put("capture", problem.capture().map(Object::toString))
                                    .put("advice", problem.advice()));
        }
        session.out()
                .println(
                        JsonLine.versioned()
                                .put("clean", report.isClean())
                                .put("captures", report.captures())
                                .put("bytes", report.bytes())
                                .put("segments", report.segments())
                                .put("erased", report.erased())
                                .put("problems", report.problemCount())
                                .put("ledger_head", report.ledgerHead().map(Digest::toString))
                                .putStrings("notes", report.notes()));
    }
}
