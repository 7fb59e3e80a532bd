package lurewatch.indexer.detect;

import java.util.List;
import java.util.Map;
import lurewatch.indexer.rules.ContextWeights;
import lurewatch.indexer.rules.TextKind;

/// How likely each kind of text is by the cues: multinomial logistic regression.
final class ContextModel {
    private static final List<TextKind> KINDS = List.of(TextKind.values());

    private final Map<String, List<Double>> weights;

    ContextModel(ContextWeights weights) {
        this.weights = weights.byCue();
    }

    /// Their likelihoods' logarithms, but for what all have in common; in the order of [TextKind].
    double[] logits(ContextTraits traits) {
        double[] logits = new double[KINDS.size()];
        traits.byCue()
                .forEach((cue, trait) -> {
                    List<Double> row = weights.getOrDefault(cue, List.of());
                    for (int kind = 0; kind < row.size(); kind++) {
                        logits[kind] += trait.amount() * row.get(kind);
                    }
                });
        return logits;
    }

    /// By how much the cue speaks for one kind rather than another, in log-odds.
    double share(String cue, double amount, TextKind kind, TextKind other) {
        List<Double> row = weights.get(cue);
        return row == null ? 0 : amount * (row.get(kind.place()) - row.get(other.place()));
    }

    /// They sum to 1.
    static double[] normalised(double[] logits) {
        double most = logits[0];
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i] - most);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
