package lurewatch.searchcli.export;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts of which small ones are not told: a count of one or two in a table may point at somebody.
///
/// Where the cells add up to the total, what is hidden adds up to the rest. So further cells are
/// hidden, the smallest first, until each small one could be anything from one to the bound; where
/// that needs more than there is, no cell is told and not even which there are. In other tables a
/// single one is not hidden alone.
final class SmallCells {
    /// What the cells add up to.
    enum Sum {
        /// Each posting is in one cell.
        TOTAL,
        /// A posting may be in several, or in none.
        OTHER
    }

    private final Map<String, Integer> counts = new TreeMap<>();
    private final int smallest;
    private final Sum sum;

    SmallCells(int smallest, Sum sum) {
        this.smallest = smallest;
        this.sum = sum;
    }

    void count(String value) {
        counts.merge(value, 1, Integer::sum);
    }

    /// Whether there are cells, and none may be told.
    boolean isUntold() {
        return !counts.isEmpty() && told().isEmpty();
    }

    /// Every cell, as it may be told.
    Map<String, String> told() {
        Set<String> hidden = new HashSet<>();
        Deque<String> large = new ArrayDeque<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry<String, Integer>::getValue))
                .forEach(cell -> {
                    if (cell.getValue() < smallest) {
                        hidden.add(cell.getKey());
                    } else {
                        large.add(cell.getKey());
                    }
                });
        int small = hidden.size();
        while (small > 0 && !isSafe(hidden, small, large)) {
            if (large.isEmpty()) {
                return sum == Sum.TOTAL ? Map.of() : told(hidden);
            }
            hidden.add(large.removeFirst());
        }
        return told(hidden);
    }

    private Map<String, String> told(Set<String> hidden) {
        Map<String, String> told = new TreeMap<>();
        counts.forEach((value, count) ->
                told.put(
                        value,
                        hidden.contains(value)
                                ? count < smallest ? below(smallest) : "not told"
                                : Integer.toString(count)));
        return told;
    }

    /// Whether each small cell could be one, and as many as it may be, by the sum of what is
    /// hidden: the other small ones are from one to the bound, the larger ones from there to the
    /// smallest that is told.
    private boolean isSafe(Set<String> hidden, int small, Deque<String> told) {
        if (sum == Sum.OTHER) {
            return hidden.size() > 1;
        }
        long sumOfHidden = hidden.stream().mapToLong(this::of).sum();
        long most = smallest - 1L;
        long others = small - 1L;
        long larger = (long) hidden.size() - small;
        long mostOfLarger = told.isEmpty() ? sumOfHidden : of(told.getFirst());
        return sumOfHidden >= most + others + larger * smallest
                && sumOfHidden <= 1 + others * most + larger * mostOfLarger;
    }

    private int of(String value) {
        return counts.getOrDefault(value, 0);
    }

    static String below(int smallest) {
        return String.format(Locale.ROOT, "fewer than %d", smallest);
    }
}
