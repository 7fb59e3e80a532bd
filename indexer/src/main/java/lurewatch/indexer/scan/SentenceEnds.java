package lurewatch.indexer.scan;

/// Where sentences end, in any script.
public final class SentenceEnds {
    private SentenceEnds() {}

    /// Whether what stands there ends a sentence; a dot only before a blank.
    public static boolean isAt(String text, int i) {
        return switch (text.charAt(i)) {
            case '\n', '。', '！', '？', '!', '?', '।', '॥', '։', '။', '።', '។', '៕', '؟' -> true;
            case '.' -> i + 1 < text.length() && text.charAt(i + 1) <= ' ';
            default -> false;
        };
    }

    /// Whether one ends between the places.
    public static boolean isBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isAt(text, i)) {
                return true;
            }
        }
        return false;
    }
}
