package lurewatch.indexer.extract;

/// Markup whose names of elements and attributes the parser can lower in good time: the JDK's lower
/// case, which it uses, is quadratic in each `Σ` and `İ` ([lurewatch.indexer.LowerCase]).
final class TagNames {
    private static final char SIGMA = 'Σ';
    private static final char DOTTED_I = 'İ';

    /// So many in all tags of a page take no time worth speaking of, and no page has as many.
    private static final int MOST = 4_096;

    private TagNames() {}

    /// The markup itself, or with these letters small in its tags where they are too many there.
    static String tamed(String markup) {
        if (markup.indexOf(SIGMA) < 0 && markup.indexOf(DOTTED_I) < 0) {
            return markup;
        }
        StringBuilder lowered = new StringBuilder(markup.length());
        int held = 0;
        boolean inTag = false;
        for (int i = 0; i < markup.length(); i++) {
            char c = markup.charAt(i);
            inTag = c == '<' || (inTag && c != '>');
            boolean isOne = inTag && isOne(c);
            held += isOne ? 1 : 0;
            lowered.append(isOne ? small(c) : c);
        }
        return held > MOST ? lowered.toString() : markup;
    }

    private static boolean isOne(char c) {
        return c == SIGMA || c == DOTTED_I;
    }

    private static char small(char c) {
        return c == SIGMA ? 'σ' : 'i';
    }
}
