package lurewatch.indexer;

import java.util.Arrays;

/// Sets of numbers as sorted arrays: a text has thousands of shingles, and a store holds millions.
public final class SortedNumbers {
    private SortedNumbers() {}

    /// The first so many of them, sorted, each once. Sorts the array that it is given.
    public static long[] of(long[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || numbers[i] != numbers[kept - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }
}
