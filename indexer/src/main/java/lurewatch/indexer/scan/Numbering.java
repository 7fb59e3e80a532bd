package lurewatch.indexer.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Small numbers for things that are compared often: equal things have one number.
final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();

    /// The number of this one, the next free where it has none yet.
    int of(T thing) {
        Integer number = numbers.putIfAbsent(thing, numbers.size());
        return number == null ? numbers.size() - 1 : number;
    }

    /// How many numbers were given.
    int size() {
        return numbers.size();
    }

    /// All, by their numbers.
    List<T> inOrder() {
        return numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// By number, what is true of each.
    boolean[] areTrue(Predicate<T> claim) {
        boolean[] truths = new boolean[numbers.size()];
        numbers.forEach((thing, number) -> truths[number] = claim.test(thing));
        return truths;
    }
}
