package lurewatch.indexer.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `signals.yaml` as it is written. Public for the reader of settings only.
public record SignalsFile(Thresholds thresholds, List<SignalRule> signals) {
    public SignalsFile {
        signals = List.copyOf(signals);
        Set<String> ids = new HashSet<>();
        for (SignalRule rule : signals) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("signal '" + rule.id() + "' stands there twice");
            }
        }
    }
}
