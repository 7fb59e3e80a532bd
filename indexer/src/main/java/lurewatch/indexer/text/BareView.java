package lurewatch.indexer.text;

import java.text.Normalizer;

/// Latin words as they are meant: without diacritics, with `4 3 1 0 @ ! $ €` inside a word read as
/// the letters they stand for, signs inside a word dropped, letters drawn out (`hiiiring`) written
/// once, and words spelled out letter by letter put together. Between whole words stands one blank,
/// so `data-entry` is `data entry`, and `#HiringNow` is `#hiring now`.
///
/// Other scripts pass unchanged, but that words spelled out in Cyrillic are put together. Addresses
/// (`name@host.com`, `t.me/name`) pass unchanged too.
final class BareView {
    private static final String LEET = "43105@!$7€9£";
    private static final String LETTERS = "aeiosaistegl";

    /// Signs that join no words, so that between letters they only part them.
    private static final String INSERTED = "*~·•‧^|";

    /// Part the letters of words that are spelled out and stand for other things elsewhere:
    /// `L/I/N/E`.
    private static final String PARTING = "/・";

    private static final String OPENING = "([{（【「";
    private static final String CLOSING = ")]}）】」";

    /// Characters between two letters of a word that is spelled out.
    private static final int WIDEST_GAP = 3;

    /// Letters that words have twice: drawn out, they are read as two.
    private static final String DOUBLED = "eo";

    /// Parts of a word with capitals inside that are words each, where it is no hashtag.
    private static final int LEAST_PARTS = 3;

    /// Chinese, Japanese and Korean characters and punctuation, and little else, from here on.
    private static final char FIRST_UNSPACED = '\u2E80';

    private static final char[] BASE = bases();

    private final View folded;
    private final String text;

    /// The same with capitals, place for place.
    private final String cased;

    private final ViewBuilder view;

    private BareView(View folded, View cased) {
        this.folded = folded;
        this.text = folded.text();
        this.cased = cased.text();
        this.view = new ViewBuilder(text.length());
    }

    static View of(View folded, View cased) {
        return new BareView(folded, cased).build();
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
            if (i > done && (beginsPart(i) || (i > done + 1 && isDrawnOut(i)))) {
                return done; // looked at closely
            }
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

    /// Where a word ends that is spelled out from `start`, as in `t e l e`, `t.e.l.e`, one letter a
    /// line, or `(t)(e)(l)(e)`: at least four single letters with the same between any two; `start`
    /// where there is none.
    private int spelledOutEnd(int start) {
        if (!isSpelled(text.charAt(start))
                || (start > 0 && isWord(text.charAt(start - 1)) && !isUnspaced(start - 1))
                || isWordBefore(start)) {
            return start;
        }
        int last = start;
        int letters = 1;
        int next = afterGap(start);
        int width = next - start;
        while (next > last
                && next - last == width
                && isSpelled(text.charAt(next))
                && (next + 1 == text.length() || !isWord(text.charAt(next + 1)))
                && (letters == 1 || isSameGap(start, last, width))) {
            last = next;
            letters++;
            next = afterGap(last);
        }
        return letters >= 4 ? last + 1 : start;
    }

    /// Whether a small letter is a word of its own before one spelled out with a capital: `в М ь я
    /// …`.
    private boolean isWordBefore(int start) {
        int next = start + 2;
        return next < text.length()
                && isBlank(text.charAt(start + 1))
                && cased.charAt(start) == text.charAt(start)
                && cased.charAt(next) != text.charAt(next);
    }

    /// Where the next letter may stand of a word that is spelled out; `letter` where there is none.
    private int afterGap(int letter) {
        int i = letter + 1;
        while (i < text.length() && i - letter <= WIDEST_GAP && isGap(text.charAt(i))) {
            i++;
        }
        return i < text.length() && i > letter + 1 ? i : letter;
    }

    /// Whether what stands behind two letters is of one kind: the same brackets, or one separator
    /// each. Where a blank is wider, the next word begins.
    private boolean isSameGap(int first, int other, int width) {
        boolean isOneSign = width == 2;
        boolean isAlike =
                isOneSign
                        ? isParting(text.charAt(other + 1))
                                && isBlank(text.charAt(first + 1))
                                        == isBlank(text.charAt(other + 1))
                        : text.regionMatches(first + 1, text, other + 1, width - 1);
        return isAlike
                && (!hasBlank(first, width)
                        || (isOneSign && gap(first, width) == gap(other, width)));
    }

    private boolean hasBlank(int letter, int width) {
        for (int i = letter + 1; i < letter + width; i++) {
            if (isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// How much of the raw text stands between a letter and the next.
    private int gap(int letter, int width) {
        return folded.rawStart(letter + width) - folded.rawEnd(letter + 1);
    }

    private static boolean isGap(char c) {
        return isParting(c) || OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
    }

    /// Whether a bracket stands right before a word that is spelled out.
    private boolean opensSpelledWord(int i) {
        return OPENING.indexOf(text.charAt(i)) >= 0
                && i + 1 < text.length()
                && spelledOutEnd(i + 1) > i + 1;
    }

    private void addLetters(int start, int end) {
        for (int i = start; i < end; i++) {
            if (isSpelled(text.charAt(i))) {
                add(base(text.charAt(i)), i);
            }
        }
    }

    /// Whether it is of an alphabet whose words are spelled out: Latin, Cyrillic.
    private static boolean isSpelled(char c) {
        return isLatin(c) || (c >= 0x400 && c < 0x530);
    }

    private int addToken(int start) {
        int end = start;
        boolean plain = true;
        while (end < text.length() && !isBlank(text.charAt(end)) && !isSpelledBehind(start, end)) {
            char c = text.charAt(end++);
            plain &= isLatin(c) || isOtherScript(c);
        }
        boolean isAddress = !plain && isAddress(start, end);
        boolean verbatim = plain || isAddress;
        boolean isParted = !isAddress && isParted(start, end);
        for (int i = start; i < end; i++) {
            if (isParted && i > start && beginsPart(i)) {
                add(' ', i - 1);
            }
            if (!isAddress && i > start + 1 && isDrawnOut(i)) {
                continue;
            }
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
        } else if (between && c == '_' && partsWords(start, end)) {
            add(' ', i);
        } else if (between && (INSERTED.indexOf(c) >= 0 || !joinsWords(i, start, end))) {
            return;
        } else {
            add(c >= '0' && c <= '9' ? c : between ? ' ' : c, i);
        }
    }

    /// Whether a capital stands behind a small letter, as where a word begins in `HiringNow`.
    private boolean beginsPart(int i) {
        char c = cased.charAt(i);
        return c != text.charAt(i)
                && isLatin(text.charAt(i))
                && isLatin(text.charAt(i - 1))
                && cased.charAt(i - 1) == text.charAt(i - 1);
    }

    /// Whether the words of a token are told by their capitals: a hashtag's, or several.
    private boolean isParted(int start, int end) {
        int parts = 1;
        for (int i = start + 1; i < end; i++) {
            parts += beginsPart(i) ? 1 : 0;
        }
        return parts >= (text.charAt(start) == '#' ? 2 : LEAST_PARTS);
    }

    /// The third of three same letters, and all that follow: `hiiiring`. The second goes too, but
    /// for letters that many words have twice.
    private boolean isDrawnOut(int i) {
        char c = text.charAt(i);
        if (text.charAt(i - 1) != c || !isLatin(c)) {
            return false;
        }
        boolean third = text.charAt(i - 2) == c;
        boolean second = i + 1 < text.length() && text.charAt(i + 1) == c && DOUBLED.indexOf(c) < 0;
        return third || second;
    }

    /// Whether the underscores of a token stand where blanks would: two at least, between parts
    /// that are words by their length.
    private boolean partsWords(int start, int end) {
        int underscores = 0;
        for (int i = start; i < end; i++) {
            underscores += text.charAt(i) == '_' ? 1 : 0;
        }
        return underscores >= 2 && end - start >= 4 * (underscores + 1) - 1;
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

    /// Whether it parts the letters of words that are spelled out, each on its line at times.
    private static boolean isParting(char c) {
        return isSeparator(c) || c == '\n' || PARTING.indexOf(c) >= 0;
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
                    switch (first) {
                        case 'đ' -> 'd';
                        case 'ı' -> 'i';
                        case 'ø' -> 'o';
                        case 'ł', 'ŀ' -> 'l';
                        default -> first;
                    };
        }
        return bases;
    }
}
