package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.CaseworkException;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.casework.StandingLabel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Records a search: who looked for what, when, how much was found, and why where that is asked.
final class SearchRecord {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why you search; recorded (or LUREWATCH_REASON). Some desks require it.")
    private @Nullable String reason;

    private @Nullable Meanwhile<CaseworkSettings> settings;

    /// Begins to read the settings, while the command understands what it is asked.
    void begin(Session session, Folders folders) {
        Path config = folders.namedConfig(session);
        settings = Meanwhile.read(() -> CaseworkSettings.read(config));
    }

    /// Refuses a search without a reason where the settings ask for one.
    Start start(Session session, Folders folders) {
        if (settings == null) {
            begin(session, folders);
        }
        return start(
                session,
                folders,
                Objects.requireNonNull(settings).get(),
                Optional.ofNullable(reason));
    }

    /// The same for a command whose `--reason` is for more than a search.
    static Start start(Session session, Folders folders, Optional<String> given) {
        return start(session, folders, CaseworkSettings.read(folders.namedConfig(session)), given);
    }

    private static Start start(
            Session session, Folders folders, CaseworkSettings settings, Optional<String> given) {
        Optional<String> reason = reason(session, given);
        if (settings.reasonForSearches() && reason.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "this desk asks why: say it with --reason TEXT or LUREWATCH_REASON; nothing was"
                            + " searched");
        }
        Path data = folders.dataToRead(session);
        return new Start(
                session,
                settings,
                data,
                reason,
                settings.recordSearches()
                        ? Optional.of(Meanwhile.read(() -> opened(session, data)))
                        : Optional.empty());
    }

    private static EventLog opened(Session session, Path data) {
        return EventLog.openToWrite(data, AnalystOption.usual(session), session.clock());
    }

    private static Optional<String> reason(Session session, Optional<String> given) {
        return given.or(() -> session.variable("LUREWATCH_REASON"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// A search that may be made. It is recorded before anything of what it found is printed, so
    /// that nobody sees a result without a record, whatever becomes of the process.
    ///
    /// @param log is opened while the search is under way
    record Start(
            Session session,
            CaseworkSettings settings,
            Path data,
            Optional<String> reason,
            Optional<Meanwhile<EventLog>> log)
            implements AutoCloseable {
        /// Records it; to be called before the first line is printed.
        ///
        /// @param shown how many of the found are going to be printed
        void made(String command, String query, long found, long shown) {
            if (log.isEmpty()) {
                return;
            }
            Map<String, String> details = new LinkedHashMap<>();
            details.put("command", command);
            details.put("query", query);
            details.put("found", Long.toString(found));
            details.put("shown", Long.toString(shown));
            reason.ifPresent(why -> details.put("reason", why));
            try {
                new Account(log.get().get(), data).record(Account.SEARCHED, List.of(), details);
            } catch (CaseworkException | IOException e) {
                if (settings.reasonForSearches()) {
                    throw new CommandFailure(
                            ExitCode.NOT_USABLE,
                            "cannot record this search, so nothing is shown: " + e.getMessage(),
                            e);
                }
                // Who may only read the data directory may search it all the same.
                session.tell(TerminalText.line("this search was not recorded: " + e.getMessage()));
            }
        }

        /// What analysts say of postings, from the log that is open for the record where one is.
        Map<String, List<StandingLabel>> labels() {
            if (log.isPresent()) {
                try {
                    return new Labels(log.get().get()).all();
                } catch (CaseworkException _) {
                    // One that may not be written may still be read.
                }
            }
            try (EventLog read = EventLog.openToRead(data)) {
                return new Labels(read).all();
            }
        }

        @Override
        public void close() {
            log.ifPresent(Start::close);
        }

        private static void close(Meanwhile<EventLog> log) {
            try {
                log.get().close();
            } catch (CaseworkException _) {
                // It did not open, which was said where it mattered.
            }
        }
    }
}
