package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `case next`: what an analyst has not read of a case.
@Command(
        name = "next",
        header = "Print the id of the first posting of a case that you have not read.",
        description = {
            "",
            "With --read it is marked as read first, by you and for you alone: run it again for the"
                    + " one after. With --list as well all that it prints are marked at once.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch case next c3f                                  what is waiting",
            "  lurewatch case next c3f --read | xargs lurewatch show    work through it",
            "",
            "Exit: 0 printed, 1 no such case, or all is read, 2 usage, 3 casework.db not usable",
        })
final class CaseNextCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private OneCase chosen = new OneCase();

    @Option(names = "--read", description = "Mark it as read; with --list, all.")
    private boolean mark;

    @Option(names = "--list", description = "Print all that are unread.")
    private boolean list;

    @Mixin private Casework casework = new Casework();

    CaseNextCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        if (mark) {
            return casework.changed(session, this::marked);
        }
        try (EventLog log = casework.toRead(session)) {
            return waiting(chosen.in(new Cases(log)).unread(casework.analyst(session)));
        }
    }

    private ExitCode marked(EventLog log) {
        Cases cases = new Cases(log);
        CaseFolder folder = chosen.in(cases);
        List<String> unread = folder.unread(casework.analyst(session));
        List<String> shown = shown(unread);
        if (!shown.isEmpty()) {
            cases.read(folder.id(), shown);
        }
        return waiting(unread);
    }

    private List<String> shown(List<String> unread) {
        return list ? unread : unread.stream().limit(1).toList();
    }

    private ExitCode waiting(List<String> unread) {
        shown(unread).stream().map(TerminalText::line).forEach(session.out()::println);
        if (!unread.isEmpty()) {
            session.tell(
                    list
                            ? unread.size() + " unread"
                            : unread.size() - 1 + " more unread after this");
        }
        return Ending.of(session, unread, "you have read all of it");
    }
}
