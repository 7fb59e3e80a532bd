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
            if (stays(codePoint)) {
                int start = folded.rawStart(i);
                int end = folded.rawEnd(next);
                view.addCodePoint(SimplifiedChinese.of(codePoint), start, end);
            }
            i = next;
        }
        return view.view();
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
