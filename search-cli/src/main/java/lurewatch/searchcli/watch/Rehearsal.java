package lurewatch.searchcli.watch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.store.FactsReader;

/// What a watch would have fired if it had been made earlier. Keeps nothing.
public final class Rehearsal {
    private Rehearsal() {}

    /// What would have fired since then.
    ///
    /// @param since as if the watch had been made then
    public static List<Notice> of(
            Watch watch, Instant since, Path data, QueryLanguage language, int mostEvents)
            throws QueryException {
        List<Notice> notices = new ArrayList<>();
        Set<String> fired = new HashSet<>();
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"));
                PostingSearch search = PostingSearch.open(data.resolve("index"))) {
            long from = facts.lastSequenceBefore(since);
            Running running =
                    new Running(
                            watch.madeAt(from), language.parse(watch.query()), new Tally(), from);
            new Round(facts, search, fired::contains, mostEvents)
                    .run(
                            List.of(running),
                            step ->
                                    step.values().stream()
                                            .flatMap(List::stream)
                                            .filter(event -> fired.add(event.id()))
                                            .map(event -> WatchRun.notice(running, event, facts))
                                            .forEach(notices::add));
            if (running.failure().isPresent()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        String.format(
                                Locale.ROOT, "%s: %s", watch.name(), running.failure().get()));
            }
        }
        return notices;
    }
}
