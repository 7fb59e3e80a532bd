package lurewatch.searchcli.command;

import lurewatch.indexer.console.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `campaign`: which postings belong together. The commands below it do the work.
@Command(
        name = "campaign",
        header = "Show which postings belong together, and say where that is wrong.",
        description = {
            "",
            "Postings belong together that have the same text with other names, numbers and contacts, that"
                    + " have much of their text in common, or that share a contact which is no hub: one"
                    + " that so many different texts use that it is a board's hotline or a firm's line.",
            "",
            "What analysts say stands in casework.db; the facts are not changed by it.",
            "",
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  lurewatch campaign list",
            "  lurewatch campaign list 'country:KH lang:ko first:30d'",
            "  lurewatch campaign show c0123456789abcdef",
            "  lurewatch search campaign:c0123456789abcdef",
            "  lurewatch search 'near:c0123456789abcdef -campaign:c0123456789abcdef'",
            "  lurewatch campaign label c0123456789abcdef lure --sure 80 --reason 'same account'",
            "  lurewatch campaign split c0123456789abcdef p0123456789abcdef --reason 'other firm'",
            "",
            "Exit: 0 found or done, 1 nothing found, 2 usage or query error, 3 no usable facts, 5 a",
            "      reason is missing that this desk asks for, 6 time ran out",
        })
final class CampaignCommand {
    private CampaignCommand() {}

    /// With the commands below it.
    static CommandLine with(Session session) {
        return new CommandLine(new CampaignCommand())
                .addSubcommand(new CampaignListCommand(session))
                .addSubcommand(new CampaignShowCommand(session))
                .addSubcommand(new CampaignLabelCommand(session))
                .addSubcommand(new CampaignSplitCommand(session))
                .addSubcommand(new CampaignMergeCommand(session));
    }
}
