package lurewatch.indexer.detect;

import lurewatch.indexer.rules.Rules;

/// What `signals.yaml` makes of the weights that a table of ours has for the hits of one signal: as
/// many times as much as the signal's weight there is of the one for which the table was made.
record Scale(double times) {
    /// @param madeFor the signal's weight at which the table says what a hit weighs
    static Scale of(Rules rules, String signal, double madeFor) {
        return new Scale(rules.signal(signal).weight() / madeFor);
    }

    /// The weight of a hit; 0 where it is none.
    double of(double weight) {
        return Math.min(1, times * weight);
    }
}
