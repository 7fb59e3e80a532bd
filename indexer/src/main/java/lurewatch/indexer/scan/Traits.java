package lurewatch.indexer.scan;

import java.util.List;

/// What is asked of a literal wherever its characters stand, by its number. Most hits are turned
/// down by it: all of it stands in one array, as each further place in memory is a wait. Immutable.
final class Traits {
    /// As they are numbered here.
    private static final List<Literal.Style> STYLES =
            List.of(Literal.Style.CLEAN, Literal.Style.WORDS, Literal.Style.SQUASHED);

    private static final int STYLE_BITS = 2;
    private static final int STYLE = (1 << STYLE_BITS) - 1;
    private static final int PART = 1 << 2;
    private static final int CONTEXT_WORD = 1 << 3;
    private static final int MESSENGER = 1 << 4;
    private static final int TELLS_LANGUAGE = 1 << 5;
    private static final int LANGUAGE_AT = 8;

    /// By literal: its language's number above the bits.
    private final int[] traits;

    /// By number.
    private final List<String> languages;

    Traits(List<Literal> literals, Numbering<String> languages) {
        traits = literals.stream().mapToInt(l -> traits(l, languages.of(l.language()))).toArray();
        this.languages = languages.inOrder();
    }

    private static int traits(Literal literal, int language) {
        int traits = STYLES.indexOf(literal.style()) | (language << LANGUAGE_AT);
        traits |=
                switch (literal.target()) {
                    case Target.OfPart part -> PART;
                    case Target.OfContextWord word -> CONTEXT_WORD;
                    case Target.OfCue(Cue cue) when cue.isMessenger() -> MESSENGER;
                    default -> 0;
                };
        return literal.tellsLanguage() ? traits | TELLS_LANGUAGE : traits;
    }

    Literal.Style style(int literal) {
        return STYLES.get(traits[literal] & STYLE);
    }

    /// Whether it is a word of one side of a row that looks for two near each other.
    boolean isPart(int literal) {
        return (traits[literal] & PART) != 0;
    }

    boolean isContextWord(int literal) {
        return (traits[literal] & CONTEXT_WORD) != 0;
    }

    /// Whether it names a messenger.
    boolean isMessenger(int literal) {
        return (traits[literal] & MESSENGER) != 0;
    }

    boolean tellsLanguage(int literal) {
        return (traits[literal] & TELLS_LANGUAGE) != 0;
    }

    /// The number of its language.
    int languageNumber(int literal) {
        return traits[literal] >>> LANGUAGE_AT;
    }

    String language(int literal) {
        return languages.get(languageNumber(literal));
    }
}
