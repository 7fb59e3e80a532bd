package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import lurewatch.indexer.rules.CueWord;

/// Ways to write the name of a messenger that the views do not undo, because in other words they
/// would mean something else. All are disguises; in lower case, as they are compared.
final class AlikeWords {
    private static final int LONG = 4;
    private static final int MIN_PART = 3;
    private static final int MIN_SPLIT = 2 * MIN_PART;

    /// In a name of two or three characters, which a plain blank does not part for the views.
    private static final String[] SEPARATORS = {" ", "\n", ".", "*", "·", "-", "~", "_", "/"};

    private AlikeWords() {}

    static List<String> of(CueWord cue) {
        boolean messenger = new Cue(cue.channel()).isMessenger();
        String word = cue.word();
        if (!messenger || word.indexOf(' ') >= 0) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        boolean ascii = isAll(word, c -> c < 0x80 && Character.isLetter(c));
        if (ascii && word.length() >= LONG) {
            addStrokes(word, words);
            addSplits(word, words);
        } else if (word.length() >= LONG && isAll(word, AlikeWords::isCyrillic)) {
            addSpelled(word, words);
        } else if (word.length() == 2 && isAll(word, Character::isLetter)) {
            for (String separator : SEPARATORS) {
                words.add(word.charAt(0) + separator + word.charAt(1));
            }
        }
        if (cue.language().equals("clean") && !fullWidth(word).equals(word)) {
            words.add(fullWidth(word));
        }
        return words;
    }

    /// `I`, `1` and `|` for `l`, which look the same in most fonts: `teIegram`, `za1o`.
    private static void addStrokes(String word, List<String> words) {
        for (String stroke : List.of("i", "1", "|")) {
            String alike = word.replace("l", stroke);
            if (!alike.equals(word) && !alike.startsWith("i")) { // iine is a word
                words.add(alike);
            }
        }
    }

    /// `tele-gram`: signs that join words are not taken out of them.
    private static void addSplits(String word, List<String> words) {
        for (int i = MIN_PART; word.length() >= MIN_SPLIT && i <= word.length() - MIN_PART; i++) {
            for (String separator : SEPARATORS) {
                words.add(word.substring(0, i) + separator + word.substring(i));
            }
        }
    }

    /// `т е л е г а`: the views put together what is spelled in Latin letters only.
    private static void addSpelled(String word, List<String> words) {
        for (String separator : SEPARATORS) {
            words.add(String.join(separator, word.split("")));
        }
    }

    private static boolean isCyrillic(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
    }

    private static String fullWidth(String word) {
        StringBuilder wide = new StringBuilder();
        word.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    private static boolean isAll(String word, IntPredicate what) {
        return word.chars().allMatch(what);
    }
}
