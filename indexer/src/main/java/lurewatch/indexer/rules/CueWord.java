package lurewatch.indexer.rules;

import java.util.Optional;
import lurewatch.indexer.ContactKind;

/// A word after which a contact of some channel follows.
///
/// @param channel empty for a network that is no channel of ours, so that its names are not taken
///   for another's
/// @param language how the word is matched, as in the lexicon; `clean` for spellings that are
///   disguises themselves
public record CueWord(Optional<ContactKind> channel, String language, String word) {}
