package lurewatch.indexer.detect;

import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// A name by which a channel knows its members, as read from a view.
///
/// @param marked by a colon, `@` or a word such as ID, so that it is surely meant as a name
/// @param spelledOut with something between its characters that is no part of it
record Handle(String name, int start, int end, boolean marked, boolean spelledOut) {
    private static final int MAX_LENGTH = 40;
    private static final int MIN_SPELLED = 5;

    /// Signs that stand in no name, so that between the letters of one they only part them.
    private static final String INSERTED = "*·•‧∙~^|․";

    /// Signs and blanks between single characters.
    private static final String SEPARATORS = " ._-/" + INSERTED;

    /// Reads the name at `index` of the view, in the form that the channel gives its names.
    static Optional<Handle> read(View view, int index, ContactKind kind, Mark mark) {
        String text = view.text();
        boolean withAt = text.charAt(index) == '@';
        int start = withAt ? index + 1 : index;
        boolean marked = withAt || mark == Mark.MARKED;
        Optional<Handle> spelled = spelledOut(view, start, index);
        if (spelled.isPresent() && fits(kind, spelled.get().name())) {
            return spelled;
        }
        StringBuilder name = new StringBuilder();
        int end = start;
        boolean parted = false;
        while (end < text.length() && name.length() <= MAX_LENGTH) {
            if (isNameCharacter(text.charAt(end), kind)) {
                name.append(text.charAt(end++));
            } else if (isInserted(text, start, end) || isBroken(text, start, end)) {
                parted = true;
                end++;
            } else {
                break;
            }
        }
        while (!name.isEmpty() && isTrailing(name.charAt(name.length() - 1))) {
            name.setLength(name.length() - 1);
            end--;
        }
        if (!fits(kind, name.toString()) || (end < text.length() && text.charAt(end) == '@')) {
            return Optional.empty();
        }
        return Optional.of(new Handle(name.toString(), index, end, marked, parted));
    }

    /// Whether a name was marked as one before it began.
    enum Mark {
        MARKED,
        UNMARKED
    }

    /// `s a m p l e _ 7 7`, `s.a.m.p.l.e_99`: at least five pieces, four of them single characters,
    /// with the same separator between all. Where a blank is wider, the next word begins.
    private static Optional<Handle> spelledOut(View view, int start, int index) {
        String text = view.text();
        if (start + 1 >= text.length()) {
            return Optional.empty();
        }
        char separator = text.charAt(start + 1);
        if (SEPARATORS.indexOf(separator) < 0) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        int pieces = 0;
        int singles = 0;
        int end = start;
        int i = start;
        while (i < text.length() && name.length() < MAX_LENGTH) {
            int pieceEnd = pieceEnd(text, i, separator);
            if (pieceEnd == i || (separator == ' ' && pieceEnd - i > 1)) {
                break;
            }
            name.append(text, i, pieceEnd);
            pieces++;
            singles += pieceEnd - i == 1 ? 1 : 0;
            end = pieceEnd;
            boolean goesOn =
                    pieceEnd + 1 < text.length()
                            && text.charAt(pieceEnd) == separator
                            && view.rawEnd(pieceEnd + 1) - view.rawStart(pieceEnd) == 1;
            if (!goesOn) {
                break;
            }
            i = pieceEnd + 1;
        }
        return pieces >= MIN_SPELLED && singles >= MIN_SPELLED - 1
                ? Optional.of(new Handle(name.toString(), index, end, true, true))
                : Optional.empty();
    }

    private static int pieceEnd(String text, int start, char separator) {
        int end = start;
        while (end < text.length()
                && end - start < MAX_LENGTH
                && text.charAt(end) != separator
                && Scripts.isAsciiWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isInserted(String text, int start, int i) {
        return INSERTED.indexOf(text.charAt(i)) >= 0 && isBetweenWordCharacters(text, start, i);
    }

    /// A line break or blank after an underscore or before one: no name ends or begins there.
    private static boolean isBroken(String text, int start, int i) {
        char c = text.charAt(i);
        return (c == '\n' || c == ' ')
                && isBetweenWordCharacters(text, start, i)
                && (text.charAt(i - 1) == '_' || text.charAt(i + 1) == '_');
    }

    private static boolean isBetweenWordCharacters(String text, int start, int i) {
        return i > start
                && i + 1 < text.length()
                && Scripts.isAsciiWord(text.charAt(i - 1))
                && Scripts.isAsciiWord(text.charAt(i + 1));
    }

    private static boolean isTrailing(char c) {
        return c == '.' || c == '-';
    }

    private static boolean isNameCharacter(char c, ContactKind kind) {
        return Scripts.isAsciiWord(c) || (kind != ContactKind.TELEGRAM && (c == '.' || c == '-'));
    }

    private static boolean fits(ContactKind kind, String name) {
        return switch (kind) {
            case TELEGRAM -> name.matches("[A-Za-z][A-Za-z0-9_]{3,31}");
            case KAKAOTALK, LINE ->
                    name.matches("[A-Za-z0-9][A-Za-z0-9._-]{3,19}") && !isNumber(name);
            case WECHAT -> name.matches("[A-Za-z][-_A-Za-z0-9]{5,19}");
            case QQ -> name.matches("[1-9][0-9]{4,10}");
            case SIGNAL -> name.matches("[A-Za-z_][A-Za-z0-9_]{2,31}\\.[0-9]{2,}");
            case DISCORD -> name.matches("[A-Za-z0-9_.]{2,32}") && !isNumber(name);
            case ZALO, VIBER, MESSENGER -> name.matches("[A-Za-z][A-Za-z0-9_.]{4,31}");
            case KAKAO_OPENCHAT, WHATSAPP, EMAIL, PHONE, BTC, ETH, TRON, BANK, URL -> false;
        };
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(c -> Scripts.isAsciiDigit((char) c) || c == '-' || c == '.');
    }

    /// Whether the name cannot be a word, a model number or a quantity: `sample_01`, `sample99`.
    boolean isNoWord() {
        int letters = 0;
        boolean digits = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                return true;
            }
            letters += Scripts.isAsciiLetter(c) && !digits ? 1 : 0;
            digits |= Scripts.isAsciiDigit(c);
        }
        return digits && letters >= 4;
    }

    boolean hasTellingCharacter() {
        return name.chars().anyMatch(c -> c == '_' || (c >= '0' && c <= '9'));
    }
}
