package lurewatch.searchcli.evaluate;

import java.util.Set;
import java.util.TreeSet;

/// Things found against things there.
record Tally(long right, long found, long there) {
    static final Tally NONE = new Tally(0, 0, 0);

    static Tally of(Set<String> found, Set<String> there) {
        Set<String> right = new TreeSet<>(found);
        right.retainAll(there);
        return new Tally(right.size(), found.size(), there.size());
    }

    Tally plus(Tally other) {
        return new Tally(right + other.right, found + other.found, there + other.there);
    }

    Proportion precision() {
        return new Proportion(right, found);
    }

    Proportion recall() {
        return new Proportion(right, there);
    }

    /// The harmonic mean of both; not a number where there was nothing and nothing was found.
    double f1() {
        return found + there == 0 ? Double.NaN : 2.0 * right / (found + there);
    }
}
