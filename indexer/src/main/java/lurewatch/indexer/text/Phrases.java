package lurewatch.indexer.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.LowerCase;

/// What a text says in a few words: each run of one to three words with nothing but blanks between
/// them, in any script, as ICU parts words. Numbers and names with `_`, `.` or `@` end a run: those
/// are contacts and sums, which are counted as that.
public final class Phrases {
    private static final int MOST_WORDS = 3;

    /// Ads say what they say at their beginning; behind that boards add their own words.
    private static final int LONGEST_TEXT = 4_000;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;

    private final String text;
    private final Set<String> found = new LinkedHashSet<>();
    private final List<int[]> run = new ArrayList<>();

    private Phrases(String text) {
        this.text = text;
    }

    /// In small letters and plain forms, each once, in the order in which they end.
    public static Set<String> in(String text) {
        String plain = LowerCase.of(Normalizer2.getNFKCInstance().normalize(text));
        Phrases phrases = new Phrases(plain.substring(0, Math.min(LONGEST_TEXT, plain.length())));
        phrases.read();
        return phrases.found;
    }

    private void read() {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_LETTER) {
                word(start, end);
            } else if (!isBlank(start, end)) {
                run.clear();
            }
            start = end;
        }
    }

    private void word(int start, int end) {
        boolean isName =
                (start > 0 && text.charAt(start - 1) == '@')
                        || text.substring(start, end).chars().anyMatch(c -> c == '_' || c == '.');
        if (isName) {
            run.clear();
            return;
        }
        run.add(new int[] {start, end});
        for (int words = 1; words <= Math.min(MOST_WORDS, run.size()); words++) {
            int from = run.get(run.size() - words)[0];
            if (end - from >= SHORTEST && end - from <= LONGEST) {
                found.add(text.substring(from, end));
            }
        }
    }

    private boolean isBlank(int start, int end) {
        return text.substring(start, end).chars().allMatch(c -> c == ' ' || c == '\t');
    }
}
