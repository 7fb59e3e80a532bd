package lurewatch.searchcli.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables whose cells add up to a total that is told.
final class SmallCellsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 6 7        | {a=6, b=7}",
                "5 | 6 7 1      | {a=not told, b=not told, c=fewer than 5}",
                "5 | 18 1 1     | {a=not told, b=fewer than 5, c=fewer than 5}",
                "5 | 18 30 1 1  | {a=not told, b=30, c=fewer than 5, d=fewer than 5}",
                "5 | 4 1 1      | {a=fewer than 5, b=fewer than 5, c=fewer than 5}",
                "5 | 1 1 1 1 1 1 | {}",
                "5 | 3          | {}",
                "5 | 1 1 1 1    | {}",
                "5 | 4 4 4      | {}",
                "3 | 9 9 9 1    | {a=not told, b=9, c=9, d=fewer than 3}",
            })
    void tellsNothingThatGivesASmallOneAway(int smallest, String counts, String told) {
        assertThat(told(smallest, counts(counts))).hasToString(told);
    }

    /// Whoever knows the total and how cells are chosen finds that each small one may be any.
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void leavesEachSmallCellAllThatItMayBe(int smallest) {
        for (List<Integer> counts : tables(4, 9)) {
            Map<String, String> told = told(smallest, counts);
            int total = counts.stream().mapToInt(Integer::intValue).sum();
            Map<String, Set<Integer>> possible = possible(told, smallest, total);
            told.forEach((cell, count) -> {
                if (count.startsWith("fewer")) {
                    assertThat(possible.get(cell))
                            .as(counts + " told as " + told)
                            .hasSize(smallest - 1);
                }
            });
        }
    }

    /// Where a posting is in several cells or in none, the total says nothing of them.
    @Test
    void tellsWhichCellsThereAreWhereTheyDoNotAddUp() {
        SmallCells cells = new SmallCells(5, SmallCells.Sum.OTHER);
        cells.count("a");
        assertThat(cells.told()).hasToString("{a=fewer than 5}");
        assertThat(cells.isUntold()).isFalse();
    }

    private static List<Integer> counts(String written) {
        return List.of(written.split(" ", -1)).stream().map(Integer::valueOf).toList();
    }

    private static Map<String, String> told(int smallest, List<Integer> counts) {
        SmallCells cells = new SmallCells(smallest, SmallCells.Sum.TOTAL);
        for (int i = 0; i < counts.size(); i++) {
            for (int n = 0; n < counts.get(i); n++) {
                cells.count(String.valueOf((char) ('a' + i)));
            }
        }
        return cells.told();
    }

    /// Every table of as many cells, in falling order.
    private static List<List<Integer>> tables(int cells, int most) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < cells; i++) {
            List<List<Integer>> longer = new ArrayList<>(all);
            for (List<Integer> table : all) {
                for (int n = 1; table.size() == i && n <= (i == 0 ? most : table.getLast()); n++) {
                    List<Integer> more = new ArrayList<>(table);
                    more.add(n);
                    longer.add(more);
                }
            }
            all = longer;
        }
        all.removeIf(List::isEmpty);
        return all;
    }

    private static Map<String, Set<Integer>> possible(
            Map<String, String> told, int smallest, int total) {
        int least =
                told.values().stream()
                        .filter(count -> count.matches("\\d+"))
                        .mapToInt(Integer::parseInt)
                        .min()
                        .orElse(total);
        Map<String, Set<Integer>> possible = new TreeMap<>();
        List<String> cells = List.copyOf(told.keySet());
        spread(told, cells, 0, total, smallest, least, new ArrayList<>(), possible);
        return possible;
    }

    private static void spread(
            Map<String, String> told,
            List<String> cells,
            int at,
            int left,
            int smallest,
            int least,
            List<Integer> chosen,
            Map<String, Set<Integer>> possible) {
        if (at == cells.size()) {
            for (int i = 0; left == 0 && i < at; i++) {
                possible.computeIfAbsent(cells.get(i), _ -> new TreeSet<>()).add(chosen.get(i));
            }
            return;
        }
        String count = String.valueOf(told.get(cells.get(at)));
        boolean isSmall = count.startsWith("fewer");
        int from = isSmall ? 1 : count.equals("not told") ? smallest : Integer.parseInt(count);
        int to = isSmall ? smallest - 1 : count.equals("not told") ? least : from;
        for (int n = from; n <= Math.min(to, left); n++) {
            chosen.add(n);
            spread(told, cells, at + 1, left - n, smallest, least, chosen, possible);
            chosen.removeLast();
        }
    }
}
