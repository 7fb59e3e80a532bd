package lurewatch.indexer.detect;

import java.util.BitSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression, with what a text must hold for it to match. Tried only where its
/// [PatternHead] fits, and never over more than a stretch at once, so that no text can drive it to
/// quadratic time or a deep stack.
final class HeadedPattern {
    /// Longer than anything a pattern of the lexicon can span before and after its required
    /// literal.
    private static final int BEFORE = 80;

    private static final int AFTER = 200;

    /// Longer than any match is allowed to be.
    private static final int REACH = 1024;

    /// Who finds this many needs no more proof.
    private static final int ENOUGH = 8;

    private final Pattern pattern;
    private final PatternHead head;
    private final Set<String> required;

    private HeadedPattern(Pattern pattern, Regex regex) {
        this.pattern = pattern;
        this.head = PatternHead.of(regex);
        this.required = RequiredLiterals.of(regex);
    }

    static HeadedPattern of(Pattern pattern) {
        return new HeadedPattern(pattern, RegexReader.read(pattern));
    }

    static HeadedPattern compile(String regex, int flags) {
        return of(Pattern.compile(regex, flags));
    }

    /// Told of each match; the result is good only during the call.
    interface OnMatch {
        void match(MatchResult match);
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    /// Of these strings one stands in each match; empty where none is rare enough to look for.
    Set<String> required() {
        return required;
    }

    /// The UTF-16 units that a match can begin with.
    BitSet first() {
        return head.first();
    }

    /// A way through one text from left to right.
    Walk walk(String text) {
        return new Walk(text, ENOUGH);
    }

    /// Looks for the first matches, up to `limit`, between `from` and `to`.
    void find(String text, int from, int to, int limit, OnMatch onMatch) {
        Walk walk = new Walk(text, limit);
        for (int i = from; i < to && !walk.isDone(); i++) {
            walk.at(i, to, onMatch);
        }
    }

    /// Remembers how far its text is done.
    final class Walk {
        private final String text;

        /// Made when first needed: most texts give most patterns nothing to try.
        private @Nullable Matcher matcher;

        private final int limit;
        private int tried;
        private int done;
        private int found;

        Walk(String text, int limit) {
            this.text = text;
            this.limit = limit;
        }

        /// Looks for matches that hold a required string that ends at `end`.
        void around(int end, OnMatch onMatch) {
            int to = Math.min(text.length(), end + AFTER);
            for (int i = Math.max(tried, end - BEFORE); i < end && !isDone(); i++) {
                at(i, to, onMatch);
            }
            tried = end;
        }

        boolean isDone() {
            return found >= limit;
        }

        /// Looks for a match that begins at `start` and ends before `to`.
        void at(int start, int to, OnMatch onMatch) {
            if (start < done || isDone() || !head.fits(text, start)) {
                return;
            }
            Matcher attempt = matcher().region(start, Math.min(to, start + REACH));
            if (attempt.lookingAt() && attempt.end() > start) {
                onMatch.match(attempt);
                found++;
                done = attempt.end();
            }
        }

        private Matcher matcher() {
            Matcher made = matcher;
            if (made == null) {
                made = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
                matcher = made;
            }
            return made;
        }
    }
}
