package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Orders and sifts matches.
public final class Matches {
    public static final Comparator<Match> IN_TEXT_ORDER =
            Comparator.comparingInt(Match::start)
                    .thenComparing(Comparator.comparingInt(Match::end).reversed());

    private Matches() {}

    /// Without those that stand inside a longer trap, and without the traps.
    public static List<Match> outsideTraps(List<Match> matches) {
        NavigableMap<Integer, Integer> furthestEnd = new TreeMap<>();
        matches.stream()
                .filter(m -> m.target() instanceof Target.OfTrap)
                .sorted(IN_TEXT_ORDER)
                .forEach(trap -> {
                    Map.Entry<Integer, Integer> before = furthestEnd.floorEntry(trap.start());
                    int reached = before == null ? 0 : before.getValue();
                    furthestEnd.put(trap.start(), Math.max(reached, trap.end()));
                });
        if (furthestEnd.isEmpty()) {
            return matches;
        }
        List<Match> outside = new ArrayList<>();
        for (Match match : matches) {
            if (!(match.target() instanceof Target.OfTrap) && !isTrapped(match, furthestEnd)) {
                outside.add(match);
            }
        }
        return outside;
    }

    private static boolean isTrapped(Match match, NavigableMap<Integer, Integer> furthestEnd) {
        Map.Entry<Integer, Integer> trap = furthestEnd.floorEntry(match.start());
        if (trap == null || trap.getValue() < match.end()) {
            return false;
        }
        return trap.getKey() < match.start() || trap.getValue() > match.end();
    }

    /// Of matches that overlap, the longest; in text order.
    public static List<Match> longest(List<Match> matches) {
        List<Match> sorted = new ArrayList<>(matches);
        sorted.sort(IN_TEXT_ORDER);
        List<Match> kept = new ArrayList<>();
        for (Match match : sorted) {
            Match last = kept.isEmpty() ? null : kept.getLast();
            if (last == null || match.start() >= last.end()) {
                kept.add(match);
            } else if (match.length() > last.length()) {
                kept.set(kept.size() - 1, match);
            }
        }
        return kept;
    }
}
