package lurewatch.searchcli.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lurewatch.indexer.Digest;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.Writing;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.render.LeadText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case export`: casework as a file for a colleague.
@Command(
        name = "export",
        header = "Write casework to a file for a colleague's 'case import'.",
        description = {
            "",
            "Writes every event, with the account of searches and exports. With --case it writes what was done"
                    + " in these cases and with their postings (labels, notes); of everything else only"
                    + " digests, by which the receiver checks that nothing was changed or left out.",
            "",
            "For an agency use 'lurewatch export --case ID --for PROFILE' instead.",
            "",
        },
        footer = {
            "",
            "Exit: 0 written, 1 no such case, or nothing to write, 2 usage, or FILE exists, 3 casework.db not",
            "      usable, or the place cannot be written",
        })
final class CaseExportCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    private String file = "";

    @Option(names = "--case", paramLabel = "ID", description = "Only this case; may be repeated.")
    private List<String> cases = List.of();

    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();

    CaseExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        Path target = OutputPlace.named(file, "FILE").toAbsolutePath();
        Path name = target.getFileName();
        if (Files.exists(target) || name == null) {
            throw new CommandFailure(ExitCode.USAGE, target + " exists; name a new file");
        }
        Path data = folders.dataToRead(session);
        try (EventLog log = EventLog.openToWrite(data, analyst.name(session), session.clock())) {
            Optional<Set<String>> about = cases.isEmpty() ? Optional.empty() : about(log);
            Path draft = Files.createTempFile(OutputPlace.parentOf(target), "." + name, ".part");
            try {
                long whole =
                        Writing.to(
                                target,
                                () -> {
                                    try (BufferedWriter out = Files.newBufferedWriter(draft)) {
                                        return log.export(out, about);
                                    }
                                });
                Map<String, String> details = new LinkedHashMap<>();
                details.put("for", "a colleague");
                details.put("format", "casework");
                details.put("cases", String.join(" ", cases));
                details.put("sha256", Digest.of(Files.readAllBytes(draft)).hex());
                new Account(log, data).record(Account.WROTE, List.of(name.toString()), details);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                session.tell(LeadText.counted(whole, "event") + " written to " + file);
                return whole == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    private Optional<Set<String>> about(EventLog log) {
        Set<String> about = new TreeSet<>();
        for (String id : cases) {
            CaseFolder folder = CaseChoice.one(new Cases(log), id);
            about.add(folder.id());
            about.addAll(folder.postings().keySet());
        }
        return Optional.of(about);
    }
}
