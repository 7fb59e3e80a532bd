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

    /// What one watch has before it in a step.
    private record Share(Running running, TriggerRules judge, List<Happening> happenings) {}

    private Map<Running, List<Fired>> step(
            List<Running> active, List<Happening> happenings, long until) {
        List<Share> shares = active.stream().map(running -> share(running, happenings)).toList();
        Map<Running, Set<Shown>> asked = new LinkedHashMap<>();
        shares.forEach(
                share -> asked.put(share.running(), share.judge().asked(share.happenings())));
        Map<Running, Set<Shown>> matches = matching.matching(asked);
        Map<Running, List<Fired>> all = new LinkedHashMap<>();
        for (Share share : shares) {
            Running running = share.running();
            if (running.failure().isEmpty()) {
                Set<Shown> found = matches.getOrDefault(running, Set.of());
                List<Fired> events = share.judge().fired(share.happenings(), found);
                running.reach(until, events.size());
                all.put(running, events);
            }
        }
        return all;
    }

    private Share share(Running running, List<Happening> happenings) {
        Past past = new FactsPast(facts, search, running.query(), fired);
        return new Share(
                running,
                new TriggerRules(running.watch(), past, running.tally()),
                after(happenings, running.position()));
    }

    private static List<Happening> after(List<Happening> happenings, long position) {
        return happenings.stream()
                .filter(happening -> happening.capture().sequence() > position)
                .toList();
    }
}
