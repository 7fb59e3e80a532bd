package lurewatch.indexer.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.campaign.MaskedText.Slot;
import lurewatch.indexer.campaign.MaskedText.Word;
import lurewatch.indexer.text.View;

/// Cuts a folded text into words and slots, in one walk from its start to its end.
final class Masking {
    private static final int WORD = 2;
    private static final int LETTER = 1;

    /// Blanks bound the run in which a link or mail address is looked for.
    private static final int LONGEST_RUN = 300;

    private static final int LONGEST_LABEL = 12;
    private static final int ASCII = 0x80;

    /// By ASCII character: whether it may stand in the run of a link or mail address.
    private static final boolean[] IN_RUN = inRun();

    private final View folded;
    private final String text;
    private final BitSet contacts;
    private final BitSet names;
    private final boolean hasMasked;
    private final List<Word> words = new ArrayList<>();

    Masking(View folded, BitSet contacts, BitSet names) {
        this.folded = folded;
        this.text = folded.text();
        this.contacts = contacts;
        this.names = names;
        this.hasMasked = !contacts.isEmpty() || !names.isEmpty();
    }

    private static boolean[] inRun() {
        boolean[] in = new boolean[ASCII];
        for (char c = ' ' + 1; c < 0x7f; c++) {
            in[c] = "\"'<>()[]{},;|".indexOf(c) < 0;
        }
        return in;
    }

    List<Word> words() {
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
        return words;
    }

    private int next(int at) {
        if (isMasked(at)) {
            return contacts.get(folded.rawStart(at))
                    ? slot(Slot.CONTACT, at, endOf(contacts, at))
                    : slot(Slot.NAME, at, endOf(names, at));
        }
        int c = text.codePointAt(at);
        if (Character.isDigit(c)) {
            return slot(Slot.NUMBER, at, numberEnd(at));
        }
        if (isRunStart(c)) {
            int end = runEnd(at);
            if (hasAddress(at, end)) {
                return slot(Slot.CONTACT, at, end);
            }
        }
        if (!isLetter(c)) {
            return at + Character.charCount(c);
        }
        if (standsAlone(c)) {
            return word(at, letterEnd(at, c), isAlphabetic(c) ? LETTER : WORD);
        }
        return word(at, wordEnd(at), WORD);
    }

    private int word(int at, int end, int weight) {
        words.add(
                new Word(
                        text.substring(at, end),
                        weight,
                        folded.rawStart(at),
                        folded.rawEnd(end),
                        Optional.empty()));
        return end;
    }

    private int slot(Slot kind, int at, int end) {
        boolean continues =
                !words.isEmpty() && words.getLast().slot().filter(kind::equals).isPresent();
        int start = continues ? words.removeLast().start() : folded.rawStart(at);
        words.add(new Word(kind.shown(), WORD, start, folded.rawEnd(end), Optional.of(kind)));
        return end;
    }

    private int endOf(BitSet places, int at) {
        int end = at + 1;
        while (end < text.length() && places.get(folded.rawStart(end))) {
            end++;
        }
        return end;
    }

    /// Digits and what stands between digits: `1,500`, `09:00`, `1500~3000`.
    private int numberEnd(int at) {
        int end = at + 1;
        while (end < text.length()
                && (Character.isDigit(text.charAt(end))
                        || (".,:/-~".indexOf(text.charAt(end)) >= 0
                                && end + 1 < text.length()
                                && Character.isDigit(text.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    private static boolean isRunStart(int c) {
        return c == '@' || isAsciiLetter(c);
    }

    private int runEnd(int at) {
        int end = at;
        while (end < text.length()
                && end - at < LONGEST_RUN
                && text.charAt(end) < ASCII
                && IN_RUN[text.charAt(end)]) {
            end++;
        }
        return end;
    }

    /// Whether a run holds a link or mail address by its form: `a@b`, `x://`, `www.`, `a.bc/`.
    private boolean hasAddress(int at, int end) {
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@'
                    || (c == ':' && i + 3 <= end && text.startsWith("://", i))
                    || (c == '.' && i > at && isInHost(at, i, end))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInHost(int at, int dot, int end) {
        if (dot - 3 >= at && text.startsWith("www", dot - 3)) {
            return true;
        }
        char before = text.charAt(dot - 1);
        if (before != '-' && !isLower(before) && !Character.isDigit(before)) {
            return false;
        }
        int label = dot + 1;
        while (label < end && label - dot <= LONGEST_LABEL && isLower(text.charAt(label))) {
            label++;
        }
        int letters = label - dot - 1;
        return letters >= 2 && letters <= LONGEST_LABEL && label < end && text.charAt(label) == '/';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private int wordEnd(int at) {
        int end = at;
        while (end < text.length()) {
            if (!hasMasked && isAsciiLetter(text.charAt(end))) {
                end++; // most of most texts
                continue;
            }
            int c = text.codePointAt(end);
            boolean inside = (isLetter(c) && !standsAlone(c)) || (c == '\'' && end > at);
            if (!inside || isMasked(end)) {
                break;
            }
            end += Character.charCount(c);
        }
        return Math.max(end, at + Character.charCount(text.codePointAt(at)));
    }

    private int letterEnd(int at, int c) {
        int end = at + Character.charCount(c);
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private boolean isMasked(int at) {
        if (!hasMasked) {
            return false;
        }
        int raw = folded.rawStart(at);
        return contacts.get(raw) || names.get(raw);
    }

    private static boolean isLetter(int c) {
        return c < ASCII ? isAsciiLetter(c) : Character.isLetter(c) || isMark(c);
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// Scripts in which blanks do not part words, or part them as anybody likes (Korean ads).
    private static boolean standsAlone(int c) {
        return c >= 0x0E00
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private static boolean isAlphabetic(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
