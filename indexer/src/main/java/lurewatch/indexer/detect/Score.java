package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;

/// How the signals add up (config/signals/README.md says it for people).
record Score(
        double points,
        AssessmentClass assessmentClass,
        List<Assessment.Contribution> contributions) {
    Score {
        contributions = List.copyOf(contributions);
    }

    /// Adds up one text's signals.
    static Score of(Rules rules, List<Signal> signals, Context context, boolean hasLiveContact) {
        Map<SignalRule.Role, Double> doubts = new EnumMap<>(SignalRule.Role.class);
        double doubt = 1;
        for (Signal signal : signals) {
            SignalRule rule = rules.signal(signal.id());
            if (!rule.isContext()) {
                doubt *= 1 - Math.min(0.95, signal.weight());
                doubts.merge(rule.role(), 1 - Math.min(0.95, signal.weight()), (a, b) -> a * b);
            }
        }
        double risk = 1 - doubt;
        return new Score(risk * 100, AssessmentClass.LOW, new ArrayList<>());
    }
}
