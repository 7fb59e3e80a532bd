package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.CaseworkException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Records a search: who looked for what, when, how much was found, and why where that is asked.
final class SearchRecord {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why you search; recorded (or LUREWATCH_REASON). Some desks require it.")
    private @Nullable String reason;

    /// Refuses a search without a reason where the settings ask for one.
    Start start(Session session, Folders folders) {
        CaseworkSettings settings = CaseworkSettings.read(folders.namedConfig(session));
        if (settings.reasonForSearches() && reason(session).isEmpty()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "this desk asks why: say it with --reason TEXT or LUREWATCH_REASON; nothing was"
                            + " searched");
        }
        return new Start(session, settings, folders.dataToRead(session), reason(session));
    }

    private Optional<String> reason(Session session) {
        return Optional.ofNullable(reason)
                .or(() -> session.variable("LUREWATCH_REASON"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// A search that may be made, and is recorded once it was.
    record Start(Session session, CaseworkSettings settings, Path data, Optional<String> reason) {
        /// Records it. What was printed is flushed first: whoever waits for the first line does not
        /// wait for the account, and the command ends only when that is written.
        ///
        /// @param shown how many of the found were printed
        void made(String command, String query, long found, long shown) {
            session.out().flush();
            if (!settings.recordSearches()) {
                return;
            }
            Map<String, String> details = new LinkedHashMap<>();
            details.put("command", command);
            details.put("query", query);
            details.put("found", Long.toString(found));
            details.put("shown", Long.toString(shown));
            reason.ifPresent(why -> details.put("reason", why));
            try {
                new Accounting(session, data).record(Account.SEARCHED, List.of(), details);
            } catch (CaseworkException | IOException e) {
                if (settings.reasonForSearches()) {
                    throw new CommandFailure(
                            ExitCode.NOT_USABLE, "cannot record this search: " + e.getMessage());
                }
                // Who may only read the data directory may search it all the same.
                session.tell(TerminalText.line("this search was not recorded: " + e.getMessage()));
            }
        }
    }
}
