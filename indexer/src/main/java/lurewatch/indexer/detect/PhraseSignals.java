package lurewatch.indexer.detect;

import java.util.List;
import java.util.Set;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.contact.Cues;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Target;

/// Signals that the lexicon's phrases raise.
final class PhraseSignals {
    /// What a phrase weighs at least to make hiding it telling.
    private static final double RISKY = 0.3;

    private static final String REASSURANCE = "safety_reassurance";
    private static final String OBFUSCATED = "obfuscated_contact";

    /// What somebody is said to keep.
    private static final String KEPT = "passport_retention";

    /// What an employer gives; named with the reader as the one who pays, it is not given.
    private static final Set<String> GIVEN =
            Set.of("free_airfare", "free_housing_food", "visa_handled", "fee_waived");

    private final Rules rules;

    PhraseSignals(Rules rules) {
        this.rules = rules;
    }

    void findIn(ScannedText scanned, List<Contact> contacts, Findings findings) {
        for (Match match : scanned.matches()) {
            switch (match.target()) {
                case Target.OfPhrase(Phrase phrase) -> add(scanned, match, phrase, findings);
                case Target.OfPattern(Phrase phrase, _) -> {
                    if (isConfirmed(scanned, match, phrase, contacts)) {
                        add(scanned, match, phrase, findings);
                    }
                }
                case Target.OfPlace _ -> noteDisguise(scanned, match, 1, findings);
                case Target.OfCue _ -> {
                    if (leadsToContact(match, contacts)) {
                        noteDisguise(scanned, match, 1, findings);
                    }
                }
                case Target.OfTrap _,
                        Target.OfPart _,
                        Target.OfCountry _,
                        Target.OfContextWord _ -> {}
            }
        }
    }

    private void add(ScannedText scanned, Match match, Phrase phrase, Findings findings) {
        SignalRule rule = rules.signal(phrase.signal());
        if (rule.isContext() && isPartOfLure(scanned, match)) {
            return;
        }
        if (GIVEN.contains(phrase.signal())
                && Negation.isForTheReader(scanned.raw(), match.start(), match.end())) {
            return;
        }
        if (phrase.signal().equals(KEPT) && Negation.isWithItsOwner(scanned.raw(), match.end())) {
            return;
        }
        if (rule.role() == SignalRule.Role.SISTER
                && Negation.isForbidden(scanned.raw(), match.start(), match.end())) {
            return;
        }
        Evidence quote = scanned.quote(match);
        boolean denied =
                rule.negation() != SignalRule.Negation.KEEPS
                        && (Negation.denies(scanned.raw(), match.start(), match.end())
                                || (rule.isContext()
                                        && Negation.isUnneeded(scanned.raw(), match.end())));
        if (!denied) {
            findings.add(phrase.signal(), phrase.weight(), quote);
        } else if (rule.negation() == SignalRule.Negation.REASSURES) {
            findings.add(REASSURANCE, rules.signal(REASSURANCE).weight(), quote);
        }
        if (!rule.isContext() && !phrase.signal().equals(OBFUSCATED)) {
            noteDisguise(scanned, match, phrase.weight(), findings);
        }
    }

    /// `หมายจับ` (warrant) says news, but not within `ติดหมายจับก็ได้` (wanted people welcome).
    private boolean isPartOfLure(ScannedText scanned, Match context) {
        return scanned.matches().stream()
                .anyMatch(m ->
                        m.target() instanceof Target.OfPhrase(Phrase phrase)
                                && phrase.kind() == Phrase.Kind.LITERAL
                                && !rules.signal(phrase.signal()).isContext()
                                && context.liesWithin(m.start(), m.end())
                                && context.length() < m.length());
    }

    private void noteDisguise(ScannedText scanned, Match match, double weight, Findings findings) {
        if (match.disguised() && weight >= RISKY) {
            findings.add(OBFUSCATED, rules.signal(OBFUSCATED).weight(), scanned.quote(match));
        }
    }

    private static boolean leadsToContact(Match cue, List<Contact> contacts) {
        boolean within =
                contacts.stream().anyMatch(c -> c.start() < cue.end() && cue.start() < c.end());
        return !within
                && contacts.stream()
                        .anyMatch(c ->
                                c.start() >= cue.end() && c.start() - cue.end() <= Cues.MAX_GAP);
    }

    /// Patterns for wallets and dialling codes see shapes only; the contacts know checksums and
    /// countries.
    private static boolean isConfirmed(
            ScannedText scanned, Match match, Phrase phrase, List<Contact> contacts) {
        return switch (phrase.signal()) {
            case "coin_cashout_mule" ->
                    contacts.stream()
                            .anyMatch(c ->
                                    c.kind().isWallet()
                                            && c.start() < match.end()
                                            && match.start() < c.end());
            case "foreign_prefix_contact" -> !ForeignPrefix.isHome(scanned, match);
            default -> true;
        };
    }
}
