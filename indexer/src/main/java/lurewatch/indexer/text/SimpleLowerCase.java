package lurewatch.indexer.text;

/// Lower case character by character, so that no place moves: `İ` becomes `i`, never two
/// characters.
final class SimpleLowerCase {
    private SimpleLowerCase() {}

    static View of(View view) {
        String text = view.text();
        char[] lower = text.toCharArray();
        boolean changed = false;
        for (int i = 0; i < lower.length; i++) {
            char c = lower[i];
            lower[i] = c >= 0x80 ? lower(text, i, c) : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            changed |= lower[i] != c;
        }
        return changed ? view.withText(new String(lower)) : view;
    }

    private static char lower(String text, int index, char c) {
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
