package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// Looks in one pass for the patterns that require no rare string, each only where its first units
/// stand. Immutable.
final class HeadScan {
    private static final int ASCII = 0x80;
    private static final int[] NONE = {};

    private final List<Target.OfPattern> patterns;

    /// For each ASCII unit the places in `patterns` of those that can begin with it.
    private final int[][] byUnit = new int[ASCII][];

    /// Places of those that can begin with a unit beyond.
    private final int[] beyond;

    private final BitSet anyBeyond = new BitSet();

    /// Told of each match; the result is good only during the call.
    interface OnMatch {
        void match(Target.OfPattern pattern, MatchResult match);
    }

    HeadScan(List<Target.OfPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        for (char c = 0; c < ASCII; c++) {
            int unit = c;
            byUnit[c] = placesOf(first -> first.get(unit));
        }
        beyond = placesOf(first -> first.length() > ASCII);
        for (int place : beyond) {
            anyBeyond.or(patterns.get(place).pattern().first());
        }
    }

    private int[] placesOf(Predicate<BitSet> wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            if (wanted.test(patterns.get(i).pattern().first())) {
                places.add(i);
            }
        }
        return places.stream().mapToInt(i -> i).toArray();
    }

    void scan(String text, Predicate<Target.OfPattern> isWanted, OnMatch onMatch) {
        HeadedPattern.@Nullable Walk[] walks = new HeadedPattern.@Nullable Walk[patterns.size()];
        for (int i = 0; i < walks.length; i++) {
            if (isWanted.test(patterns.get(i))) {
                walks[i] = patterns.get(i).pattern().walk(text);
            }
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int[] places = c < ASCII ? byUnit[c] : anyBeyond.get(c) ? beyond : NONE;
            for (int place : places) {
                HeadedPattern.Walk walk = walks[place];
                if (walk != null) {
                    walk.at(i, text.length(), m -> onMatch.match(patterns.get(place), m));
                }
            }
        }
    }
}
