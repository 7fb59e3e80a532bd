package lurewatch.indexer.contact;

import java.util.Set;
import lurewatch.indexer.Contact;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// Tells whether a contact was written so that a plain search misses it: letters and digits that
/// only look like what they are read as, or something invisible between them.
///
/// Full-width and other scripts' digits are how some languages write numbers; full-width letters
/// are no way to write a name that one types into an app.
final class Concealment {
    static final Set<Contact.Trait> DISGUISED = Set.of(Contact.Trait.DISGUISED);

    private Concealment() {}

    /// What is known of a contact when it is known whether it was disguised.
    static Set<Contact.Trait> traits(boolean disguised) {
        return disguised ? DISGUISED : Set.of();
    }

    /// Whether what stands from `start` to `end` of the view was disguised in the raw text.
    static boolean isIn(View view, String raw, int start, int end) {
        for (int i = start; i < end; i++) {
            char shown = view.text().charAt(i);
            boolean telling = Scripts.isAsciiWord(shown) || shown == '@' || shown == '+';
            if ((telling && isDisguise(view, raw, i, shown))
                    || (i > start && view.rawStart(i) > view.rawEnd(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDisguise(View view, String raw, int i, char shown) {
        int codePoint = raw.codePointAt(view.rawStart(i));
        if (view.rawEnd(i + 1) - view.rawStart(i) > Character.charCount(codePoint)) {
            return true; // a sign around it, as in a keycap
        }
        if (codePoint == shown || Character.toLowerCase(codePoint) == shown) {
            return false;
        }
        boolean digit =
                Scripts.isAsciiDigit(shown)
                        && Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
                        && codePoint < 0x1D000; // mathematical digits are decimal ones as well
        boolean fullWidthSign = (shown == '@' || shown == '+') && codePoint == shown + 0xFEE0;
        return !digit && !fullWidthSign;
    }
}
