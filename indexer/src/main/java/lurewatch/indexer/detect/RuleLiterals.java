package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.CueWord;
import lurewatch.indexer.rules.GazetteerPlace;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.Trap;
import lurewatch.indexer.scan.Cue;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Literal;
import lurewatch.indexer.scan.LowerCasePattern;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.Target;

/// What the scanner looks for by a set of rules: the literals of phrases, traps, places, cues and
/// context words, each in the style in which its language is written.
final class RuleLiterals {
    /// Before a place's name in Zulu: `eCambodia`. Shorter names with it are other words.
    private static final String ZULU_IN = "e";

    private static final int MIN_PREFIXED = 4;

    private RuleLiterals() {}

    static List<Literal> of(Rules rules) {
        List<Literal> literals = new ArrayList<>();
        for (Phrase phrase : rules.phrases()) {
            switch (phrase.kind()) {
                case LITERAL ->
                        literals.add(
                                new Literal(
                                        new Target.OfPhrase(phrase),
                                        phrase.language(),
                                        style(phrase),
                                        phrase.text()));
                case NEAR -> addParts(phrase, literals);
                case REGEX -> {} // see patternsOf
            }
        }
        for (Trap trap : rules.traps()) {
            literals.add(
                    new Literal(
                            new Target.OfTrap(),
                            trap.language(),
                            style(trap.language()),
                            trap.text()));
        }
        for (GazetteerPlace place : rules.places()) {
            for (String name : place.names()) {
                literals.add(
                        new Literal(
                                new Target.OfPlace(place, name),
                                Scripts.languageOf(name),
                                styleOfName(name),
                                name));
                if (Scripts.isAsciiLetter(name.charAt(0)) && name.length() >= MIN_PREFIXED) {
                    literals.add(
                            new Literal(
                                    new Target.OfPlace(place, name),
                                    "zu",
                                    Literal.Style.WORDS,
                                    ZULU_IN + name));
                }
            }
        }
        Set<String> plain = plainCues(rules);
        for (CueWord cue : rules.cues()) {
            if (cue.plan().isPresent()) {
                literals.add(
                        new Literal(
                                new Target.OfCountry(cue.plan().get()),
                                cue.language(),
                                style(cue.language()),
                                cue.word()));
                continue;
            }
            boolean disguise = cue.language().equals("clean");
            Literal.Style style = disguise ? Literal.Style.CLEAN : style(cue.language());
            literals.add(
                    new Literal(
                            new Target.OfCue(Cue.of(cue)),
                            Scripts.languageOf(cue.word()),
                            style,
                            cue.word()));
            for (String disguised : AlikeWords.of(cue)) {
                if (plain.contains(disguised)) {
                    continue; // a slip of a misspelling may be the right spelling
                }
                literals.add(
                        new Literal(
                                new Target.OfCue(Cue.of(cue)),
                                Scripts.languageOf(disguised),
                                Literal.Style.CLEAN,
                                disguised));
            }
        }
        for (ContextWord word : rules.contextWords()) {
            literals.add(
                    new Literal(
                            new Target.OfContextWord(word),
                            word.language(),
                            style(word.language()),
                            word.word()));
        }
        return literals.stream().filter(l -> !l.isBlank()).toList();
    }

    /// The patterns of the phrases.
    static List<Target.OfPattern> patternsOf(Rules rules) {
        return rules.phrases().stream()
                .filter(phrase -> phrase.kind() == Phrase.Kind.REGEX)
                .map(phrase ->
                        new Target.OfPattern(
                                phrase, HeadedPattern.of(LowerCasePattern.of(phrase.text()))))
                .toList();
    }

    private static Set<String> plainCues(Rules rules) {
        return rules.cues().stream()
                .filter(cue -> !cue.language().equals("clean"))
                .map(CueWord::word)
                .collect(Collectors.toSet());
    }

    private static void addParts(Phrase phrase, List<Literal> literals) {
        for (int side = 0; side < 2; side++) {
            for (String word : phrase.side(side)) {
                literals.add(
                        new Literal(
                                new Target.OfPart(phrase, side),
                                phrase.language(),
                                style(phrase.language()),
                                word));
            }
        }
    }

    private static Literal.Style style(Phrase phrase) {
        return phrase.signal().equals("obfuscated_contact")
                ? Literal.Style.CLEAN
                : style(phrase.language());
    }

    private static Literal.Style style(String language) {
        return Scripts.isSquashed(language) ? Literal.Style.SQUASHED : Literal.Style.WORDS;
    }

    private static Literal.Style styleOfName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i)) && !Scripts.isWord(name.charAt(i))) {
                return Literal.Style.SQUASHED;
            }
        }
        return Literal.Style.WORDS;
    }
}
