package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `case`: folders for postings that belong together in somebody's work.
@Command(
        name = "case",
        header = "Keep cases: postings, notes and tags that belong together.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "A case holds postings and what analysts wrote about them. Nothing in it is ever overwritten or"
                    + " deleted: what is taken out, untagged or closed stays in its history, with who"
                    + " did it and when. Any number of analysts may work in it at once.",
            "",
            "An ID of a case or a posting may be cut short where it stays the only one that begins so.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch case new 'TM desks in Sihanoukville'          prints the id, such as c3f9a2",
            "  lurewatch search 'signal:tm_callcenter_role country:KH' --format ids | \\",
            "      lurewatch case add c3f -",
            "  lurewatch case next c3f                                 the first that you have not read",
            "  lurewatch case note c3f 'same desk as @sample_tm_kh01' --on p984",
            "  lurewatch export --case c3f --for korean-police --reason 'request 114' --out pack",
            "  lurewatch case export for-bert.jsonl --case c3f         and he: case import for-bert.jsonl",
            "",
            "Exit: 0 done, 1 nothing there or nothing changed, 2 usage, 3 casework.db not usable,",
            "      4 an imported file is not as it was written, 5 the case is closed",
        })
final class CaseCommand implements Callable<ExitCode> {
    /// Of titles and reasons.
    static final int LONGEST_TITLE = 300;

    @Spec private @Nullable CommandSpec spec;

    private CaseCommand() {}

    /// With the commands below it.
    static CommandLine with(Session session) {
        return new CommandLine(new CaseCommand())
                .addSubcommand(new CaseNewCommand(session))
                .addSubcommand(new CaseListCommand(session))
                .addSubcommand(new CaseShowCommand(session))
                .addSubcommand(new CaseAddCommand(session))
                .addSubcommand(new CaseRemoveCommand(session))
                .addSubcommand(new CaseNoteCommand(session))
                .addSubcommand(new CaseTagCommand(session))
                .addSubcommand(new CaseCloseCommand(session))
                .addSubcommand(new CaseReopenCommand(session))
                .addSubcommand(new CaseNextCommand(session))
                .addSubcommand(new CaseLogCommand(session))
                .addSubcommand(new CaseExportCommand(session))
                .addSubcommand(new CaseImportCommand(session));
    }

    @Override
    public ExitCode call() {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        throw new ParameterException(
                spec.commandLine(), "case: which command? new, list, show, add, note, next, …");
    }
}
