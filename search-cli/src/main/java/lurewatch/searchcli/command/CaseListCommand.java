package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `case list`: the cases that there are.
@Command(
        name = "list",
        header = "List the cases that are open, or all.",
        footer = {
            "",
            "Exit: 0 listed, 1 there is none, 2 usage, 3 casework.db not usable",
        })
final class CaseListCommand implements Callable<ExitCode> {
    private final Session session;

    @Option(names = "--all", description = "Closed ones too.")
    private boolean all;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only with this tag.")
    private @Nullable String tag;

    @Mixin private ListFormat format = new ListFormat();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private Casework casework = new Casework();

    CaseListCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (EventLog log = casework.toRead(session)) {
            List<CaseFolder> cases =
                    new Cases(log)
                            .all().stream()
                                    .filter(folder -> all || !folder.isClosed())
                                    .filter(folder -> tag == null || folder.tags().contains(tag))
                                    .toList();
            String name = casework.analyst(session);
            CaseText text =
                    new CaseText(
                            display.style(session),
                            display.links(),
                            DisplayOptions.columns(session));
            ListFormat.Printer printer = format.printer(session, CaseJson.OF_CASES);
            for (CaseFolder folder : cases) {
                printer.print(() -> text.line(folder, name), () -> CaseJson.of(folder, name));
            }
            printer.end();
            return Ending.of(session, cases, none());
        }
    }

    private String none() {
        String what = tag == null ? "" : " has the tag '" + TerminalText.line(tag) + "'";
        return all
                ? "no case" + what + "; 'lurewatch case new TITLE' opens one"
                : "no open case"
                        + what
                        + "; --all looks among closed ones, 'lurewatch case new TITLE' opens one";
    }
}
