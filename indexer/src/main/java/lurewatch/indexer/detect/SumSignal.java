package lurewatch.indexer.detect;

import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;

/// A short message that asks for an account, a card or an errand and names a sum beside it: nobody
/// is paid so for anything honest, whatever the words for paying are. Longer texts, accounts and
/// warnings name both as well.
final class SumSignal {
    private static final String SIGNAL = "sum_for_it";

    /// Work that is as little a job as what sister crimes ask for.
    private static final String ERRAND = "courier_companion_role";

    /// How sure it must be what is asked for: a plain phrase, no turn of speech.
    private static final double PLAIN = 0.45;

    private final Rules rules;

    SumSignal(Rules rules) {
        this.rules = rules;
    }

    /// In a message that reads as an offer and is answered where it was sent.
    void findIn(Judge.Found found, Findings findings) {
        Figures figures = new Figures(found.reading().raw(), found.contacts(), found.pay());
        findings.signals().stream()
                .filter(signal -> signal.weight() >= PLAIN && isAskedFor(signal.id()))
                .flatMap(signal -> signal.evidence().stream())
                .flatMap(asked -> figures.near(asked.start(), asked.end()).stream())
                .findFirst()
                .ifPresent(sum -> findings.add(SIGNAL, rules.signal(SIGNAL).weight(), sum));
    }

    private boolean isAskedFor(String signal) {
        return signal.equals(ERRAND) || rules.signal(signal).role() == SignalRule.Role.SISTER;
    }
}
