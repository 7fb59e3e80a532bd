package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Label;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.casework.StandingLabel;

/// The query language with what a data directory knows beside its index: campaigns, and what
/// analysts said (`label:benign`, `case:c3f9a2`). Each is opened only where a query asks for it.
final class CaseFields {
    private static final String ANY = "*";

    private CaseFields() {}

    static QueryLanguage language(InstantSource clock, Path data) {
        return new QueryLanguage(
                        new PastedContacts(), clock, id -> CampaignsOfData.membersIn(data, id))
                .with(
                        "label",
                        "what analysts called it: " + Label.allowed() + "; * for any",
                        value -> labelled(value, data))
                .with("case", "in the case whose id starts so; * for any", v -> inCase(v, data))
                .with("tag", "in a case with that tag; * for any", v -> inTagged(v, data));
    }

    private static Set<String> labelled(String value, Path data) {
        if (!value.equals(ANY) && Label.labelled(value).isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no label; it is one of " + Label.allowed());
        }
        try (EventLog log = EventLog.openToRead(data)) {
            return new Labels(log)
                    .all().entrySet().stream()
                            .filter(entry ->
                                    value.equals(ANY)
                                            || entry.getValue().stream()
                                                    .map(StandingLabel::name)
                                                    .anyMatch(value::equalsIgnoreCase))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
        }
    }

    private static Set<String> inCase(String value, Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            Cases cases = new Cases(log);
            List<CaseFolder> meant = value.equals(ANY) ? cases.all() : cases.startingWith(value);
            if (meant.isEmpty() && !value.equals(ANY)) {
                throw new IllegalArgumentException(
                        "there is no case '" + value + "'; 'lurewatch case list' prints cases");
            }
            return postingsOf(meant);
        }
    }

    private static Set<String> inTagged(String value, Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            List<CaseFolder> tagged =
                    new Cases(log)
                            .all().stream().filter(folder -> !folder.tags().isEmpty()).toList();
            if (value.equals(ANY)) {
                return postingsOf(tagged);
            }
            List<CaseFolder> meant =
                    tagged.stream()
                            .filter(folder ->
                                    folder.tags().stream().anyMatch(value::equalsIgnoreCase))
                            .toList();
            if (meant.isEmpty()) {
                throw new IllegalArgumentException(
                        "no case has the tag '" + value + "'; 'lurewatch case list' prints tags");
            }
            return postingsOf(meant);
        }
    }

    private static Set<String> postingsOf(List<CaseFolder> cases) {
        return cases.stream()
                .flatMap(folder -> folder.postings().keySet().stream())
                .collect(Collectors.toSet());
    }
}
