package lurewatch.indexer;

import java.util.List;

/// How much an English ad reads like the fraudulent ones of a training set. Beside the score of the
/// signals, never part of it: this knows general job fraud and nothing of compounds.
///
/// @param probability 0 to 1, among campaigns of which four in ten are fraudulent, as in the
///   training set; on a real board far fewer are
/// @param modelVersion digest prefix of the model that judged
/// @param words what moved it most, the strongest first
public record FraudScore(double probability, String modelVersion, List<Share> words) {
    /// Words as they were read, or in brackets what stands beside the text (`[logo]`, `[no logo]`),
    /// and what they add to the log-odds.
    public record Share(String words, double logOdds) {}

    public FraudScore {
        words = List.copyOf(words);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability out of range: " + probability);
        }
    }
}
