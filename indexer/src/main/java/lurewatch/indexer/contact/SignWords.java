package lurewatch.indexer.contact;

import java.util.Set;
import lurewatch.indexer.text.Sayings;

/// What the signs of names and addresses are called where people write them out: `sample нижнее
/// подчёркивание hr`, `sample chấm hr`, `sample kukac host pont hu`. As parts of regular
/// expressions without groups of their own.
final class SignWords {
    /// `_`.
    static final String UNDERSCORE = Sayings.OF_CHANNELS.either("underscore");

    /// `.`, in letters that other words are written in too.
    static final String LATIN_DOT = Sayings.OF_CHANNELS.either("dot-latin");

    /// Those of them that are ordinary words of other languages as well.
    static final String OTHER_DOT = Sayings.OF_CHANNELS.either("dot-or-point");

    /// `.`, in other scripts.
    static final String DOT = Sayings.OF_CHANNELS.either("dot");

    /// `-`, in letters that other words are written in too.
    static final String LATIN_HYPHEN = Sayings.OF_CHANNELS.either("hyphen-latin");

    /// `-`, in other scripts.
    static final String HYPHEN = Sayings.OF_CHANNELS.either("hyphen");

    /// `@` before a name, each one word.
    static final Set<String> AT = Set.copyOf(Sayings.OF_CHANNELS.words("at-before-name"));

    private SignWords() {}
}
