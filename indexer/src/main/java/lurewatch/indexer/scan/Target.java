package lurewatch.indexer.scan;

import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.CueWord;
import lurewatch.indexer.rules.GazetteerPlace;
import lurewatch.indexer.rules.Phrase;

/// What the [Scanner] looks for.
public sealed interface Target {
    /// A literal row of the lexicon.
    record OfPhrase(Phrase phrase) implements Target {}

    /// A regular expression of the lexicon.
    record OfPattern(Phrase phrase, HeadedPattern pattern) implements Target {}

    /// A word of one side of a row of the lexicon that looks for two words near each other.
    record OfPart(Phrase phrase, int side) implements Target {}

    /// A name of a place.
    record OfPlace(GazetteerPlace place, String name) implements Target {}

    /// Words that say that a contact follows.
    record OfCue(Cue cue) implements Target {}

    /// Words that tell by whose plan numbers are written.
    record OfCountry(CueWord.Plan plan) implements Target {}

    /// A word that tells of what kind a text is.
    record OfContextWord(ContextWord word) implements Target {}

    /// Innocent words that hold risky ones.
    record OfTrap() implements Target {}
}
