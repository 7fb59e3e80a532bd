package lurewatch.indexer.rules;

import java.util.Optional;
import lurewatch.indexer.ContactKind;

/// A word after which a contact of some channel follows, or that tells whose plan a text's numbers
/// are written by.
///
/// @param channel empty for a network that is no channel of ours, so that its names are not taken
///   for another's
/// @param plan empty for the word of a channel
/// @param calls whether it says that somebody is called, so that the number beside it is a
///   telephone's whatever messengers are named with it: `Call/WhatsApp`
/// @param counted whether it names a number that nobody calls, as those of orders and passports
/// @param language how the word is matched, as in the lexicon; `clean` for spellings that are
///   disguises themselves
public record CueWord(
        Optional<ContactKind> channel,
        Optional<Plan> plan,
        boolean calls,
        boolean counted,
        String language,
        String word) {

    /// By whose plan the numbers beside a word are written.
    ///
    /// @param country ISO 3166
    /// @param named whether the word only names the country or its people, who may be called
    ///   somewhere else; its towns, laws and money say that the text is from there
    public record Plan(String country, boolean named) {}
}
