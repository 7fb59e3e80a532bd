package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.Signal;

/// Gathers evidence per signal; the strongest weight counts, the best few quotes are kept.
final class Findings {
    private static final int MAX_EVIDENCE = 6;
    private static final int MAX_COUNTED = 12;

    private record Finding(double weight, Evidence evidence, Optional<Supplier<String>> reason) {}

    private static final Comparator<Finding> STRONGEST_FIRST =
            Comparator.comparingDouble((Finding f) -> -Math.abs(f.weight()))
                    .thenComparingInt(f -> -f.evidence().quote().length())
                    .thenComparingInt(f -> f.evidence().start());

    private final Map<String, List<Finding>> bySignal = new LinkedHashMap<>();

    /// Made when asked for, and once more after more was found of them: some are asked for while
    /// others are still looked for.
    private final Map<String, Signal> made = new HashMap<>();

    void add(String signal, double weight, Evidence evidence) {
        add(signal, new Finding(weight, evidence, Optional.empty()));
    }

    /// @param reason what the quote alone does not tell
    void add(String signal, double weight, Evidence evidence, String reason) {
        add(signal, weight, evidence, () -> reason);
    }

    /// @param reason says what the quote alone does not tell, when it is the one that is kept
    void add(String signal, double weight, Evidence evidence, Supplier<String> reason) {
        add(signal, new Finding(weight, evidence, Optional.of(reason)));
    }

    private void add(String signal, Finding finding) {
        bySignal.computeIfAbsent(signal, _ -> new ArrayList<>()).add(finding);
        made.remove(signal);
    }

    boolean has(String signal) {
        return bySignal.containsKey(signal);
    }

    /// How surely the signal is there when all its findings are taken together: several weak words
    /// of a report say as much as one strong one. The same words again say nothing new.
    double strength(String signal) {
        if (!has(signal)) {
            return 0;
        }
        Set<String> quotes = new HashSet<>();
        List<Evidence> seen = new ArrayList<>();
        double doubt = 1;
        for (Finding finding : strongestFirst(bySignal.getOrDefault(signal, List.of()))) {
            Evidence evidence = finding.evidence();
            boolean isNew =
                    seen.size() < MAX_COUNTED
                            && seen.stream().noneMatch(e -> overlap(e, evidence))
                            && quotes.add(LowerCase.of(evidence.quote()));
            if (isNew) {
                seen.add(evidence);
                doubt *= 1 - Math.abs(finding.weight());
            }
        }
        return 1 - doubt;
    }

    /// The signals by id.
    List<Signal> signals() {
        List<Signal> signals = new ArrayList<>(bySignal.size());
        bySignal.forEach(
                (id, findings) -> signals.add(made.computeIfAbsent(id, _ -> signal(id, findings))));
        signals.sort(Comparator.comparing(Signal::id));
        return signals;
    }

    private static Signal signal(String id, List<Finding> findings) {
        List<Finding> strongestFirst = strongestFirst(findings);
        List<Evidence> kept = new ArrayList<>();
        for (Finding finding : strongestFirst) {
            if (kept.size() < MAX_EVIDENCE
                    && kept.stream().noneMatch(e -> overlap(e, finding.evidence()))) {
                kept.add(finding.evidence());
            }
        }
        kept.sort(Comparator.comparingInt(Evidence::start).thenComparingInt(Evidence::end));
        Optional<String> reason =
                strongestFirst.stream()
                        .flatMap(finding -> finding.reason().stream())
                        .findFirst()
                        .map(Supplier::get);
        return new Signal(id, strongestFirst.getFirst().weight(), kept, reason);
    }

    private static List<Finding> strongestFirst(List<Finding> findings) {
        List<Finding> strongestFirst = new ArrayList<>(findings);
        strongestFirst.sort(STRONGEST_FIRST);
        return strongestFirst;
    }

    private static boolean overlap(Evidence a, Evidence b) {
        return a.start() < b.end() && b.start() < a.end();
    }
}
