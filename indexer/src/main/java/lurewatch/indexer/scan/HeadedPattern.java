package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression, with what a text must hold for it to match. Tried only where its
/// [PatternHead] fits, and never over more than a stretch at once, so that no text can drive it to
/// quadratic time or a deep stack.
public final class HeadedPattern {
    /// Longer than anything a pattern of the lexicon can span before its required literal.
    private static final int BEFORE = 80;

    /// Longer than any match is allowed to be.
    private static final int REACH = 1024;

    /// Who finds this many needs no more proof.
    static final int ENOUGH = 8;

    private final Pattern pattern;

    /// Made when first asked for: most texts never need most patterns'. Threads that make them
    /// twice make the same.
    private @Nullable PatternHead head;

    private @Nullable RequiredLiterals required;

    private HeadedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    public static HeadedPattern of(Pattern pattern) {
        return new HeadedPattern(pattern);
    }

    public static HeadedPattern compile(String regex, int flags) {
        return of(Pattern.compile(regex, flags));
    }

    /// Told of each match; the result is good only during the call.
    public interface OnMatch {
        void match(MatchResult match);
    }

    public Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    RequiredLiterals required() {
        RequiredLiterals made = required;
        if (made == null) {
            made = RequiredLiterals.of(RegexReader.read(pattern));
            required = made;
        }
        return made;
    }

    private PatternHead head() {
        PatternHead made = head;
        if (made == null) {
            made = PatternHead.of(RegexReader.read(pattern));
            head = made;
        }
        return made;
    }

    /// The UTF-16 units that can stand at `index` of a match, counted from 0.
    BitSet mayStand(int index) {
        return head().mayStand(index);
    }

    /// Cheap to ask: whether a match may begin there.
    public boolean mayBeginAt(String text, int start) {
        return head().fits(text, start);
    }

    /// A way through one text from left to right.
    public Walk walk(String text, OnMatch onMatch) {
        return walk(text, ENOUGH, onMatch);
    }

    /// A way through one text for the first matches, up to `limit`.
    public Walk walk(String text, int limit, OnMatch onMatch) {
        return new Walk(text, limit, onMatch);
    }

    /// Looks for the first matches, up to `limit`, between `from` and `to`.
    public void find(String text, int from, int to, int limit, OnMatch onMatch) {
        Walk walk = new Walk(text, limit, onMatch);
        for (int i = from; i < to && !walk.isDone(); i++) {
            walk.at(i, to);
        }
    }

    /// Whether some part of the text matches.
    public boolean isIn(String text) {
        return isIn(text, 0, text.length());
    }

    /// Whether some part of the text between `from` and `to` matches.
    public boolean isIn(String text, int from, int to) {
        return first(text, from, to).isPresent();
    }

    /// The first match between `from` and `to`.
    public Optional<MatchResult> first(String text, int from, int to) {
        List<MatchResult> found = new ArrayList<>(1);
        find(text, from, to, 1, match -> found.add(((Matcher) match).toMatchResult()));
        return found.stream().findFirst();
    }

    /// Remembers how far its text is done.
    public final class Walk {
        private final String text;

        /// Made when first needed: most texts give most patterns nothing to try.
        private @Nullable Matcher matcher;

        private final int limit;
        private final OnMatch onMatch;
        private int done;
        private int found;

        /// Where matches may begin: the first place in the upper half, the last in the lower one.
        private long[] ranges = {};

        private int rangeCount;

        private Walk(String text, int limit, OnMatch onMatch) {
            this.text = text;
            this.limit = limit;
            this.onMatch = onMatch;
        }

        /// Notes a required literal that stands in the text from `start` to `end`.
        void noteRequired(int start, int end) {
            int first = Math.max(start - required().most(), end - BEFORE);
            noteRange(first, start - required().least());
        }

        /// Notes that a match may hold what ends at `end`.
        public void noteAround(int end) {
            noteRange(end - BEFORE, end - 1);
        }

        /// Notes that a match may begin from `first` to `last`.
        void noteRange(int first, int last) {
            if (last < 0 || last < first) {
                return;
            }
            if (rangeCount == ranges.length) {
                ranges = Arrays.copyOf(ranges, rangeCount * 2 + 4);
            }
            ranges[rangeCount++] = ((long) Math.max(0, first) << Integer.SIZE) | last;
        }

        /// Looks for matches at all places noted, in text order.
        public void lookWhereNoted() {
            Arrays.sort(ranges, 0, rangeCount);
            int next = 0;
            for (int i = 0; i < rangeCount && !isDone(); i++) {
                next = Math.max(next, (int) (ranges[i] >>> Integer.SIZE));
                for (int last = (int) ranges[i]; next <= last && !isDone(); next++) {
                    at(next, text.length());
                }
            }
        }

        public boolean isDone() {
            return found >= limit;
        }

        /// Looks for a match that begins at `start` and ends before `to`.
        public void at(int start, int to) {
            if (start < done || isDone() || !head().fits(text, start)) {
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
