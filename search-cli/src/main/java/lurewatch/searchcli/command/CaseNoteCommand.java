package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.Event;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case note`: writes into a case.
@Command(
        name = "note",
        header = "Write a note into a case; notes stay as they are written.",
        footer = {
            "",
            "Examples:",
            "  lurewatch case note c3f 'the number is on two more boards' --on p984 --on p8f3",
            "  lurewatch case note c3f - < interview.txt",
            "",
            "Exit: 0 noted, 1 no such case or posting, 2 usage, 3 casework or facts not usable",
        })
final class CaseNoteCommand implements Callable<ExitCode> {
    private final Session session;

    private static final int LONGEST = 100_000;

    @Mixin private OneCase chosen = new OneCase();

    @Parameters(
            index = "1",
            paramLabel = "TEXT",
            description = "The note, or - for standard input.")
    private String text = "";

    @Option(
            names = "--on",
            paramLabel = "POSTING",
            description = "A posting that it is about; may be repeated.")
    private @Nullable List<String> on;

    @Mixin private Casework casework = new Casework();

    CaseNoteCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        String said = Written.checked(text.equals("-") ? typed() : text, LONGEST, "a note");
        List<String> ids =
                on == null ? List.of() : PostingIds.known(on, session, casework.data(session));
        return casework.changed(
                session,
                log -> {
                    Cases cases = new Cases(log);
                    Event note = cases.note(chosen.in(cases).id(), ids, said);
                    session.tell("noted as " + note.name());
                    return ExitCode.FOUND;
                });
    }

    private String typed() throws IOException {
        return new String(session.in().readNBytes(4 * LONGEST), StandardCharsets.UTF_8);
    }
}
