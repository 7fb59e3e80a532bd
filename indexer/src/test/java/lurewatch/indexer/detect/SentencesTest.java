package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    private static final Rules RULES = Rules.read(Cases.SIGNALS);
    private static final Detector DETECTOR = Detector.of(RULES);

    @Test
    void everySignalThatWeShipKeepsItsSentences() {
        assertThat(Sentences.broken(RULES, DETECTOR)).isEmpty();
    }

    @Test
    void nearlyEverySignalIsTriedInTwoLanguages() {
        assertThat(
                        RULES.signals().values().stream()
                                .filter(SignalRule::readsText)
                                .filter(rule -> rule.raisedBy().size() < 2)
                                .map(SignalRule::id))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Only passport required~Bring a friend|Renew it|raised_by|1|'Bring a friend' does not raise 'passport_only'; it raises nothing",
                "Telegram me @sample_hr01|Renew it|raised_by|0|'Telegram me @sample_hr01' does not raise 'passport_only'; it raises off_platform_contact",
                "Only passport required|Renew it~Come with only passport required|not_by|1|'Come with only passport required' must not raise 'passport_only', but does by 'only passport required'",
                "\"\"|Renew it|raised_by|-1|signal 'passport_only' has no raised_by; give at least one sentence that must raise it",
                "Only passport required|\"\"|not_by|-1|signal 'passport_only' has no not_by; give at least one sentence that must not raise it",
            })
    void saysWhichSentenceOfWhichSignalIsBrokenAndWhatFiredInstead(
            String raisedBy, String notBy, String key, int number, String what) {
        SignalRule changed = passportOnly(sentences(raisedBy), sentences(notBy));
        assertThat(Sentences.broken(with(changed), DETECTOR))
                .containsExactly(new Sentences.Broken(changed, key, number, what));
    }

    private static List<String> sentences(String row) {
        return row.isEmpty() ? List.of() : List.of(row.split("~", -1));
    }

    private static SignalRule passportOnly(List<String> raisedBy, List<String> notBy) {
        SignalRule rule = RULES.signal("passport_only");
        return new SignalRule(
                rule.id(),
                rule.group(),
                rule.role(),
                rule.strength(),
                rule.weight(),
                rule.negation(),
                rule.definition(),
                rule.source(),
                rule.innocent(),
                raisedBy,
                notBy,
                Optional.empty());
    }

    private static Rules with(SignalRule changed) {
        Map<String, SignalRule> signals = new LinkedHashMap<>(RULES.signals());
        signals.put(changed.id(), changed);
        return new Rules(
                signals,
                RULES.phrases(),
                RULES.traps(),
                RULES.cues(),
                RULES.contextWords(),
                RULES.contextWeights(),
                RULES.places(),
                RULES.pay(),
                RULES.plainWords(),
                RULES.wording(),
                RULES.thresholds(),
                RULES.version());
    }
}
