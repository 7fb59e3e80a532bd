package lurewatch.indexer.text;

import java.text.Normalizer;

/// Latin words as they are meant: without diacritics, with `4 3 1 0 @ ! $ €` inside a word read as
/// the letters they stand for, signs inside a word dropped, and words spelled out letter by letter
/// put together. Between whole words stands one blank, so `data-entry` is `data entry`.
///
/// Other scripts pass unchanged. Addresses (`name@host.com`, `t.me/name`) pass unchanged too.
final class BareView {
    private static final String LEET = "43105@!$7€9£";
    private static final String LETTERS = "aeiosaistegl";

    /// Signs that join no words, so that between letters they only part them.
    private static final String INSERTED = "*~·•‧^|";

    private static final String OPENING = "([{（【「";

    /// Chinese, Japanese and Korean characters and punctuation, and little else, from here on.
    private static final char FIRST_UNSPACED = '\u2E80';

    private static final char[] BASE = bases();

    private final View folded;
    private final String text;
    private final ViewBuilder view;

    private BareView(View folded) {
        this.folded = folded;
        this.text = folded.text();
        this.view = new ViewBuilder(text.length());
    }

    static View of(View folded) {
        return new BareView(folded).build();
    }

    private View build() {
        int i = 0;
        while (i < text.length()) {
            int plainEnd = plainWordsEnd(i);
            if (plainEnd > i) {
                view.addInPlace(text, i, plainEnd);
                i = plainEnd;
                continue;
            }
            int spelledEnd = spelledOutEnd(i);
            if (spelledEnd > i) {
                addLetters(i, spelledEnd);
                i = spelledEnd;
            } else if (isBlank(text.charAt(i))) {
                add(' ', i);
                i++;
            } else if (opensSpelledWord(i)) {
                add(text.charAt(i), i);
                i++;
            } else {
                i = addToken(i);
            }
        }
        return view.view();
    }

    /// Where the words end that begin at `start`, have two ASCII letters at least and nothing else,
    /// with the one blank behind each: most of most texts. `start` where there is none, or where
    /// the folded view has moved its characters.
    private int plainWordsEnd(int start) {
        if (!folded.isInPlace()) {
            return start;
        }
        int done = start;
        int i = start;
        while (i < text.length() && isAsciiLetter(text.charAt(i))) {
            i++;
            if (i < text.length() && text.charAt(i) == ' ' && i - done > 1) {
                i++;
                done = i;
            }
        }
        return done;
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /// Where a word ends that is spelled out from `start`, as in `t e l e` or `t.e.l.e`: at least
    /// four single letters with one separator between two; `start` where there is none.
    private int spelledOutEnd(int start) {
        if (!isLatin(text.charAt(start))
                || (start > 0 && isWord(text.charAt(start - 1)) && !isUnspaced(start - 1))) {
            return start;
        }
        int i = start;
        int letters = 1;
        int gap = gapAfter(start);
        while (i + 2 < text.length()
                && isSeparator(text.charAt(i + 1))
                && gapAfter(i) == gap // where it is wider, the next word begins
                && isLatin(text.charAt(i + 2))
                && (i + 3 == text.length() || !isWord(text.charAt(i + 3)))) {
            i += 2;
            letters++;
        }
        return letters >= 4 ? i + 1 : start;
    }

    /// Whether a bracket stands right before a word that is spelled out.
    private boolean opensSpelledWord(int i) {
        return OPENING.indexOf(text.charAt(i)) >= 0
                && i + 1 < text.length()
                && spelledOutEnd(i + 1) > i + 1;
    }

    /// How much of the raw text stands between this character and the next but one.
    private int gapAfter(int i) {
        return i + 2 < text.length() ? folded.rawStart(i + 2) - folded.rawEnd(i + 1) : 0;
    }

    private void addLetters(int start, int end) {
        for (int i = start; i < end; i += 2) {
            add(base(text.charAt(i)), i);
        }
    }

    private int addToken(int start) {
        int end = start;
        boolean plain = true;
        while (end < text.length() && !isBlank(text.charAt(end)) && !isSpelledBehind(start, end)) {
            char c = text.charAt(end++);
            plain &= isLatin(c) || isOtherScript(c);
        }
        boolean verbatim = plain || isAddress(start, end);
        for (int i = start; i < end; i++) {
            if (!verbatim && endsLeetWord(i, start, end)) {
                add(LETTERS.charAt(LEET.indexOf(text.charAt(i))), i);
            } else {
                addInToken(i, start, end, verbatim);
            }
        }
        return end;
    }

    /// Whether a word spelled out begins right behind a script without blanks: `加T e l e`.
    private boolean isSpelledBehind(int start, int i) {
        return i > start && isUnspaced(i - 1) && spelledOutEnd(i) > i;
    }

    /// Whether it is of a script that puts no blanks between words, or of its punctuation.
    private boolean isUnspaced(int i) {
        return text.charAt(i) >= FIRST_UNSPACED;
    }

    /// The second 3 of `t3l3`: the last of a word in which another sign stands for a letter.
    private boolean endsLeetWord(int i, int start, int end) {
        return LEET.indexOf(text.charAt(i)) >= 0
                && i - start >= 3
                && (i + 1 == end || !isWord(text.charAt(i + 1)))
                && isLatin(text.charAt(i - 1))
                && LEET.indexOf(text.charAt(i - 2)) >= 0
                && isLatin(text.charAt(i - 3));
    }

    private void addInToken(int i, int start, int end, boolean verbatim) {
        char c = text.charAt(i);
        if (verbatim || isLatin(c) || isOtherScript(c)) {
            add(base(c), i);
            return;
        }
        boolean between =
                i > start
                        && i + 1 < end
                        && isLatin(text.charAt(i - 1))
                        && isLatinOrLeet(i + 1, end);
        int leet = LEET.indexOf(c);
        if (between && leet >= 0) {
            add(LETTERS.charAt(leet), i);
        } else if (between && (INSERTED.indexOf(c) >= 0 || !joinsWords(i, start, end))) {
            return;
        } else {
            add(c >= '0' && c <= '9' ? c : between ? ' ' : c, i);
        }
    }

    /// A sign with a stretch of three letters or more on both sides stands between two words.
    private boolean joinsWords(int i, int start, int end) {
        return i - start >= 3
                && end - i > 3
                && isLatin(text.charAt(i - 2))
                && isLatin(text.charAt(i - 3))
                && isLatin(text.charAt(i + 2))
                && isLatin(text.charAt(i + 3));
    }

    private boolean isLatinOrLeet(int i, int end) {
        char c = text.charAt(i);
        return isLatin(c) || (LEET.indexOf(c) >= 0 && i + 1 < end && isLatin(text.charAt(i + 1)));
    }

    /// `name@host.com`, `host.com/path` and `@name`: what stands there is a name, not a disguise.
    private boolean isAddress(int start, int end) {
        int at = -1;
        int dot = -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                at = i;
            } else if (c == '.') {
                dot = i;
            }
            if ((c == '/' && dot > start) || (c == '.' && at >= 0 && i - at > 2)) {
                return true;
            }
        }
        return at == start;
    }

    private void add(char c, int index) {
        view.add(c, folded.rawStart(index), folded.rawEnd(index + 1));
    }

    private static boolean isOtherScript(char c) {
        return c >= 0x250 && LEET.indexOf(c) < 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '.' || c == '_' || c == '-' || INSERTED.indexOf(c) >= 0;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 0xDF && c < 0x250 && c != 0xF7)
                || (c >= 0x1E00 && c < 0x1F00);
    }

    private static boolean isWord(char c) {
        return isLatin(c) || (c >= '0' && c <= '9') || (c >= 0x250 && Character.isLetter(c));
    }

    /// The letter without its marks.
    static char base(char c) {
        if (c >= 0xDF && c < 0x250) {
            return BASE[c - 0xDF];
        }
        return c >= 0x1E00 && c < 0x1F00 ? BASE[0x250 - 0xDF + c - 0x1E00] : c;
    }

    private static char[] bases() {
        char[] bases = new char[0x250 - 0xDF + 0x100];
        for (int i = 0; i < bases.length; i++) {
            int c = i < 0x250 - 0xDF ? i + 0xDF : i - (0x250 - 0xDF) + 0x1E00;
            String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            char first = parts.charAt(0);
            bases[i] =
                    first == 'đ'
                            ? 'd'
                            : first == 'ı' ? 'i' : first == 'ø' ? 'o' : first == 'ł' ? 'l' : first;
        }
        return bases;
    }
}
