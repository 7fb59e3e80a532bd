package lurewatch.searchcli.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.Happening;

/// Takes watches from where each has looked to the end of what is known, in steps. The work is that
/// of what captures told since then.
final class Round {
    /// Captures. What one of them tells is told whole, so this also bounds by how much a step can
    /// go over a limit.
    private static final int STEP = 50;

    private final FactsReader facts;
    private final PostingSearch search;
    private final Matching matching;
    private final Predicate<String> fired;
    private final int mostEvents;

    /// @param fired whether an event was told before
    /// @param mostEvents of one watch; one that has more stops after the step that made it so many
    Round(FactsReader facts, PostingSearch search, Predicate<String> fired, int mostEvents) {
        this.facts = facts;
        this.search = search;
        this.matching = new Matching(facts, search);
        this.fired = fired;
        this.mostEvents = mostEvents;
    }

    /// Takes what a step brought. When it returns, that is safe.
    interface Steps {
        void step(Map<Running, List<Fired>> fired);
    }

    /// The last capture that facts and index both know; what is newer waits.
    long end() {
        return Math.min(facts.lastSequence(), search.sequence());
    }

    void run(List<Running> watches, Steps steps) {
        long end = end();
        List<Running> active = new ArrayList<>(watches);
        active.removeIf(running -> running.position() >= end);
        while (!active.isEmpty()) {
            long from = active.stream().mapToLong(Running::position).min().orElse(end);
            long until = Math.min(from + STEP, end);
            steps.step(step(active, facts.happenings(from, until), until));
            active.removeIf(running ->
                    running.position() >= end
                            || running.failure().isPresent()
                            || running.events() >= mostEvents);
        }
    }

    private Map<Running, List<Fired>> step(
            List<Running> active, List<Happening> happenings, long until) {
        Map<Running, List<Happening>> own = new LinkedHashMap<>();
        Map<Running, Judge> judges = new LinkedHashMap<>();
        Map<Running, Set<Shown>> asked = new LinkedHashMap<>();
        for (Running running : active) {
            List<Happening> after = after(happenings, running.position());
            Judge judge =
                    new Judge(
                            running.watch(),
                            new FactsPast(facts, search, running.query(), fired),
                            running.tally());
            own.put(running, after);
            judges.put(running, judge);
            asked.put(running, judge.asked(after));
        }
        Map<Running, Set<Shown>> matches = matching.matching(asked);
        Map<Running, List<Fired>> all = new LinkedHashMap<>();
        for (Running running : active) {
            if (running.failure().isEmpty()) {
                List<Fired> events =
                        judges.get(running).fired(own.get(running), matches.get(running));
                running.reach(until, events.size());
                all.put(running, events);
            }
        }
        return all;
    }

    private static List<Happening> after(List<Happening> happenings, long position) {
        return happenings.stream()
                .filter(happening -> happening.capture().sequence() > position)
                .toList();
    }
}
