package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.List;

/// Where the lines of a text lie that say anything. A long one is parted, so that no page without
/// line feeds is one line.
final class WordingLines {
    private static final int LONGEST = 400;

    /// Further ones are not read: a text of more is no ad.
    private static final int MOST = 5000;

    private WordingLines() {}

    record Span(int start, int end) {}

    static List<Span> of(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length() && lines.size() < MOST) {
            int feed = text.indexOf('\n', start);
            int end = Math.min(feed < 0 ? text.length() : feed, start + LONGEST);
            if (saysAnything(text, start, end)) {
                lines.add(new Span(start, end));
            }
            start = end == feed ? end + 1 : end;
        }
        return lines;
    }

    private static boolean saysAnything(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == WordingModel.LEAD) {
                return true;
            }
        }
        return false;
    }
}
