package lurewatch.indexer.detect;

import java.util.List;
import java.util.Set;
import lurewatch.indexer.rules.ContextWord;

/// Words of one group of `context-words.tsv`, and whether two of them stand in one sentence.
final class WordGroups {
    /// Groups that say nothing of a text's kind, since banks, warnings and lures all speak of
    /// accounts: two of them together raise a signal.
    private static final Set<String> OF_STRUCTURE =
            Set.of("asset", "handover", "pass_on", "cut", "invite");

    private static final int MOST_BETWEEN = 120;
    private static final String SENTENCE_ENDS = ".!?\n。！？؟।";

    private WordGroups() {}

    /// Whether the group is a cue to what kind of text it stands in.
    static boolean isCue(String group) {
        return !OF_STRUCTURE.contains(group);
    }

    static List<Match> in(Reading reading, String group) {
        return reading.matches().stream()
                .filter(match ->
                        match.target() instanceof Target.OfContextWord(ContextWord word)
                                && word.group().equals(group))
                .toList();
    }

    static boolean inOneSentence(String raw, Match one, Match other) {
        boolean isInOrder = one.start() <= other.start();
        int from = (isInOrder ? one : other).end();
        int to = (isInOrder ? other : one).start();
        if (to - from > MOST_BETWEEN) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (SENTENCE_ENDS.indexOf(raw.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
