package lurewatch.indexer.detect;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs one regular expression over a text in bounded windows: only around places where it can
/// match, and never over more than a window at once, so that no text can drive it to quadratic time
/// or a deep stack.
final class PatternRunner {
    /// Longer than anything a pattern of the lexicon can span before and after its required
    /// literal.
    static final int BEFORE = 80;

    static final int AFTER = 200;
    private static final int WINDOW = 1024;
    private static final int OVERLAP = 256;

    /// Who finds this many needs no more proof.
    static final int ENOUGH = 8;

    /// Told of each match; the result is good only during the call.
    interface OnMatch {
        void match(MatchResult match);
    }

    private PatternRunner() {}

    static void run(Pattern pattern, String text, int from, int to, int limit, OnMatch onMatch) {
        Matcher matcher =
                pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int found = 0;
        int start = from;
        int done = from;
        while (start < to && found < limit) {
            int end = Math.min(to, start + WINDOW);
            matcher.region(Math.max(start, done), end);
            while (found < limit && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    onMatch.match(matcher);
                    found++;
                }
                done = matcher.end();
            }
            start = end == to ? to : end - OVERLAP;
        }
    }
}
