package lurewatch.indexer.text;

import com.ibm.icu.text.Normalizer2;
import java.util.BitSet;

/// A text as a reader sees it: NFC, without invisible characters, every blank a blank and every
/// line end a line feed, and words in fancy letters ([StyledLetters]) in plain ones. What is judged
/// is what is seen; the way back to the raw text is kept, and where something invisible was.
public final class VisibleText {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /// No letter bears as many, and to bring more into their order takes quadratic time.
    private static final int MOST_MARKS = 30;

    private final View view;
    private final BitSet hiddenBefore;
    private final boolean isStyled;

    private VisibleText(View view, BitSet hiddenBefore, boolean isStyled) {
        this.view = view;
        this.hiddenBefore = hiddenBefore;
        this.isStyled = isStyled;
    }

    public static VisibleText of(String raw) {
        VisibleText visible = invisibleTakenOut(raw);
        String plain = StyledLetters.undone(visible.text());
        if (plain.equals(visible.text())) {
            return visible;
        }
        BitSet hiddenBefore = (BitSet) visible.hiddenBefore.clone();
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) != visible.text().charAt(i)) {
                hiddenBefore.set(i, i + 2);
            }
        }
        return new VisibleText(visible.view.withText(plain), hiddenBefore, true);
    }

    private static VisibleText invisibleTakenOut(String raw) {
        if (isPlain(raw)) {
            return new VisibleText(View.asIs(raw), new BitSet(), false);
        }
        View view = CleanView.visible(raw);
        BitSet hiddenBefore = new BitSet();
        for (int i = 1; i < view.length(); i++) {
            if (view.rawStart(i) > view.rawEnd(i)
                    || raw.charAt(view.rawStart(i)) == Overridden.OVERRIDE) {
                hiddenBefore.set(i);
            }
        }
        return new VisibleText(view, hiddenBefore, false);
    }

    public String text() {
        return view.text();
    }

    /// With a blank before some characters that nobody sees, for words that were run together.
    public VisibleText withBlanksBefore(BitSet characters) {
        ViewBuilder parted = new ViewBuilder(view.length() + characters.cardinality());
        BitSet hidden = new BitSet();
        int added = 0;
        for (int i = 0; i < view.length(); i++) {
            if (characters.get(i)) {
                parted.add(' ', view.rawStart(i), view.rawStart(i));
                added++;
            }
            if (hiddenBefore.get(i) || characters.get(i)) {
                hidden.set(i + added);
            }
            parted.add(view.text().charAt(i), view.rawStart(i), view.rawEnd(i + 1));
        }
        return new VisibleText(parted.view(), hidden, isStyled);
    }

    /// Whether the raw text is what a reader sees, so that all offsets are its own.
    public boolean isRaw() {
        return view.isInPlace() && !isStyled;
    }

    public int rawStart(int index) {
        return view.rawStart(index);
    }

    /// Where in the raw text ends what stands before `end`.
    public int rawEnd(int end) {
        return view.rawEnd(end);
    }

    /// Whether something invisible stands within what is seen from `start` to `end`, or a letter in
    /// the shape of another.
    public boolean hidesWithin(int start, int end) {
        int hidden = hiddenBefore.nextSetBit(start + 1);
        return hidden >= 0 && hidden < end;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isPlain(String raw) {
        boolean normal = true;
        boolean isBurmese = false;
        int marks = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Mojibake.mayBegin(raw, i)) {
                return false;
            }
            isBurmese |= Zawgyi.isBurmese(c);
            if (c < 0x7F) {
                if (c < ' ' && c != '\n' && c != '\t') {
                    return false;
                }
            } else if (!UnfoldedCharacters.is(c) && !Segments.isPlain(c)) {
                int codePoint = raw.codePointAt(i);
                if (Invisible.at(raw, i, codePoint) || Character.isSpaceChar(codePoint)) {
                    return false;
                }
                marks = isMark(codePoint) ? marks + 1 : 0;
                if (marks > MOST_MARKS) {
                    return false;
                }
                normal = false;
                i += Character.charCount(codePoint) - 1;
            } else if (c < 0xA0) {
                return false;
            }
        }
        return (!isBurmese || !Zawgyi.isIn(raw)) && (normal || NFC.isNormalized(raw));
    }
}
