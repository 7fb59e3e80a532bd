package lurewatch.indexer.text;

/// Lower case character by character, so that no place moves: `İ` becomes `i`, never two
/// characters.
final class LowerCase {
    private LowerCase() {}

    static View of(View view) {
        String text = view.text();
        int first = firstToChange(text);
        if (first == text.length()) {
            return view;
        }
        char[] lower = text.toCharArray();
        for (int i = first; i < lower.length; i++) {
            lower[i] = lower(text, i);
        }
        return view.withText(new String(lower));
    }

    private static int firstToChange(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text, i) != text.charAt(i)) {
                return i;
            }
        }
        return text.length();
    }

    private static char lower(String text, int index) {
        char c = text.charAt(index);
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        if ((c >= 0x2E80 && c < 0xA640) || (c >= 0xAC00 && c < 0xD800)) {
            return c; // no cases in East Asian blocks
        }
        if (Character.isHighSurrogate(c) && index + 1 < text.length()) {
            return half(text.codePointAt(index), c, 0);
        }
        if (Character.isLowSurrogate(c) && index > 0) {
            return half(text.codePointBefore(index + 1), c, 1);
        }
        return Character.toLowerCase(c);
    }

    private static char half(int codePoint, char c, int which) {
        int lower = Character.toLowerCase(codePoint);
        return lower != codePoint && Character.isSupplementaryCodePoint(lower)
                ? Character.toChars(lower)[which]
                : c;
    }
}
