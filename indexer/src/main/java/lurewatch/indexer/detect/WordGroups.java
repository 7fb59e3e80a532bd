package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Target;

/// Words of one group of `context-words.tsv`, and whether two of them stand in one sentence.
final class WordGroups {
    /// Groups that say nothing of a text's kind, since banks, warnings and lures all speak of
    /// accounts: two of them together raise a signal.
    private static final Set<String> OF_STRUCTURE =
            Set.of(
                    "asset",
                    "handover",
                    "secret",
                    "pass_on",
                    "cut",
                    "invite",
                    "hardship",
                    "gain",
                    "away",
                    "talk",
                    "shop",
                    "sum",
                    "privately");

    /// Where a business is, and how it protects who buys there.
    static final String SHOP = "shop";

    /// Words of sums: thousands, hundreds, shares of a hundred.
    static final String SUM = "sum";

    /// How a reader is asked to answer where nobody reads along.
    static final String PRIVATELY = "privately";

    private static final int MOST_BETWEEN = 120;

    /// In chat a thought goes on behind a full stop.
    private static final int CLOSE = 40;

    private static final String SENTENCE_ENDS = ".!?\n。！？؟।";

    private WordGroups() {}

    /// Whether the group is a cue to what kind of text it stands in.
    static boolean isCue(String group) {
        return !OF_STRUCTURE.contains(group);
    }

    static List<Match> in(ScannedText scanned, String group) {
        List<Match> words = new ArrayList<>();
        for (Match match : scanned.matches()) {
            if (match.target() instanceof Target.OfContextWord(ContextWord word)
                    && word.group().equals(group)) {
                words.add(match);
            }
        }
        return words;
    }

    /// Words among which those near another are looked for: a page may have thousands of each.
    static final class Near {
        private final String raw;
        private final List<Match> byStart;
        private final int longest;

        Near(String raw, List<Match> words) {
            this.raw = raw;
            this.byStart = words.stream().sorted(Comparator.comparingInt(Match::start)).toList();
            this.longest = words.stream().mapToInt(Match::length).max().orElse(0);
        }

        boolean isEmpty() {
            return byStart.isEmpty();
        }

        /// The first in the word's sentence that is as wanted.
        Optional<Match> inSentenceOf(Match word, Predicate<Match> wanted) {
            return around(word, wanted.and(other -> inOneSentence(raw, word, other)));
        }

        /// The first in the word's sentence, or close by on the same line, that is as wanted.
        Optional<Match> closeTo(Match word, Predicate<Match> wanted) {
            return around(
                    word,
                    wanted.and(other ->
                            inOneSentence(raw, word, other) || areClose(raw, word, other)));
        }

        /// The first near by, in whatever sentence, that is as wanted.
        Optional<Match> near(Match word, Predicate<Match> wanted) {
            return around(word, wanted);
        }

        /// The first near by what stands from `start` to `end`.
        Optional<Match> near(int start, int end) {
            return around(start, end, _ -> true);
        }

        private Optional<Match> around(Match word, Predicate<Match> wanted) {
            return around(word.start(), word.end(), wanted);
        }

        private Optional<Match> around(int start, int end, Predicate<Match> wanted) {
            for (int i = firstFrom(start - MOST_BETWEEN - longest);
                    i < byStart.size() && byStart.get(i).start() <= end + MOST_BETWEEN;
                    i++) {
                Match other = byStart.get(i);
                if (wanted.test(other)) {
                    return Optional.of(other);
                }
            }
            return Optional.empty();
        }

        private int firstFrom(int start) {
            int low = 0;
            int high = byStart.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (byStart.get(middle).start() < start) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private static boolean inOneSentence(String raw, Match one, Match other) {
        return areParted(raw, one, other, MOST_BETWEEN, SENTENCE_ENDS);
    }

    private static boolean areClose(String raw, Match one, Match other) {
        return areParted(raw, one, other, CLOSE, "\n");
    }

    /// Whether so many characters at most, and none of the ends, stand between the two.
    private static boolean areParted(String raw, Match one, Match other, int most, String ends) {
        boolean isInOrder = one.start() <= other.start();
        int from = (isInOrder ? one : other).end();
        int to = (isInOrder ? other : one).start();
        if (to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (ends.indexOf(raw.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
