package lurewatch.searchcli.command;

import java.util.List;
import java.util.stream.Collectors;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;

/// The case that somebody named by its id or how it starts.
final class CaseChoice {
    private static final int SHOWN = 5;

    private CaseChoice() {}

    static CaseFolder one(Cases cases, String written) {
        List<CaseFolder> meant =
                written.isBlank() ? List.of() : cases.startingWith(written.strip());
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (meant.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOTHING_FOUND,
                    "there is no case '" + written + "'; 'lurewatch case list' prints cases");
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "'"
                        + written
                        + "' begins several ids: "
                        + meant.stream()
                                .limit(SHOWN)
                                .map(CaseFolder::id)
                                .collect(Collectors.joining(" ")));
    }
}
