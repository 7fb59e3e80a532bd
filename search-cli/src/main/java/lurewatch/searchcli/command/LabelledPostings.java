package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.CampaignFacts;
import lurewatch.indexer.store.CurrentPosting;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Label;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.evaluate.Case;

/// What analysts labelled, as cases whose answer is known: the label that was set last counts,
/// where several stand.
///
/// @param all by posting
/// @param disputed how many of them have labels that differ
/// @param unsure looked at and not decided, or with a label that this version does not know
/// @param missing labelled and not in these facts
/// @param changed of those in `all`, how many got another content after they were labelled
record LabelledPostings(List<Labelled> all, int disputed, int unsure, int missing, int changed) {
    /// One.
    ///
    /// @param wording equal for copies of one text
    /// @param campaign equal for postings that hang together; copies do
    record Labelled(Case known, CurrentPosting posting, String wording, String campaign) {}

    LabelledPostings {
        all = List.copyOf(all);
    }

    static LabelledPostings in(Path data) {
        Map<String, List<StandingLabel>> labels;
        try (EventLog log = EventLog.openToRead(data)) {
            labels = new Labels(log).all();
        }
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            return of(labels, facts);
        }
    }

    private static LabelledPostings of(Map<String, List<StandingLabel>> labels, FactsReader facts) {
        CampaignFacts campaigns = facts.campaigns();
        List<Labelled> all = new ArrayList<>();
        int disputed = 0;
        int unsure = 0;
        int missing = 0;
        int changed = 0;
        for (Map.Entry<String, List<StandingLabel>> entry : new TreeMap<>(labels).entrySet()) {
            StandingLabel last =
                    entry.getValue().stream()
                            .max(Comparator.comparing(StandingLabel::time))
                            .orElseThrow();
            Optional<lurewatch.searchcli.evaluate.Label> answer =
                    last.label().flatMap(l -> answer(l));
            PostingId id = new PostingId(entry.getKey());
            Optional<CurrentPosting> posting =
                    answer.isEmpty() ? Optional.empty() : facts.current(id);
            if (answer.isEmpty()) {
                unsure++;
            } else if (posting.isEmpty()) {
                missing++;
            } else {
                Optional<CampaignFacts.Member> member = campaigns.member(id);
                all.add(
                        new Labelled(
                                known(last, answer.get(), posting.get()),
                                posting.get(),
                                member.map(m -> "w" + m.wording()).orElse(id.value()),
                                member.map(m -> "c" + m.campaign()).orElse(id.value())));
                boolean differs =
                        entry.getValue().stream().map(StandingLabel::name).distinct().count() > 1;
                disputed += differs ? 1 : 0;
                boolean isChanged = posting.get().versions().getLast().since().isAfter(last.time());
                changed += isChanged ? 1 : 0;
            }
        }
        return new LabelledPostings(all, disputed, unsure, missing, changed);
    }

    private static Case known(
            StandingLabel label,
            lurewatch.searchcli.evaluate.Label answer,
            CurrentPosting posting) {
        return new Case(
                "labelled by " + label.analyst(),
                posting.id().value(),
                posting.current().assessment().language().orElse("und"),
                answer,
                posting.current().posting().text(),
                Optional.empty(),
                Optional.empty());
    }

    /// What evaluations call it; nothing for what was not decided.
    private static Optional<lurewatch.searchcli.evaluate.Label> answer(Label label) {
        return switch (label) {
            case LURE -> Optional.of(lurewatch.searchcli.evaluate.Label.LURE);
            case BENIGN -> Optional.of(lurewatch.searchcli.evaluate.Label.BENIGN);
            case VICTIM -> Optional.of(lurewatch.searchcli.evaluate.Label.VICTIM_REPORT);
            case WARNING -> Optional.of(lurewatch.searchcli.evaluate.Label.WARNING);
            case NEWS -> Optional.of(lurewatch.searchcli.evaluate.Label.NEWS);
            case DISCUSSION -> Optional.of(lurewatch.searchcli.evaluate.Label.DISCUSSION);
            case LAWFUL_PROCESS -> Optional.of(lurewatch.searchcli.evaluate.Label.LAWFUL_PROCESS);
            case FICTION -> Optional.of(lurewatch.searchcli.evaluate.Label.FICTION);
            case UNSURE -> Optional.empty();
        };
    }

    /// What it is made of, in a sentence.
    String summary() {
        return String.format(
                Locale.ROOT,
                "%d labelled postings (%s); %d disputed, the last label counts; %d unsure, %d not in"
                        + " these facts, %d changed after they were labelled",
                all.size(),
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        labelled -> labelled.known().label(),
                                        TreeMap::new,
                                        Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(kind ->
                                kind.getKey().name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + kind.getValue())
                        .collect(Collectors.joining(", ")),
                disputed,
                unsure,
                missing,
                changed);
    }

    /// The rules by which these postings were assessed.
    String rules() {
        return all.stream()
                .map(labelled -> labelled.posting().current().assessment().rulesVersion())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
