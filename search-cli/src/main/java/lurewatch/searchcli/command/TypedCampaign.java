package lurewatch.searchcli.command;

import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.Campaigns;

/// The campaign that somebody typed, or what is wrong with what they typed.
final class TypedCampaign {
    /// Of ids that begin alike.
    private static final int MOST_NAMED = 5;

    private TypedCampaign() {}

    static Campaign of(String typed, Campaigns campaigns) {
        Set<Campaign> meant = campaigns.meant(typed);
        if (meant.size() > 1) {
            throw usage(
                    "'"
                            + typed
                            + "' begins several ids: "
                            + meant.stream()
                                    .map(campaign -> campaign.id().toString())
                                    .sorted()
                                    .limit(MOST_NAMED)
                                    .collect(Collectors.joining(" ")));
        }
        return meant.stream()
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.NOTHING_FOUND,
                                TerminalText.line(
                                        campaigns.isPosting(typed)
                                                ? typed
                                                        + " is in no campaign: nothing is a copy of"
                                                        + " it or shares a contact with it"
                                                : "there is no campaign '"
                                                        + typed
                                                        + "'; 'lurewatch campaign list' prints"
                                                        + " ids")));
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, TerminalText.line(message));
    }
}
