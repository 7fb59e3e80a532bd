package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;

/// Holds every signal to its own sentences: those that must raise it do, the innocent ones do not.
public final class Sentences {
    private Sentences() {}

    /// Where the rules do not keep what they promise.
    ///
    /// @param key the rule's key that is wrong: `raised_by` or `not_by`
    /// @param number which of the key's sentences, from 0; -1 where there is none
    /// @param what a line for people
    public record Broken(SignalRule rule, String key, int number, String what) {}

    /// All that is broken, in the order of the rules.
    public static List<Broken> broken(Rules rules, Detector detector) {
        List<Broken> broken = new ArrayList<>();
        for (SignalRule rule : rules.signals().values()) {
            if (rule.readsText()) {
                check(rule, "raised_by", rule.raisedBy(), detector, broken);
                check(rule, "not_by", rule.notBy(), detector, broken);
            }
        }
        return broken;
    }

    private static void check(
            SignalRule rule,
            String key,
            List<String> sentences,
            Detector detector,
            List<Broken> broken) {
        if (sentences.isEmpty()) {
            String which = isRaising(key) ? "must raise it" : "must not raise it";
            broken.add(
                    new Broken(
                            rule,
                            key,
                            -1,
                            "signal '"
                                    + rule.id()
                                    + "' has no "
                                    + key
                                    + "; give at least one sentence that "
                                    + which));
        }
        for (int i = 0; i < sentences.size(); i++) {
            int number = i;
            fault(rule, key, sentences.get(i), detector)
                    .ifPresent(what -> broken.add(new Broken(rule, key, number, what)));
        }
    }

    private static Optional<String> fault(
            SignalRule rule, String key, String sentence, Detector detector) {
        List<Signal> raised = detector.assess(sentence, Optional.empty()).signals();
        Optional<Signal> own = raised.stream().filter(s -> s.id().equals(rule.id())).findFirst();
        if (own.isPresent() == isRaising(key)) {
            return Optional.empty();
        }
        String others = raised.stream().map(Signal::id).collect(Collectors.joining(", "));
        return Optional.of(
                own.map(signal ->
                                "'"
                                        + sentence
                                        + "' must not raise '"
                                        + rule.id()
                                        + "', but does by '"
                                        + signal.evidence().getFirst().quote()
                                        + "'")
                        .orElse(
                                "'"
                                        + sentence
                                        + "' does not raise '"
                                        + rule.id()
                                        + "'; it raises "
                                        + (others.isEmpty() ? "nothing" : others)));
    }

    private static boolean isRaising(String key) {
        return key.equals("raised_by");
    }
}
