package lurewatch.indexer.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/// The words of a text as they are meant, one blank between two: what `bare` does for words in
/// Latin letters, and for the scripts that need no spaces the same: signs and blanks inside of a
/// word go (`통*장`, `ง า น`, `柬.埔.寨`), and traditional Chinese characters are simplified ones.
///
/// `l` is read as `i`: in `teIegram` and `te1egram` nobody can tell them apart. So this is a
/// reading to be compared with another of its kind, and nothing to be shown.
final class MeantView {
    private static final Normalizer2 CASELESS = Normalizer2.getNFKCCasefoldInstance();

    /// Signs between two letters of a word; more of them part two words.
    private static final int MOST_INSERTED = 3;

    /// What ends a sentence or a clause, or stands around words.
    private static final String PUNCTUATION = "，。、；：！？,;:!?…()（）[]【】「」『』《》<>“”\"'|";

    /// The same in Korean, where `체;크` and `고.수.익` are seen and `,` parts words.
    private static final String PUNCTUATION_IN_KOREAN = "，。、！？!?…()（）[]【】「」『』《》<>“”\"'";

    /// Signs between the two parts of a compound, and how long a part is.
    private static final String PARTING = "._·~*-";

    private static final int SHORTEST_PART = 2;
    private static final int LONGEST_PART = 20;
    private static final int MOST_COMPOUNDS = 50;

    private final View bare;
    private final String text;
    private final ViewBuilder view;

    private MeantView(View bare) {
        this.bare = bare;
        this.text = bare.text();
        this.view = new ViewBuilder(text.length());
    }

    static View of(View bare) {
        return new MeantView(bare).build();
    }

    private View build() {
        int i = 0;
        boolean isFirst = true;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && !isWordAt(i)) {
                i += Character.charCount(text.codePointAt(i));
            }
            if (i > start && i < text.length() && !isFirst && !isInsideOfAWord(start, i)) {
                view.add(' ', bare.rawStart(start), bare.rawEnd(i));
            }
            if (i < text.length()) {
                int codePoint = text.codePointAt(i);
                int next = i + Character.charCount(codePoint);
                view.addCodePoint(read(codePoint), bare.rawStart(i), bare.rawEnd(next));
                isFirst = false;
                i = next;
            }
        }
        return view.view();
    }

    /// `_` belongs to names in Latin letters and to no other word.
    private boolean isWordAt(int i) {
        int codePoint = text.codePointAt(i);
        return codePoint == '_' ? isAscii(i - 1) && isAscii(i + 1) : isWord(codePoint);
    }

    private boolean isAscii(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) < 0x80 && isWord(text.charAt(i));
    }

    private static int read(int codePoint) {
        return codePoint == 'l' ? 'i' : SimplifiedChinese.of(codePoint);
    }

    /// Whether what stands between two letters was put into a word.
    private boolean isInsideOfAWord(int start, int end) {
        if (start == 0 || end - start > MOST_INSERTED) {
            return false;
        }
        char before = text.charAt(start - 1);
        char behind = text.charAt(end);
        if (isHangul(before) && isHangul(behind)) {
            return isBlankOnly(start, end)
                    ? standsAlone(start - 1) && standsAlone(end)
                    : has(start, end, PUNCTUATION_IN_KOREAN) == 0 && has(start, end, " \n") == 0;
        }
        return isUnspaced(before) && isUnspaced(behind) && has(start, end, PUNCTUATION + "\n") == 0;
    }

    private boolean isBlankOnly(int start, int end) {
        return has(start, end, " \n") == end - start;
    }

    private int has(int start, int end, String signs) {
        int found = 0;
        for (int i = start; i < end; i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                found++;
            }
        }
        return found;
    }

    /// Whether a letter has no letter on either side.
    private boolean standsAlone(int i) {
        return (i == 0 || !isWord(text.charAt(i - 1)))
                && (i + 1 == text.length() || !isWord(text.charAt(i + 1)));
    }

    private static boolean isHangul(char c) {
        return LooseJamo.isLetter(c) || Script.of(c) == Script.HANGUL;
    }

    private static boolean isUnspaced(char c) {
        return switch (Script.of(c)) {
            case HAN, KANA, THAI, LAO, KHMER, BURMESE -> true;
            case LATIN,
                    HANGUL,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ODIA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    ARABIC,
                    CYRILLIC,
                    ETHIOPIC,
                    SINHALA,
                    GEORGIAN,
                    GREEK,
                    HEBREW,
                    ARMENIAN,
                    OTHER ->
                    false;
        };
    }

    private static boolean isWord(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint);
        }
        return WordSigns.isBeyondAscii(codePoint);
    }

    /// Words that one sign parts (`pas.sport`, `thai_land`), put together as they would be read
    /// here: they may be two words, so they stand beside the view and not in it.
    static List<String> compounds(String folded) {
        List<String> compounds = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < folded.length() && compounds.size() < MOST_COMPOUNDS; i++) {
            if (isSmallAscii(folded.charAt(i)) || PARTING.indexOf(folded.charAt(i)) < 0) {
                continue;
            }
            int start = lettersBefore(folded, i);
            int end = lettersBehind(folded, i + 1);
            if (start >= done
                    && isPart(i - start)
                    && isPart(end - i - 1)
                    && (start == 0 || mayStandBefore(folded.charAt(start - 1)))
                    && (end == folded.length() || mayStandBehind(folded.charAt(end)))) {
                compounds.add(
                        (folded.substring(start, i) + folded.substring(i + 1, end))
                                .replace('l', 'i'));
                done = end;
                i = end - 1;
            }
        }
        return compounds;
    }

    private static int lettersBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_PART && isSmallAscii(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int lettersBehind(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start <= LONGEST_PART
                && isSmallAscii(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(int length) {
        return length >= SHORTEST_PART && length <= LONGEST_PART;
    }

    private static boolean isSmallAscii(char c) {
        return c >= 'a' && c <= 'z';
    }

    /// Neither of a longer word nor of an address.
    private static boolean mayStandBefore(char c) {
        return c != '.' && mayStandBehind(c);
    }

    private static boolean mayStandBehind(char c) {
        return c >= 0x80 || !(Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '/');
    }

    /// Whether a text in ASCII plainly writes the words that are meant, so that neither reading
    /// need be made to know that the two are the same. False where only a closer look would tell.
    static boolean isPlainlyWritten(String bare, String raw) {
        int b = 0;
        int r = 0;
        while (b < bare.length() || r < raw.length()) {
            char meant = b < bare.length() ? bare.charAt(b) : ' ';
            char written = r < raw.length() ? raw.charAt(r) : ' ';
            if (isPlainSign(meant) && isPlainSign(written)) {
                b = signsEnd(bare, b);
                r = signsEnd(raw, r);
            } else if (isPlainWord(meant) && read(meant) == read(small(written))) {
                b++;
                r++;
            } else {
                return false;
            }
        }
        return true;
    }

    private static int small(char c) {
        return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    }

    private static int signsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isPlainSign(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPlainSign(char c) {
        return c < 0x80 && c != '_' && !isPlainWord(c);
    }

    private static boolean isPlainWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /// The words as they are written, spelled like those of this view: the two differ where words
    /// are hidden.
    static String asWritten(String raw) {
        String caseless = CASELESS.normalize(raw);
        StringBuilder written = new StringBuilder(caseless.length());
        boolean parted = false;
        for (int i = 0; i < caseless.length(); ) {
            int codePoint = caseless.codePointAt(i);
            i += Character.charCount(codePoint);
            if (!isWord(codePoint) && codePoint != '_') {
                parted = true;
                continue;
            }
            if (parted && !written.isEmpty()) {
                written.append(' ');
            }
            parted = false;
            int base =
                    Character.isBmpCodePoint(codePoint)
                            ? BareView.base((char) codePoint)
                            : codePoint;
            written.appendCodePoint(base == 'l' ? 'i' : Digits.folded(base));
        }
        return written.toString();
    }
}
