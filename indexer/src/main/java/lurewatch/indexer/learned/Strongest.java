package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import lurewatch.indexer.FraudScore;

/// The few of many values that lie farthest from nothing, the strongest first; of equals, the one
/// that came first.
final class Strongest {
    private final int[] keys;
    private final double[] values;
    private int found;

    Strongest(int most) {
        this.keys = new int[most];
        this.values = new double[most];
    }

    void offer(int key, double value) {
        int at = found;
        while (at > 0 && Math.abs(value) > Math.abs(values[at - 1])) {
            at--;
        }
        if (value != 0 && at < keys.length) {
            found = Math.min(found + 1, keys.length);
            System.arraycopy(keys, at, keys, at + 1, found - at - 1);
            System.arraycopy(values, at, values, at + 1, found - at - 1);
            keys[at] = key;
            values[at] = value;
        }
    }

    List<FraudScore.Share> shares(IntFunction<String> name) {
        List<FraudScore.Share> shares = new ArrayList<>();
        for (int i = 0; i < found; i++) {
            shares.add(new FraudScore.Share(name.apply(keys[i]), FraudModel.rounded(values[i])));
        }
        return shares;
    }
}
