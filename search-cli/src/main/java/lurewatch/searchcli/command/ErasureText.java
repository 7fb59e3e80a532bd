package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lurewatch.indexer.Capture;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.erasure.ErasureChoice;
import lurewatch.indexer.erasure.ErasurePlan;
import lurewatch.indexer.erasure.Remains;
import lurewatch.indexer.erasure.Trace;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventLog;

/// Says, before it is done, exactly what an erasure takes and what it cannot reach.
final class ErasureText {
    private final Session session;
    private final Path data;
    private final EventLog log;

    ErasureText(Session session, Path data, EventLog log) {
        this.session = session;
        this.data = data;
        this.log = log;
    }

    void print(ErasureChoice.Chosen chosen, ErasurePlan plan) throws IOException {
        for (Capture capture : chosen.captures()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "%s  %s  %s%s",
                            capture.id(),
                            capture.fetchedAt(),
                            capture.url(),
                            capture.revisitOf().map(id -> "  repeats " + id).orElse("")));
        }
        line(count(chosen.captures().size(), "capture") + " of " + data.resolve("archive"));
        postings("goes", chosen.asked());
        postings("goes too, as nothing else shows it", chosen.vanishing());
        if (!chosen.poorer().isEmpty()) {
            line(
                    "stays, and loses some of its captures: "
                            + chosen.poorer().stream()
                                    .map(PostingId::value)
                                    .collect(Collectors.joining(" ")));
        }
        plan.barred().forEach(url -> line("not fetched again: " + url));
        if (chosen.held() > 0) {
            line(
                    count(chosen.held(), "capture")
                            + " as old stay: a case holds what they show, or a later one repeats"
                            + " them");
        }
        casework(chosen, plan);
        elsewhere(plan);
    }

    private void postings(String what, List<StoredPosting> postings) throws IOException {
        for (StoredPosting posting : postings) {
            line(
                    String.format(
                            Locale.ROOT,
                            "posting %s %s: %s  %s",
                            posting.id(),
                            what,
                            posting.current().posting().title(),
                            posting.current().posting().url()));
        }
    }

    private void casework(ErasureChoice.Chosen chosen, ErasurePlan plan) throws IOException {
        log.holding(Remains.holding(plan.own()))
                .forEach((kind, events) ->
                        line(count(events, "event") + " of " + kind + " in casework.db"));
        List<StoredPosting> gone = new ArrayList<>(chosen.asked());
        gone.addAll(chosen.vanishing());
        Map<String, Event> packs = new LinkedHashMap<>();
        Account account = new Account(log, data);
        for (StoredPosting posting : gone) {
            for (CaseFolder folder : new Cases(log).with(posting.id().value())) {
                line("posting " + posting.id() + " is in case " + folder.id());
            }
            for (Event pack : account.packsRead(posting.id().value())) {
                packs.put(posting.id() + " " + pack.about().getFirst(), pack);
            }
        }
        packs.forEach((which, pack) ->
                line(
                        String.format(
                                Locale.ROOT,
                                "posting %s went to %s on %s and is not reached there: 'retract'"
                                        + " calls it back",
                                which.replace(" ", " in pack "),
                                new HandedOn(pack).recipient(),
                                pack.time())));
    }

    private void elsewhere(ErasurePlan plan) {
        long contacts =
                plan.elsewhere().stream()
                        .filter(trace -> trace.kind() == Trace.Kind.CONTACT)
                        .count();
        if (!plan.elsewhere().isEmpty()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "%s of %s (%s) stand in captures that stay, too; the end says in which",
                            count(plan.elsewhere().size(), "trace"),
                            count(plan.traces().size(), "trace"),
                            count(contacts, "contact")));
        }
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }
}
