package lurewatch.indexer.scan;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks in one pass for the patterns that require no rare string, each only where its first units
/// stand. Immutable.
final class HeadScan {
    private static final int ASCII = 0x80;
    private static final int[] NONE = {};

    private final List<Target.OfPattern> patterns;

    /// For each ASCII unit the places in `patterns` of those that can begin with it.
    private final int[][] byUnit = new int[ASCII][];

    /// The pairs of ASCII units that some can begin with, one bit each: most pairs are none.
    private final long[] pairs = new long[ASCII * ASCII / Long.SIZE];

    /// Places of those that can begin with a unit beyond.
    private final int[] beyond;

    private final BitSet anyBeyond = new BitSet();

    /// Told of each match; the result is good only during the call.
    interface OnMatch {
        void match(Target.OfPattern pattern, MatchResult match);
    }

    HeadScan(List<Target.OfPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        for (int c = 0; c < ASCII; c++) {
            int first = c;
            byUnit[c] = placesOf(i -> mayStand(i, 0).get(first));
            for (int second = 0; second < ASCII; second++) {
                int next = second;
                if (IntStream.of(byUnit[c]).anyMatch(i -> mayStand(i, 1).get(next))) {
                    pairs[pair(c, next) >>> 6] |= 1L << pair(c, next);
                }
            }
        }
        beyond = placesOf(i -> mayStand(i, 0).length() > ASCII);
        for (int place : beyond) {
            anyBeyond.or(mayStand(place, 0));
        }
    }

    private static int pair(int first, int second) {
        return first * ASCII + second;
    }

    private int[] placesOf(IntPredicate wanted) {
        return IntStream.range(0, patterns.size()).filter(wanted).toArray();
    }

    private BitSet mayStand(int place, int index) {
        return patterns.get(place).pattern().mayStand(index);
    }

    private int[] placesAt(String text, int i) {
        char first = text.charAt(i);
        if (first >= ASCII) {
            return anyBeyond.get(first) ? beyond : NONE;
        }
        if (i + 1 < text.length() && text.charAt(i + 1) < ASCII) {
            int pair = pair(first, text.charAt(i + 1));
            return ((pairs[pair >>> 6] >>> pair) & 1) == 0 ? NONE : byUnit[first];
        }
        return byUnit[first];
    }

    void scan(String text, Predicate<Target.OfPattern> isWanted, OnMatch onMatch) {
        HeadedPattern.@Nullable Walk[] walks = new HeadedPattern.@Nullable Walk[patterns.size()];
        for (int i = 0; i < text.length(); i++) {
            for (int place : placesAt(text, i)) {
                HeadedPattern.Walk walk = walks[place];
                if (walk == null) {
                    Target.OfPattern pattern = patterns.get(place);
                    int limit = isWanted.test(pattern) ? HeadedPattern.ENOUGH : 0;
                    walk = pattern.pattern().walk(text, limit, m -> onMatch.match(pattern, m));
                    walks[place] = walk;
                }
                walk.at(i, text.length());
            }
        }
    }
}
