package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Label;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.casework.Witness;
import lurewatch.searchcli.casework.Witnesses;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Selection;

/// Records what a command did, by whom and when.
final class Accounting {
    private final Session session;
    private final Path data;

    Accounting(Session session, Path data) {
        this.session = session;
        this.data = data;
    }

    void record(EventKind kind, Collection<String> about, Map<String, String> details)
            throws IOException {
        try (EventLog log =
                EventLog.openToWrite(data, AnalystOption.usual(session), session.clock())) {
            new Account(log, data).record(kind, about, details);
        }
    }

    /// What analysts labelled postings as, for a list that is handed on.
    static Selection.Said said(Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            Map<String, List<StandingLabel>> all = new Labels(log).all();
            return new Selection.Said(
                    ids(all, Labels::isProtected),
                    ids(all, standing -> isCalled(Label.VICTIM, standing)),
                    ids(all, standing -> isCalled(Label.LURE, standing)));
        }
    }

    private static boolean isCalled(Label label, List<StandingLabel> standing) {
        return standing.stream().anyMatch(one -> one.label().filter(label::equals).isPresent());
    }

    private static Set<String> ids(
            Map<String, List<StandingLabel>> all, Predicate<List<StandingLabel>> which) {
        return all.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// What other desks' captures say of postings, as it was known at a time.
    static Map<String, List<Item.Witness>> witnesses(Path data, Instant asOf) {
        try (EventLog log = EventLog.openToRead(data)) {
            Map<String, List<Item.Witness>> all = new HashMap<>();
            new Witnesses(log)
                    .all()
                    .forEach((posting, heard) ->
                            all.put(
                                    posting,
                                    heard.stream()
                                            .filter(one -> !one.heard().isAfter(asOf))
                                            .map(Accounting::item)
                                            .toList()));
            return all;
        }
    }

    private static Item.Witness item(Witness heard) {
        return new Item.Witness(
                heard.sender(),
                heard.key(),
                heard.pack(),
                heard.capture(),
                heard.time(),
                heard.ours(),
                heard.bytes().toString(),
                heard.text().toString(),
                heard.contacts());
    }

    /// The postings that were called back.
    static Set<String> retracted(Path data) throws IOException {
        try (EventLog log = EventLog.openToRead(data)) {
            return new Account(log, data).retracted();
        }
    }

    /// The ids of objects that were revoked for good where packs had them.
    static Set<String> revoked(Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            return new Account(log, data).revoked();
        }
    }
}
