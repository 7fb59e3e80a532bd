package lurewatch.searchcli.command;

import lurewatch.indexer.console.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `watch`: questions that stand. The commands below it do the work.
@Command(
        name = "watch",
        header = "Be told when something happens to what a query finds.",
        description = {
            "",
            "A watch is a query and what has to happen: a posting comes, goes, comes back after a silence"
                    + " that visits prove, or so many come. 'watch run' looks at what was captured since it"
                    + " last looked, in cron, in a loop or by hand, and tells each event once.",
            "",
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  lurewatch watch add lucky88 --on reappear:14d '@hr_lucky88 OR tel:+855961234567'",
            "  lurewatch watch add hotline --on new '+855 96 123 4567' --command '/usr/local/bin/tell-desk'",
            "  lurewatch watch test lucky88",
            "  lurewatch watch run --format jsonl || test $? -eq 1      in cron",
            "",
            "Exit: of 'run' 0 something fired, 1 nothing did; the others as their --help says",
        })
final class WatchCommand {
    private WatchCommand() {}

    /// With the commands below it.
    static CommandLine with(Session session) {
        return new CommandLine(new WatchCommand())
                .addSubcommand(new WatchAddCommand(session))
                .addSubcommand(new WatchListCommand(session))
                .addSubcommand(new WatchTestCommand(session))
                .addSubcommand(new WatchRunCommand(session))
                .addSubcommand(new WatchAckCommand(session))
                .addSubcommand(new WatchRmCommand(session));
    }
}
