package lurewatch.indexer.scan;

import lurewatch.indexer.text.View;

/// What stands between the characters of a literal that was found in the squashed view, where the
/// literal itself has no blank. Squashing joins neighbouring words (`식사 기도` holds `사기`), so that a
/// short literal over a plain blank proves nothing.
final class Gaps {
    /// Signs that list or enclose things, as ordinary writers use them.
    private static final String ORDINARY = ",/()[]{}<>\"'`|:、，。：；！？「」『』【】（）《》〈〉“”‘’·・!?";

    private final int length;
    private int blanks;
    private int signs;
    private int hidden;
    private int breaks;

    private Gaps(int length) {
        this.length = length;
    }

    static Gaps in(Literal literal, String raw, View view, int start, int end) {
        Gaps gaps = new Gaps(end - start);
        for (int i = start + 1; i < end; i++) {
            int from = view.rawEnd(i);
            int to = view.rawStart(i);
            if (to <= from) {
                continue;
            }
            if (!literal.hasSpaceBefore(i - start)) {
                gaps.count(raw, from, to);
            } else if (holdsStop(raw, from, to)) {
                gaps.breaks++;
            }
        }
        return gaps;
    }

    /// A stop with a blank after it, or one that needs none.
    private static boolean holdsStop(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if ("。！？".indexOf(c) >= 0 || (".!?".indexOf(c) >= 0 && i + 1 < to)) {
                return true;
            }
        }
        return false;
    }

    private void count(String raw, int from, int to) {
        boolean onlyBlanks = true;
        boolean onlyHidden = true;
        boolean ordinary = false;
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean invisible =
                    Character.getType(c) == Character.FORMAT
                            || c == 0x3164
                            || (c >= 0xFE00 && c <= 0xFE0F);
            onlyBlanks &= blank;
            onlyHidden &= invisible;
            ordinary |= ORDINARY.indexOf(c) >= 0;
        }
        if (onlyHidden) {
            hidden++;
        } else if (holdsStop(raw, from, to) || raw.substring(from, to).indexOf('\n') >= 0) {
            breaks++;
        } else if (onlyBlanks) {
            blanks++;
        } else if (ordinary && !(raw.charAt(from) == '·' && to - from == 1 && length >= 4)) {
            breaks++; // a dot also lists words, but hardly such that a long literal spans two
        } else {
            signs++;
        }
    }

    boolean areAcceptable() {
        if (isSpelledOut()) {
            return true;
        }
        if (breaks > 0) {
            return false;
        }
        return length >= 4 || blanks == 0;
    }

    /// Whether a plain search would have missed it on purpose.
    boolean areDisguise() {
        return signs > 0 || hidden > 0 || isSpelledOut();
    }

    private boolean isSpelledOut() {
        return length >= 3 && blanks + signs + hidden + breaks >= length - 1;
    }
}
