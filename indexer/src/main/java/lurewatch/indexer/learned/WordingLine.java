package lurewatch.indexer.learned;

/// One line of a text as the wording model reads it: blanks as one, every digit as `0`, and nothing
/// of what leads out of the text (links, handles, long numbers), so that neither a name is learned
/// nor that there is one: that is for other signals to say.
final class WordingLine {
    /// Up to so many letters make one piece.
    static final int LONGEST = 5;

    static final int BITS = 19;

    /// From so many digits on, a number is a name of somebody.
    private static final int DIGITS_OF_A_LEAD = 7;

    private static final int PRIME = 16777619;
    private static final int BASIS = 0x811c9dc5;

    private final char[] read;
    private final int[] places;
    private int length;

    /// @param text in lower case, [WordingModel#LEAD] where a contact stands
    WordingLine(String text, int start, int end) {
        this.read = new char[end - start + 2];
        this.places = new int[end - start + 2];
        put(' ', start);
        for (int i = start; i < end; ) {
            int leadEnd = leadEnd(text, i, end);
            if (leadEnd > i) {
                put(' ', i);
                i = leadEnd;
            } else {
                char c = text.charAt(i);
                put(Character.isDigit(c) ? '0' : Character.isWhitespace(c) ? ' ' : c, i);
                i++;
            }
        }
        put(' ', end);
    }

    private void put(char c, int place) {
        if (c != ' ' || length == 0 || read[length - 1] != ' ') {
            read[length] = c;
            places[length] = place;
            length++;
        }
    }

    /// Where what leads out of the text ends, if it begins here; else `start`.
    private static int leadEnd(String text, int start, int end) {
        char c = text.charAt(start);
        if (c == WordingModel.LEAD) {
            return start + 1;
        }
        if (c == '@' || text.startsWith("://", start)) {
            int at = start + 1;
            while (at < end && isInLink(text.charAt(at))) {
                at++;
            }
            return at;
        }
        return isDigit(c) ? numberEnd(text, start, end) : start;
    }

    private static int numberEnd(String text, int start, int end) {
        int digits = 0;
        int last = start;
        for (int at = start; at < end && isInNumber(text.charAt(at)); at++) {
            if (isDigit(text.charAt(at))) {
                digits++;
                last = at + 1;
            }
        }
        return digits >= DIGITS_OF_A_LEAD ? last : start;
    }

    private static boolean isInLink(char c) {
        return c > ' ' && c < 0x7f;
    }

    private static boolean isInNumber(char c) {
        return isDigit(c) || c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Letters and what is read as such, with a blank at both ends.
    int length() {
        return length;
    }

    /// How much is said: letters, those of scripts that write a word in one or two of them twice.
    int saying() {
        int saying = 0;
        for (int i = 0; i < length; i++) {
            if (Character.isLetter(read[i])) {
                saying += Character.isIdeographic(read[i]) || read[i] >= '\uac00' ? 2 : 1;
            }
        }
        return saying;
    }

    char at(int index) {
        return read[index];
    }

    /// Where in the text stands what is read at `index`; at the length, where the line ends.
    int place(int index) {
        return places[index];
    }

    /// Is told every piece.
    interface Pieces {
        void piece(int hash, int start, int end);
    }

    /// Every run of one to [#LONGEST] characters.
    void forEachPiece(Pieces to) {
        forEachPiece(LONGEST, to);
    }

    /// Every run of one to `longest` characters.
    void forEachPiece(int longest, Pieces to) {
        for (int start = 0; start < length; start++) {
            int hash = BASIS;
            int last = Math.min(length, start + longest);
            for (int end = start; end < last; end++) {
                hash = (hash ^ read[end]) * PRIME;
                to.piece(hash, start, end + 1);
            }
        }
    }
}
