package lurewatch.indexer.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The name that somebody probably meant.
public final class Nearest {

    private Nearest() {}

    /// The closest of the names by edits (a swap of neighbours counts as one), if any is close.
    public static Optional<String> to(String typed, Collection<String> names) {
        return names.stream()
                .filter(name ->
                        name.equalsIgnoreCase(typed)
                                || edits(typed, name)
                                        <= mostEdits(Math.max(typed.length(), name.length())))
                .min(
                        Comparator.comparingInt((String name) -> edits(typed, name))
                                .thenComparing(Comparator.naturalOrder()))
                .or(() -> extended(typed, names));
    }

    /// In a short name each letter counts: `has` is not `bat`.
    private static int mostEdits(int length) {
        return length <= 2 ? 0 : length <= 5 ? 1 : 2;
    }

    /// `sig` for `signal`, or `signals_found` for the same.
    private static Optional<String> extended(String typed, Collection<String> names) {
        return names.stream()
                .filter(name ->
                        Math.min(name.length(), typed.length()) > 1
                                && (name.startsWith(typed) || typed.startsWith(name)))
                .max(
                        Comparator.comparingInt(String::length)
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + differs);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
