package lurewatch.indexer.text;

import com.ibm.icu.text.Normalizer2;

/// NFKC with all digits as ASCII, Hangul put together from loose letters, and look-alikes undone.
///
/// NFKC turns a lone compatibility consonant (`ㅌ`) into a conjoining one; it is turned back, so
/// that what people type stays what we match.
final class FoldedView {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    static final int KEYCAP = 0x20E3;

    /// Stands for a picture that only parts letters, as a sign does that stands in no word.
    private static final char PARTING = '*';

    /// `➕855`: of the signs that stand for a plus, the one that NFKC leaves alone.
    static final int HEAVY_PLUS = 0x2795;

    private final View clean;
    private final String text;
    private final ViewBuilder view;
    private final StringBuilder segment = new StringBuilder();

    private FoldedView(View clean) {
        this.clean = clean;
        this.text = clean.text();
        this.view = new ViewBuilder(text.length() + 8);
    }

    static View of(View clean) {
        String text = clean.text();
        if (UnfoldedCharacters.runFrom(text, 0) < text.length()) {
            return new FoldedView(clean).build();
        }
        String undone = Confusables.undone(text);
        return undone.equals(text) ? clean : clean.withText(undone);
    }

    private View build() {
        int i = 0;
        while (i < text.length()) {
            i = fold(i);
        }
        View folded = view.view();
        return folded.withText(Confusables.undone(folded.text()));
    }

    private int fold(int start) {
        if (UnfoldedCharacters.isAt(text, start)) {
            char c = text.charAt(start);
            view.add(c, clean.rawStart(start), clean.rawEnd(start + 1));
            return start + 1;
        }
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        if (first < 0x80 && (end == text.length() || text.charAt(end) < 0x80)) {
            add(first, start, end);
            return end;
        }
        int jamoEnd = LooseJamo.end(text, start);
        if (jamoEnd > start) {
            add(LooseJamo.syllable(text, start, jamoEnd), start, jamoEnd);
            return jamoEnd;
        }
        while (end < text.length() && end - start < Segments.MAX_LENGTH) {
            int next = text.codePointAt(end);
            if (next != KEYCAP && (!Segments.continues(NFKC, next) || LooseJamo.isLetter(next))) {
                break;
            }
            end += Character.charCount(next);
        }
        if (isParting(first, start, end)) {
            if (text.charAt(start - 1) < 0x80 && text.charAt(end) < 0x80) {
                view.add(PARTING, clean.rawStart(start), clean.rawEnd(end));
            }
            return end; // no view puts letters of other scripts together again
        }
        addNormalised(first, start, end);
        if (isItem(first, start, end)) {
            view.add(' ', clean.rawStart(start), clean.rawEnd(end));
        }
        return end;
    }

    /// `W🔥h🔥a🔥t🔥s`: whether a picture stands between two letters or digits one of which is a
    /// single one, where it only parts them.
    private boolean isParting(int first, int start, int end) {
        return Character.getType(first) == Character.OTHER_SYMBOL
                && isAlphabeticAt(start - 1)
                && isAlphabeticAt(end)
                && (isSingle(start - 1) || isSingle(end))
                && first != HEAVY_PLUS
                && Digits.folded(first) == first
                && NFKC.getDecomposition(first) == null;
    }

    private boolean isAlphabeticAt(int i) {
        return i >= 0 && i < text.length() && isAlphabetic(text.charAt(i));
    }

    private boolean isSingle(int i) {
        return (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
    }

    /// A sign of a script whose words are read letter by letter: Latin, Greek, Cyrillic.
    private static boolean isAlphabetic(char c) {
        return c < 0x530 && (Character.isLetterOrDigit(c) || c == '_');
    }

    /// `①TG: name`: whether a number in a circle or bracket counts what follows and is no digit of
    /// a longer number.
    private boolean isItem(int first, int start, int end) {
        boolean enclosed =
                (first >= 0x2460 && first <= 0x249B) || (first >= 0x2776 && first <= 0x2793);
        return enclosed
                && end < text.length()
                && Character.isLetter(text.charAt(end))
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
    }

    private void addNormalised(int first, int start, int end) {
        boolean alone = end == start + Character.charCount(first);
        if (alone && (Segments.isPlain(first) || NFKC.isInert(first))) {
            add(first, start, end);
            return;
        }
        segment.setLength(0);
        segment.append(text, start, end);
        boolean normal = NFKC.spanQuickCheckYes(segment) == segment.length();
        CharSequence made = normal ? segment : NFKC.normalize(segment);
        for (int i = 0; i < made.length(); ) {
            int codePoint = Character.codePointAt(made, i);
            i += Character.charCount(codePoint);
            if (codePoint != KEYCAP) {
                add(LooseJamo.compatibility(codePoint), start, end);
            }
        }
    }

    private void add(int codePoint, int start, int end) {
        String domino = Digits.ofDomino(codePoint);
        if (!domino.isEmpty()) {
            view.addAll(domino, clean.rawStart(start), clean.rawEnd(end));
            return;
        }
        int shown = codePoint < 0x80 ? codePoint : Digits.folded(codePoint);
        shown = shown == HEAVY_PLUS ? '+' : shown;
        view.addCodePoint(shown, clean.rawStart(start), clean.rawEnd(end));
    }
}
