package lurewatch.indexer.console;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/// Which characters of strangers' texts must not reach a reader as they are: the one list for every
/// encoder. What an encoder writes in their place is its own affair.
public final class HiddenCharacter {
    /// Real writing needs two or three marks upon a letter; more are there to smear over
    /// neighbouring lines.
    public static final int MOST_MARKS = 4;

    private HiddenCharacter() {}

    /// Whether a terminal, a script or a line reader would take it for more than text: controls
    /// (C0, DEL, C1), format characters (bidi controls and invisible ones among them), line
    /// separators and unpaired surrogates.
    public static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// Whether it acts, or whoever reads cannot know that it is there or what it is: private and
    /// unassigned code points, and others without ink.
    public static boolean isHidden(int c) {
        int type = Character.getType(c);
        return acts(c)
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || hasNoInk(c);
    }

    /// Whether it stands upon the letter before it.
    public static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// Fillers and joiners that are letters or marks by type. The variation selectors of emoji are
    /// let through: they are everywhere, and change a glyph only.
    private static boolean hasNoInk(int c) {
        return c > 0x7F
                && c != 0xFE0E
                && c != 0xFE0F
                && UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
