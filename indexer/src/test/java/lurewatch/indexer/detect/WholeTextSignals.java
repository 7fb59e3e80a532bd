package lurewatch.indexer.detect;

import lurewatch.indexer.Signal;

/// Signals that judge the text as a whole, and do not only say what some words of it show. What is
/// written around may change these and no others; docs/decisions/0014 says why.
final class WholeTextSignals {
    private WholeTextSignals() {}

    static boolean judgesWholeText(Signal signal) {
        return signal.weight() < 0 && signal.reason().isPresent();
    }
}
