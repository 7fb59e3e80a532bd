package lurewatch.searchcli.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.search.PassingPostings;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.store.FactsReader;

/// Matches what watches ask for with their queries: each version is read and analysed once, however
/// many watches ask for it.
final class Matching {
    /// Analysed at once: some megabytes.
    private static final int TOGETHER = 250;

    private final FactsReader facts;
    private final PostingSearch search;

    Matching(FactsReader facts, PostingSearch search) {
        this.facts = facts;
        this.search = search;
    }

    /// What each query finds of what its watch asks for. A watch whose query fails is told so, and
    /// has nothing matching.
    Map<Running, Set<Shown>> matching(Map<Running, Set<Shown>> asked) {
        Map<Running, Set<Shown>> matching = new HashMap<>();
        List<Shown> all = asked.values().stream().flatMap(Collection::stream).distinct().toList();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            match(all.subList(from, Math.min(from + TOGETHER, all.size())), asked, matching);
        }
        return matching;
    }

    private void match(
            List<Shown> some, Map<Running, Set<Shown>> asked, Map<Running, Set<Shown>> matching) {
        List<Shown> known = new ArrayList<>();
        List<IndexEntry> entries = new ArrayList<>();
        for (Shown shown : some) {
            facts.timed(shown.posting(), shown.version())
                    .ifPresent(timed -> {
                        known.add(shown);
                        entries.add(
                                new IndexEntry(
                                        timed.posting(),
                                        timed.times(),
                                        timed.standing(),
                                        Sketches.of(timed.posting())));
                    });
        }
        try (PassingPostings passing = PassingPostings.of(entries, search)) {
            asked.forEach((running, wanted) -> {
                if (running.failure().isEmpty()) {
                    match(
                            passing,
                            known,
                            running,
                            wanted,
                            matching.computeIfAbsent(running, _ -> new HashSet<>()));
                }
            });
        }
    }

    private static void match(
            PassingPostings passing,
            List<Shown> known,
            Running running,
            Set<Shown> wanted,
            Set<Shown> matching) {
        try {
            passing.matching(running.query()).stream()
                    .mapToObj(known::get)
                    .filter(wanted::contains)
                    .forEach(matching::add);
        } catch (QueryException e) {
            running.fail(String.valueOf(e.getMessage()));
        }
    }
}
