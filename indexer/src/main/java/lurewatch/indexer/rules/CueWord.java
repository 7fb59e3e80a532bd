package lurewatch.indexer.rules;

import java.util.Optional;
import lurewatch.indexer.ContactKind;

/// A word after which a contact of some channel follows, or that tells whose plan a text's numbers
/// are written by.
///
/// @param channel empty for a network that is no channel of ours, so that its names are not taken
///   for another's
/// @param country of the plan, ISO 3166; empty for the word of a channel
/// @param language how the word is matched, as in the lexicon; `clean` for spellings that are
///   disguises themselves
public record CueWord(
        Optional<ContactKind> channel, Optional<String> country, String language, String word) {}
