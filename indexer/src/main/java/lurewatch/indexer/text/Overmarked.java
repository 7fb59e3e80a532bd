package lurewatch.indexer.text;

import org.jspecify.annotations.Nullable;

/// Words every letter of which carries a mark, consonants too (`ḱéŕj́á`): the marks belong to no
/// language and only hide the word. In Vietnamese, which has the most marks, they stand on vowels.
final class Overmarked {
    private static final int SHORTEST = 3;

    /// Letters of their own, and no marked ones.
    private static final String STROKED = "đĐøØłŁıß";

    private static final String VOWELS = "aeiouyаеиоуыэюя";
    private static final int CAPITAL = 'a' - 'A';

    private static final String CYRILLIC = "ЀЃЌЍѐѓќѝ";
    private static final String CYRILLIC_BASES = "ЕГКИегки";

    private Overmarked() {}

    /// The view with such words without their marks.
    static View undone(View clean) {
        String text = clean.text();
        char @Nullable [] undone = null;
        for (int i = 0; i < text.length(); i++) {
            if (!isMarked(clean, i)) {
                continue;
            }
            int end = i;
            boolean hasConsonant = false;
            while (end < text.length() && isMarked(clean, end)) {
                hasConsonant |= isConsonant(text.charAt(end));
                end++;
            }
            boolean isWhole =
                    (i == 0 || !Character.isLetter(text.charAt(i - 1)))
                            && (end == text.length() || !Character.isLetter(text.charAt(end)));
            if (hasConsonant && isWhole && end - i >= SHORTEST) {
                undone = undone == null ? text.toCharArray() : undone;
                for (int k = i; k < end; k++) {
                    undone[k] = base(text.charAt(k));
                }
            }
            i = end;
        }
        return undone == null ? clean : clean.withText(new String(undone));
    }

    /// Whether the letter has a mark, or had one that cleaning took away.
    private static boolean isMarked(View clean, int i) {
        char c = clean.text().charAt(i);
        if (c < 0x80 && clean.isInPlace()) {
            return false;
        }
        boolean isAlphabetic = c < 0x530 || (c >= 0x1E00 && c < 0x1F00);
        return isAlphabetic
                && Character.isLetter(c)
                && STROKED.indexOf(c) < 0
                && (base(c) != c || clean.rawEnd(i + 1) - clean.rawStart(i) > 1);
    }

    /// The letter without its mark.
    static char base(char c) {
        int cyrillic = CYRILLIC.indexOf(c);
        if (cyrillic >= 0) {
            return CYRILLIC_BASES.charAt(cyrillic);
        }
        boolean isLatin1Capital = c >= 0xC0 && c < 0xDF;
        return isLatin1Capital
                ? (char) (BareView.base((char) (c + CAPITAL)) - CAPITAL)
                : BareView.base(c);
    }

    static boolean isConsonant(char c) {
        return VOWELS.indexOf(Character.toLowerCase(base(c))) < 0;
    }
}
