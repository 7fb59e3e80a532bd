package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import lurewatch.indexer.rules.CueWord;
import lurewatch.indexer.scan.Cue;
import lurewatch.indexer.scan.Scripts;

/// Ways to write the name of a messenger that the views do not undo, because in other words they
/// would mean something else. All are disguises; in lower case, as they are compared.
final class AlikeWords {
    private static final int LONG = 4;
    private static final int MIN_PART = 3;

    /// Of so many letters, one more or less leaves the name what it is: `telegram`, `whatsapp`.
    private static final int UNMISTAKABLE = 8;

    /// Longer words are a name with something behind it: `telegramdan`.
    private static final int LONGEST_NAME = 9;

    private static final int MIN_SPLIT = 2 * MIN_PART;

    /// In a name of two or three characters, which a plain blank does not part for the views.
    private static final String[] SEPARATORS = {" ", "\n", ".", "*", "·", "-", "~", "_", "/"};

    /// Between the parts of a word whose marks the views keep: `টেলি.গ্রাম`.
    private static final String[] PARTING = {".", "-", "*", " "};

    /// Stand for a letter that the reader adds: `L〇NE`, `テレ◯ラム`.
    private static final String MASKS = "〇◯○*";

    private AlikeWords() {}

    static List<String> of(CueWord cue) {
        Cue meant = Cue.of(cue);
        String word = cue.word();
        // a network's name is in every other text, and one of two letters in every other word
        boolean network = meant.profiles().isPresent() && word.length() > LONG;
        if (!(meant.isMessenger() || network) || word.indexOf(' ') >= 0) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        boolean clean = cue.language().equals("clean");
        boolean ascii = isAll(word, c -> c < 0x80 && Character.isLetter(c));
        if (ascii && word.length() >= LONG) {
            addStrokes(word, words);
            addSplits(word, SEPARATORS, words);
            if (cue.language().equals("en") && word.length() <= LONGEST_NAME) {
                addMasked(word, words);
                addSlips(word, words);
            }
        } else if (word.length() >= LONG && isAll(word, AlikeWords::isCyrillic)) {
            addSpelled(word, words);
            addCyrillicStrokes(word, words);
        } else if (word.length() >= MIN_PART
                && word.length() <= LONGEST_NAME
                && isAll(word, AlikeWords::isKana)) {
            addMasked(word, words);
        } else if (word.length() == 2 && isAll(word, Character::isLetter)) {
            for (String separator : SEPARATORS) {
                words.add(word.charAt(0) + separator + word.charAt(1));
            }
            words.add(word.charAt(0) + "." + word.charAt(1) + ".");
        } else if (clean && isAll(word, Character::isLetter)) {
            addSpelled(word, words);
        } else if (!Scripts.isSquashed(cue.language())) {
            addSplits(word, PARTING, words);
            addSyllables(word, words);
        }
        if (clean && !fullWidth(word).equals(word)) {
            words.add(fullWidth(word));
        }
        return new ArrayList<>(words);
    }

    /// `I`, `1` and `|` for `l`, which look the same in most fonts: `teIegram`, `za1o`.
    private static void addStrokes(String word, Set<String> words) {
        for (String stroke : List.of("i", "1", "|")) {
            String alike = word.replace("l", stroke);
            if (!alike.equals(word) && !alike.startsWith("i")) { // iine is a word
                words.add(alike);
            }
        }
    }

    /// `т@лега`, `т3лега`.
    private static void addCyrillicStrokes(String word, Set<String> words) {
        for (String stroke : List.of("е@", "е3", "е€", "а@", "а4", "о0")) {
            words.add(word.replace(stroke.charAt(0), stroke.charAt(1)));
            words.add(word.replaceFirst(stroke.substring(0, 1), stroke.substring(1)));
        }
        words.remove(word);
    }

    /// `tele-gram`: signs that join words are not taken out of them.
    private static void addSplits(String word, String[] separators, Set<String> words) {
        for (int i = MIN_PART; word.length() >= MIN_SPLIT && i <= word.length() - MIN_PART; i++) {
            if (isMark(word.charAt(i))) {
                continue; // no sign comes between a letter and its mark
            }
            for (String separator : separators) {
                words.add(word.substring(0, i) + separator + word.substring(i));
            }
        }
    }

    /// `tlegram`, `telergam`: a letter of a long name left out or two exchanged.
    private static void addSlips(String word, Set<String> words) {
        if (word.length() < UNMISTAKABLE) {
            return;
        }
        for (int i = 1; i < word.length() - 1; i++) {
            words.add(word.substring(0, i) + word.substring(i + 1));
            words.add(
                    word.substring(0, i)
                            + word.charAt(i + 1)
                            + word.charAt(i)
                            + word.substring(i + 2));
        }
        words.remove(word);
    }

    /// `टे.ली.ग्रा.म`, `و ا ت س ا ب`: what is one sign to a reader stays together.
    private static void addSyllables(String word, Set<String> words) {
        List<String> syllables = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= word.length(); i++) {
            boolean joined =
                    i < word.length() && (isMark(word.charAt(i)) || isVirama(word.charAt(i - 1)));
            if (!joined) {
                syllables.add(word.substring(start, i));
                start = i;
            }
        }
        if (syllables.size() >= MIN_PART) {
            for (String separator : PARTING) {
                words.add(String.join(separator, syllables));
            }
        }
    }

    /// Takes the vowel from the letter before it, which joins the next: no word is cut there.
    private static boolean isVirama(char c) {
        return c == 0x094D || c == 0x09CD || c == 0x0BCD || c == 0x0DCA || c == 0x200D;
    }

    /// One letter but the first left to the reader.
    private static void addMasked(String word, Set<String> words) {
        for (int i = 1; i < word.length(); i++) {
            for (int mask = 0; mask < MASKS.length(); mask++) {
                words.add(word.substring(0, i) + MASKS.charAt(mask) + word.substring(i + 1));
            }
        }
    }

    /// `т е л е г а`: the views put together what is spelled in Latin letters only.
    private static void addSpelled(String word, Set<String> words) {
        for (String separator : SEPARATORS) {
            words.add(String.join(separator, word.split("")));
        }
    }

    private static boolean isCyrillic(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
    }

    private static boolean isKana(int c) {
        return Scripts.isKana((char) c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
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
