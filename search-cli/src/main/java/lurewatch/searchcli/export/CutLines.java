package lurewatch.searchcli.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lines that stand in a text once more, cut: boards and channels make titles and lists of them,
/// and cut in the middle of a name. What is masked in the whole line is masked in those as far as
/// they go.
final class CutLines {
    /// Lines that begin the same: more than stand in any ad, and a bound for a text of nothing
    /// else.
    private static final int MOST_LONGER = 8;

    private record Line(String words, int start) {}

    private CutLines() {}

    static void mark(String text, boolean[] marks) {
        List<Line> lines = linesOf(text);
        lines.sort(Comparator.comparing(Line::words));
        for (int i = lines.size() - 2; i >= 0; i--) {
            Line cut = lines.get(i);
            int last = Math.min(lines.size() - 1, i + MOST_LONGER);
            for (int j = i + 1; j <= last && goesOn(cut, lines.get(j)); j++) {
                copy(marks, lines.get(j).start(), cut.start(), cut.words().length());
            }
        }
    }

    /// In their order all that go on stand behind a line, before any other.
    private static boolean goesOn(Line cut, Line whole) {
        return whole.words().startsWith(cut.words());
    }

    private static void copy(boolean[] marks, int from, int to, int length) {
        for (int k = 0; k < length; k++) {
            marks[to + k] |= marks[from + k];
        }
    }

    private static List<Line> linesOf(String text) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(line(text, start, end));
            start = end + 1;
        }
        return lines;
    }

    /// Without blanks around it, and the sign that it is cut.
    private static Line line(String text, int start, int end) {
        int from = start;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int to = end;
        while (to > from && isOfEnd(text.charAt(to - 1))) {
            to--;
        }
        return new Line(text.substring(from, to), from);
    }

    private static boolean isOfEnd(char c) {
        return c == '…' || c == '.' || Character.isWhitespace(c);
    }
}
