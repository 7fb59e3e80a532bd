package lurewatch.indexer.contact;

import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Scripts;

/// What a channel's name leads on to: a name or number of its own behind it.
final class CueLead {
    private static final int MAX_GAP = 5;
    private static final int LONGEST_FILLER = 8;

    /// Stand between a channel and the name there without blanks: `微信搜name_01`.
    private static final String LEADING = "搜索号號加是添은는は";

    /// How far behind its channel a name that `@` marks may stand.
    private static final int MAX_BEFORE_MARK = 14;

    private CueLead() {}

    /// Whether a name or a number of its own follows a cue that ends there.
    static boolean isAt(String raw, int end) {
        int i = end;
        while (i < raw.length()
                && i - end < MAX_GAP
                && (raw.charAt(i) == ' ' || LEADING.indexOf(raw.charAt(i)) >= 0)) {
            i++;
        }
        int word = i;
        while (word < raw.length() && word - i < LONGEST_FILLER && isOfWord(raw.charAt(word))) {
            word++;
        }
        if (word > i && HandleWords.isFiller(LowerCase.of(raw.substring(i, word)))) {
            i = word;
            while (i < raw.length() && raw.charAt(i) == ' ') {
                i++;
            }
        }
        if (i == raw.length()) {
            return false;
        }
        if (isMarkedSoon(raw, i)) {
            return true;
        }
        char c = raw.charAt(i);
        if (c == ':' || c == '：' || c == '@' || c == '+' || Character.isDigit(c)) {
            return true;
        }
        int start = i;
        while (i < raw.length() && i - start < Cues.MAX_GAP && Scripts.isAsciiWord(raw.charAt(i))) {
            if (raw.charAt(i) == '_' || Scripts.isAsciiDigit(raw.charAt(i))) {
                return true;
            }
            i++;
        }
        return false;
    }

    /// Whether a name that `@` marks follows behind a word or two of the same clause: `Telegram
    /// က @name_01`, `tele me at @name_01`.
    private static boolean isMarkedSoon(String raw, int start) {
        for (int i = start; i + 1 < raw.length() && i - start < MAX_BEFORE_MARK; i++) {
            char c = raw.charAt(i);
            if (c == '@') {
                return Scripts.isAsciiWord(raw.charAt(i + 1));
            }
            if (c != ' ' && !isOfWord(c)) {
                return false;
            }
        }
        return false;
    }

    /// Whether letters follow, so that a number before the cue is another channel's that has no
    /// names: `… 345 WhatsApp or WeChat name_01`.
    static boolean isNameAt(String raw, int end) {
        int i = end;
        while (i < raw.length() && i - end < MAX_GAP && " :：@".indexOf(raw.charAt(i)) >= 0) {
            i++;
        }
        return i < raw.length() && Scripts.isAsciiLetter(raw.charAt(i));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
