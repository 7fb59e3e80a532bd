package lurewatch.searchcli.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.watch.Notice;
import lurewatch.searchcli.watch.Watch;
import lurewatch.searchcli.watch.WatchLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `watch list`: the watches, or what some of them fired.
@Command(
        name = "list",
        header = "Show watches, or what they fired.",
        description = {
            "",
            "Without a NAME, each watch with how much it fired, and how much of that nobody has"
                    + " acknowledged ('watch ack'). With one, what it fired and nobody has acknowledged.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch watch list",
            "  lurewatch watch list lucky88 --format jsonl | jq -r .posting",
            "",
            "Exit: 0 shown, 1 there is nothing to show",
        })
final class WatchListCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private NamedWatches named = new NamedWatches();
    @Mixin private NoticeForm form = new NoticeForm();

    WatchListCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (EventLog log = EventLog.openToRead(named.data(session))) {
            WatchLog watches = new WatchLog(log);
            return named.isEmpty() ? listed(watches) : fired(watches);
        }
    }

    private ExitCode listed(WatchLog watches) {
        List<WatchLog.Account> accounts = watches.accounts();
        if (accounts.isEmpty()) {
            session.tell("there is no watch; 'lurewatch watch add' makes one");
            return ExitCode.NOTHING_FOUND;
        }
        for (WatchLog.Account account : accounts) {
            session.out()
                    .println(
                            switch (form.chosen()) {
                                case TABLE, PLAIN -> line(account);
                                case JSONL -> json(account);
                            });
        }
        return ExitCode.FOUND;
    }

    private static String line(WatchLog.Account account) {
        Watch watch = account.watch();
        StringBuilder line = new StringBuilder();
        line.append(
                String.format(
                        Locale.ROOT,
                        "%-16s %-13s fired %d, unseen %d",
                        watch.name(),
                        watch.trigger().written(),
                        account.fired(),
                        account.unseen()));
        account.last().ifPresent(at -> line.append(", last ").append(at.toString(), 0, 10));
        line.append("  ").append(watch.query());
        if (!watch.command().isEmpty()) {
            line.append("  [runs ").append(String.join(" ", watch.command())).append(']');
        }
        if (!watch.command().isEmpty() && !account.isFromHere()) {
            line.append("  [made elsewhere: its command is not run here]");
        }
        account.failure()
                .ifPresent(why ->
                        line.append(
                                String.format(
                                        Locale.ROOT,
                                        "  [%d not told: the command %s]",
                                        account.untold(),
                                        why)));
        return TerminalText.line(line.toString());
    }

    private static String json(WatchLog.Account account) {
        Watch watch = account.watch();
        return JsonLine.versioned()
                .put("watch", watch.name())
                .put("watch_id", watch.id())
                .put("on", watch.trigger().written())
                .put("query", watch.query())
                .putStrings("command", watch.command())
                .put("runs_command", account.isFromHere() && !watch.command().isEmpty())
                .put("made", watch.made().toString())
                .put("since", watch.since())
                .put("fired", account.fired())
                .put("unseen", account.unseen())
                .put("untold", account.untold())
                .put("last", account.last().map(Object::toString))
                .put("failure", account.failure())
                .toString();
    }

    private ExitCode fired(WatchLog watches) {
        int shown = 0;
        for (Watch watch : named.in(watches)) {
            for (Notice notice : watches.unseen(watch)) {
                session.out().println(form.of(notice, session));
                shown++;
            }
        }
        if (shown == 0) {
            session.tell("nothing that is not acknowledged");
            return ExitCode.NOTHING_FOUND;
        }
        return ExitCode.FOUND;
    }
}
