package lurewatch.indexer.text;

/// Only letters, marks, digits and `@ + _`; traditional Chinese characters as simplified ones.
final class SquashedView {
    private SquashedView() {}

    static View of(View folded) {
        String text = folded.text();
        ViewBuilder view = new ViewBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (stays(codePoint) && !isInserted(text, i)) {
                int start = folded.rawStart(i);
                int end = folded.rawEnd(next);
                view.addCodePoint(SimplifiedChinese.of(codePoint), start, end);
            }
            i = next;
        }
        return view.view();
    }

    /// `ปอย_เปต`: names have underscores between letters of ASCII, other words have them to hide.
    private static boolean isInserted(String text, int i) {
        return text.charAt(i) == '_'
                && i > 0
                && i + 1 < text.length()
                && isLetterBeyondAscii(text.codePointBefore(i))
                && isLetterBeyondAscii(text.codePointAt(i + 1));
    }

    private static boolean isLetterBeyondAscii(int codePoint) {
        return codePoint >= 0x80 && WordSigns.isBeyondAscii(codePoint);
    }

    private static boolean stays(int codePoint) {
        if (codePoint < 0x80) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= '0' && codePoint <= '9')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || codePoint == '@'
                    || codePoint == '+'
                    || codePoint == '_';
        }
        return WordSigns.isBeyondAscii(codePoint);
    }
}
