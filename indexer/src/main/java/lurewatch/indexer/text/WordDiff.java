package lurewatch.indexer.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/// What became of a text, word by word, in any script: words as ICU parts them, so that Thai and
/// Chinese, which write none, are compared by words as well.
///
/// Myers' greedy algorithm (*An O(ND) difference algorithm*, 1986) with a bound on differences:
/// texts that share next to nothing are another text, and are shown as that.
public final class WordDiff {
    /// Beyond as many differing words a list of them is harder to read than both texts.
    private static final int MOST_EDITS = 1_000;

    /// A stretch of both texts, or of one of them.
    public record Part(Kind kind, String text) {
        /// In which of the two it stands.
        public enum Kind {
            SAME,
            REMOVED,
            ADDED
        }
    }

    private final List<String> before;
    private final List<String> after;
    private final List<Part> parts = new ArrayList<>();

    private WordDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /// The parts in their order; all that are not ADDED make the text before, all that are not
    /// REMOVED the text after.
    public static List<Part> of(String before, String after) {
        WordDiff diff = new WordDiff(words(before), words(after));
        diff.compare();
        return readable(diff.parts);
    }

    private static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }

    private void compare() {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        add(Part.Kind.SAME, before.subList(0, head));
        middle(
                before.subList(head, before.size() - tail),
                after.subList(head, after.size() - tail));
        add(Part.Kind.SAME, before.subList(before.size() - tail, before.size()));
    }

    private void middle(List<String> old, List<String> fresh) {
        List<int[]> trace = trace(old, fresh);
        if (trace.isEmpty()) {
            add(Part.Kind.REMOVED, old);
            add(Part.Kind.ADDED, fresh);
            return;
        }
        List<Part> backwards = new ArrayList<>();
        int x = old.size();
        int y = fresh.size();
        for (int edits = trace.size() - 1; edits >= 0; edits--) {
            int[] furthest = trace.get(edits);
            int k = x - y;
            boolean down = k == -edits || (k != edits && at(furthest, k - 1) < at(furthest, k + 1));
            int fromX = edits == 0 ? 0 : down ? at(furthest, k + 1) : at(furthest, k - 1);
            int fromY = edits == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY && (edits == 0 || x > (down ? fromX : fromX + 1))) {
                backwards.add(new Part(Part.Kind.SAME, old.get(--x)));
                y--;
            }
            if (edits > 0) {
                backwards.add(
                        down
                                ? new Part(Part.Kind.ADDED, fresh.get(--y))
                                : new Part(Part.Kind.REMOVED, old.get(--x)));
            }
        }
        backwards.reversed().forEach(part -> add(part.kind(), List.of(part.text())));
    }

    /// How far each diagonal was reached before every further edit; empty where there are too many.
    private static List<int[]> trace(List<String> old, List<String> fresh) {
        List<int[]> trace = new ArrayList<>();
        int[] furthest = {0, 0, 0};
        for (int edits = 0; edits <= Math.min(MOST_EDITS, old.size() + fresh.size()); edits++) {
            trace.add(furthest);
            int[] next = new int[2 * edits + 5];
            for (int k = -edits; k <= edits; k += 2) {
                boolean down =
                        k == -edits || (k != edits && at(furthest, k - 1) < at(furthest, k + 1));
                int x = edits == 0 ? 0 : down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
                int y = x - k;
                while (x < old.size() && y < fresh.size() && old.get(x).equals(fresh.get(y))) {
                    x++;
                    y++;
                }
                next[k + next.length / 2] = x;
                if (x >= old.size() && y >= fresh.size()) {
                    return trace;
                }
            }
            furthest = next;
        }
        return List.of();
    }

    private static int at(int[] furthest, int diagonal) {
        return furthest[diagonal + furthest.length / 2];
    }

    private void add(Part.Kind kind, List<String> words) {
        String text = String.join("", words);
        if (text.isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast().kind() == kind) {
            text = parts.removeLast().text() + text;
        }
        parts.add(new Part(kind, text));
    }

    /// A blank that two changed words have in common parts one change into two.
    private static List<Part> readable(List<Part> parts) {
        List<Part> readable = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean between = i > 0 && i < parts.size() - 1;
            switch (part.kind()) {
                case REMOVED -> removed.append(part.text());
                case ADDED -> added.append(part.text());
                case SAME -> {
                    boolean joins = between && part.text().isBlank() && !part.text().contains("\n");
                    if (joins && !removed.isEmpty() && !added.isEmpty()) {
                        removed.append(part.text());
                        added.append(part.text());
                    } else {
                        flush(readable, removed, added);
                        readable.add(part);
                    }
                }
            }
        }
        flush(readable, removed, added);
        return List.copyOf(readable);
    }

    private static void flush(List<Part> to, StringBuilder removed, StringBuilder added) {
        if (!removed.isEmpty()) {
            to.add(new Part(Part.Kind.REMOVED, removed.toString()));
        }
        if (!added.isEmpty()) {
            to.add(new Part(Part.Kind.ADDED, added.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
    }
}
