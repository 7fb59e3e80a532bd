package lurewatch.indexer.contact;

import java.util.BitSet;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// Words within names, mails and numbers that the text tells its reader to leave out:
/// `sample01USUNTO@host.com (bez USUNTO)`.
final class ToldJunk {
    /// How far from the name it is said.
    private static final int REACH = 64;

    /// How far what says so stands from the word, before it or behind it.
    private static final int NEAR = 24;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 16;
    private static final int MOST = 60;

    private ToldJunk() {}

    /// The view without them; the view itself where there are none. They are in capitals: any other
    /// word may stand in a name and beside it.
    static View without(View view) {
        String text = view.text();
        BitSet dropped = new BitSet();
        int tries = 0;
        int i = 0;
        while (i < text.length() && tries < MOST) {
            int end = i;
            while (end < text.length() && isCapital(text.charAt(end))) {
                end++;
            }
            boolean glued =
                    (i > 0 && isOfName(text.charAt(i - 1)))
                            || (end < text.length() && isOfName(text.charAt(end)));
            if (end - i >= SHORTEST && end - i <= LONGEST && glued && isWithinSmall(text, i, end)) {
                tries++;
                if (isToldNear(text, text.substring(i, end), i, end)) {
                    dropped.set(i, end);
                }
            }
            i = Math.max(end, i + 1);
        }
        return dropped.isEmpty() ? view : view.without(dropped::get);
    }

    /// Whether the text says near what stands between the places that its reader leave the junk
    /// out.
    static boolean isToldNear(String text, String junk, int start, int end) {
        int from = Math.max(0, start - REACH);
        int to = Math.min(text.length(), end + REACH);
        String around = LowerCase.of(text.substring(from, to));
        if (around.length() != to - from) {
            return false; // letters that are several in small
        }
        String small = LowerCase.of(junk);
        for (int at = around.indexOf(small); at >= 0; at = around.indexOf(small, at + 1)) {
            int behind = at + small.length();
            boolean alone =
                    (at == 0 || !isOfWord(around.charAt(at - 1), small))
                            && (behind == around.length()
                                    || !isOfWord(around.charAt(behind), small));
            if (alone
                    && PicturesInNames.NOTE.isIn(
                            around,
                            Math.max(0, at - NEAR),
                            Math.min(around.length(), behind + NEAR))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a small letter or digit stands on one side: `SAMPLE_HR` is all in capitals.
    private static boolean isWithinSmall(String text, int start, int end) {
        return (start > 0 && isSmall(text.charAt(start - 1)))
                || (end < text.length() && isSmall(text.charAt(end)));
    }

    private static boolean isSmall(char c) {
        return (c >= 'a' && c <= 'z') || Scripts.isAsciiDigit(c) || c == '@';
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /// Whether a word would go on there; words of other scripts may stand beside Latin ones.
    private static boolean isOfWord(char c, String word) {
        return isOfName(c) || (word.charAt(0) >= 0x80 && Character.isLetterOrDigit(c));
    }

    private static boolean isOfName(char c) {
        return Scripts.isAsciiWord(c) || c == '@';
    }
}
