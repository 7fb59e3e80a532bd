package lurewatch.searchcli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.ForeignLogException;
import lurewatch.searchcli.casework.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case import`: takes in what a colleague did.
@Command(
        name = "import",
        header = "Take in what a colleague wrote with 'case export'.",
        description = {
            "",
            "What is here stays as it is, and what the file has more is added under the colleague's"
                    + " name and time: both histories are kept. Taking the same file in again adds"
                    + " nothing. A file that is not as it was written is refused as a whole.",
            "",
        },
        footer = {
            "",
            "Exit: 0 taken in, 1 nothing in it is new, 2 usage, 3 casework.db or FILE not usable, 4"
                    + " FILE is not",
            "      as it was written",
        })
final class CaseImportCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "What 'case export' wrote.")
    private String file = "";

    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();

    CaseImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        Path from = Folders.typed(file, "FILE");
        try (BufferedReader in = Files.newBufferedReader(from);
                EventLog log =
                        EventLog.openToWrite(
                                folders.dataToWrite(session),
                                analyst.name(session),
                                session.clock())) {
            Merge merge = log.merge(in);
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "%d of %d events are new%s",
                            merge.added() + merge.filled(),
                            merge.events(),
                            merge.isNews() ? "" : "; nothing was changed"));
            return merge.isNews() ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
        } catch (ForeignLogException | CharacterCodingException e) {
            throw new CommandFailure(
                    ExitCode.INTEGRITY,
                    file
                            + ": "
                            + (e instanceof ForeignLogException ? e.getMessage() : "is not UTF-8")
                            + "; nothing of it was taken in",
                    e);
        }
    }
}
