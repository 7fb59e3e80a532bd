package lurewatch.indexer.detect;

import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;
import lurewatch.indexer.scan.ScannedText;

/// A text that asks for an account, a card or an errand and names a sum beside it. In a message
/// that is answered where it was sent it counts: nobody is paid so for anything honest, whatever
/// the words for paying are. Longer texts, accounts and warnings name both as well, so that it adds
/// nothing to theirs ([Score]).
final class SumSignal {
    static final String SIGNAL = "sum_for_it";

    /// Work that is as little a job as what sister crimes ask for.
    private static final String ERRAND = "courier_companion_role";

    /// How sure it must be what is asked for: a plain phrase, no turn of speech.
    private static final double PLAIN = 0.45;

    private final Rules rules;

    SumSignal(Rules rules) {
        this.rules = rules;
    }

    void findIn(Judge.Found found, Findings findings) {
        ScannedText scanned = found.scanned();
        Figures figures = new Figures(scanned.raw(), found.contacts(), found.pay());
        WordGroups.Near sums =
                new WordGroups.Near(scanned.raw(), WordGroups.in(scanned, WordGroups.SUM));
        findings.signals().stream()
                .filter(signal -> signal.weight() >= PLAIN && isAskedFor(signal.id()))
                .flatMap(signal -> signal.evidence().stream())
                .flatMap(asked ->
                        figures
                                .near(asked.start(), asked.end())
                                .or(() -> sums.near(asked.start(), asked.end()).map(scanned::quote))
                                .stream())
                .findFirst()
                .ifPresent(sum -> findings.add(SIGNAL, rules.signal(SIGNAL).weight(), sum));
    }

    private boolean isAskedFor(String signal) {
        return signal.equals(ERRAND) || rules.signal(signal).role() == SignalRule.Role.SISTER;
    }
}
