package lurewatch.indexer.contact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.CueWord;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;

/// Words in Latin letters that stand in ordinary texts: what is none of them may be a name. Of the
/// rules' own list and of whatever else the rules look for. Immutable.
public final class PlainWords {
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    /// English words take these; of a verb or noun in the list mostly one form stands there.
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "d", "ing", "er", "ly");

    private static final int SHORTEST_STEM = 4;

    private final Set<String> words;

    public PlainWords(Rules rules) {
        Set<String> all = new HashSet<>(rules.plainWords());
        wordsLookedFor(rules, NO_LETTERS).forEach(all::add);
        words = Set.copyOf(all);
    }

    /// The words, in lower case, of everything in a text that the rules look for.
    ///
    /// @param between what stands between two words
    public static Stream<String> wordsLookedFor(Rules rules, Pattern between) {
        return Stream.of(
                        rules.phrases().stream().map(Phrase::text),
                        rules.contextWords().stream().map(ContextWord::word),
                        rules.cues().stream().map(CueWord::word),
                        rules.places().stream().flatMap(place -> place.names().stream()))
                .flatMap(texts -> texts)
                .flatMap(text -> between.splitAsStream(LowerCase.of(text)));
    }

    /// Whether the word in lower case is one of them, or one with an English ending.
    boolean contain(String word) {
        return words.contains(word)
                || ENDINGS.stream()
                        .anyMatch(ending ->
                                word.endsWith(ending)
                                        && word.length() - ending.length() >= SHORTEST_STEM
                                        && isStem(
                                                word.substring(
                                                        0, word.length() - ending.length())));
    }

    /// `manag` of `managing` as well.
    private boolean isStem(String stem) {
        return words.contains(stem) || words.contains(stem + "e");
    }
}
