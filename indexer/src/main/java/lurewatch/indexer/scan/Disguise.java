package lurewatch.indexer.scan;

import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Tells a disguised spelling from an ordinary variant.
final class Disguise {
    /// Letters of `wechat`, the shortest name of a messenger that is like no word.
    private static final int TELLING = 6;

    private final TextViews views;

    Disguise(TextViews views) {
        this.views = views;
    }

    /// Whether some letter of the view was made of something that only looks like it: a letter of
    /// another script, a mathematical or circled one, loose Hangul. Full-width forms are ordinary.
    boolean isInLetters(View view, int start, int end) {
        for (int i = start; i < end; i++) {
            char shown = view.text().charAt(i);
            char raw = views.raw().charAt(view.rawStart(i));
            if ((shown != raw && isLookAlike(shown, raw))
                    || (i > start && hidesSomething(view, i))) {
                return true;
            }
        }
        return false;
    }

    private boolean hidesSomething(View view, int i) {
        for (int at = view.rawEnd(i); at < view.rawStart(i); at++) {
            if (Character.getType(views.raw().charAt(at)) == Character.FORMAT) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLookAlike(char shown, char raw) {
        if (Scripts.isHangul(shown)) {
            return raw >= 'ㄱ' && raw <= 'ㅣ';
        }
        if (Scripts.isKana(shown)) {
            return Scripts.isHan(raw);
        }
        if (!Scripts.isAsciiLetter(shown)) {
            return false;
        }
        boolean fullWidth = raw >= 0xFF21 && raw <= 0xFF5A;
        boolean latin =
                raw < 0x250 || (raw >= 0x1E00 && raw < 0x1F00) || (raw >= 0x300 && raw < 0x370);
        return !fullWidth && !latin;
    }

    /// Whether a bare hit needed more than dropping diacritics: digits or signs read as letters, or
    /// signs dropped from inside a word.
    boolean isInBare(int start, int end) {
        View bare = views.bare();
        for (int i = start; i < end; i++) {
            char shown = bare.text().charAt(i);
            char raw = views.raw().charAt(bare.rawStart(i));
            if (Scripts.isAsciiLetter(shown) && !Character.isLetter(raw)) {
                return true;
            }
            if (i > start
                    && shown != ' '
                    && bare.text().charAt(i - 1) != ' '
                    && dropsSign(bare, i)) {
                return true;
            }
        }
        return isInLetters(bare, start, end);
    }

    private boolean dropsSign(View bare, int i) {
        int from = bare.rawEnd(i);
        int to = bare.rawStart(i);
        for (int at = from; at < to; at++) {
            char c = views.raw().charAt(at);
            if (c != '-' && c != '\'' && c != '’') {
                return true;
            }
        }
        return false;
    }

    /// A text may leave out the marks of a literal's letters, but not have others: `cần` is not
    /// `can`.
    boolean marksFit(Literal literal, int start, int end) {
        if (literal.target() instanceof Target.OfCue(Cue cue)
                && cue.isMessenger()
                && end - start >= TELLING) {
            return true; // no language has such a word with other marks
        }
        View bare = views.bare();
        View folded = views.folded();
        int at = folded.indexOf(bare.rawStart(start));
        for (int i = start; i < end; i++) {
            while (at + 1 < folded.length() && folded.rawStart(at) < bare.rawStart(i)) {
                at++;
            }
            char written = folded.text().charAt(at);
            boolean marked =
                    written >= 0xC0
                            && Character.isLetter(written)
                            && written != bare.text().charAt(i);
            if (marked && written != literal.letterAt(i - start)) {
                return false;
            }
        }
        return true;
    }
}
