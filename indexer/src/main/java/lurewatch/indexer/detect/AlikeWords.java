package lurewatch.indexer.detect;

import java.util.List;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.rules.CueWord;

/// Names of messengers with `I`, `1` or `|` for `l`, which look the same in most fonts: `teIegram`,
/// `za1o`. In lower case, as they are compared.
final class AlikeWords {
    private static final int SHORTEST = 4;

    private AlikeWords() {}

    static List<String> of(CueWord cue) {
        String word = cue.word();
        boolean messenger =
                cue.channel()
                        .filter(kind -> kind != ContactKind.PHONE && kind != ContactKind.BANK)
                        .isPresent();
        if (!messenger
                || word.length() < SHORTEST
                || word.indexOf('l') < 0
                || !word.chars().allMatch(c -> c < 0x80)) {
            return List.of();
        }
        return Stream.of("i", "1", "|")
                .map(alike -> word.replace("l", alike))
                .filter(alike -> !alike.startsWith("i")) // iine is a word
                .toList();
    }
}
