package lurewatch.indexer.text;

/// Stretches that a text writes backwards behind a right-to-left override (U+202E), so that a
/// reader sees them forwards and a filter does not.
final class Overridden {
    static final int OVERRIDE = 0x202E;
    private static final int POP = 0x202C;

    /// More than this is no disguise of words, and is left as it is written.
    private static final int LONGEST = 1000;

    private Overridden() {}

    /// Where the stretch behind the override at `start` ends: before the sign that ends it, the end
    /// of the line or the text. `start` where it is empty or too long.
    static int end(String raw, int start) {
        int depth = 1;
        for (int i = start + 1; i < raw.length() && i - start <= LONGEST; i++) {
            char c = raw.charAt(i);
            if (isEmbedding(c)) {
                depth += c == POP ? -1 : 1;
            }
            if (depth == 0 || c == '\n' || c == '\r' || c == 0x2029) {
                return i;
            }
        }
        return raw.length() - start <= LONGEST ? raw.length() : start;
    }

    /// What a reader sees of it. A mark never stands before the letter that it belongs to.
    static String asSeen(String raw, int start, int end) {
        StringBuilder seen = new StringBuilder();
        int[] points =
                raw.substring(start + 1, end).codePoints().filter(c -> !isEmbedding(c)).toArray();
        boolean isMarked = points.length > 0 && isMark(points[points.length - 1]);
        for (int i = points.length - 1; i >= 0; i--) {
            int first = i;
            while (isMarked && first > 0 && isMark(points[first])) {
                first--;
            }
            for (int k = first; k <= i; k++) {
                seen.appendCodePoint(points[k]);
            }
            i = first;
        }
        return seen.toString();
    }

    /// What begins an embedding or override, or ends it.
    private static boolean isEmbedding(int codePoint) {
        return codePoint >= 0x202A && codePoint <= OVERRIDE;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
