package lurewatch.indexer.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.WordMap;

/// What the Latin letters are called in the languages that names are spelled out in, and the words
/// of spelling alphabets, which stand for the letter that they begin with. Immutable.
///
/// A name that two letters have in one language (`بي`) is none there.
final class LetterNames {
    /// Stands for a letter whose name is another's as well.
    private static final String NONE = "_";

    private static final WordMap<List<Letter>> NAMES = names();

    /// How long the longest is that begins with a character.
    private static final Map<Character, Integer> LONGEST =
            NAMES.words().stream()
                    .collect(Collectors.toMap(name -> name.charAt(0), String::length, Math::max));

    private LetterNames() {}

    /// A letter by one of its names.
    ///
    /// @param alphabet a language's names, or a spelling alphabet
    record Letter(int alphabet, char letter) {}

    /// A name as it stands in a text.
    record Named(char letter, int end) {}

    private static WordMap<List<Letter>> names() {
        Map<String, List<Letter>> names = new HashMap<>();
        for (String word : Sayings.OF_NAMES.words("spelling-words")) {
            put(names, word, new Letter(0, base(word.charAt(0))));
        }
        for (Sayings.Row row : Sayings.OF_NAMES.rows("spelling-alphabet")) {
            putAlphabet(names, row.ways(), 0);
        }
        List<Sayings.Row> alphabets = Sayings.OF_NAMES.rows("letters");
        for (int i = 0; i < alphabets.size(); i++) {
            putAlphabet(names, alphabets.get(i).ways(), i + 1);
        }
        return WordMap.of(names);
    }

    private static void putAlphabet(Map<String, List<Letter>> names, String row, int alphabet) {
        String[] letters = row.split("\\|", -1);
        if (letters.length != 26) {
            throw new IllegalStateException("not 26 letters: " + row);
        }
        for (int i = 0; i < letters.length; i++) {
            for (String name : letters[i].split("/", -1)) {
                if (!name.equals(NONE)) {
                    put(names, name, new Letter(alphabet, (char) ('a' + i)));
                }
            }
        }
    }

    private static void put(Map<String, List<Letter>> names, String name, Letter letter) {
        List<Letter> letters =
                names.computeIfAbsent(
                        Normalizer.normalize(name, Normalizer.Form.NFKC), _ -> new ArrayList<>(1));
        if (!letters.contains(letter)) {
            letters.add(letter);
        }
    }

    private static char base(char c) {
        return switch (c) {
            case 'é' -> 'e';
            case 'ú' -> 'u';
            default -> c;
        };
    }

    /// The alphabets that have a name at `start` of a text in lower case.
    static List<Integer> alphabetsAt(String text, int start) {
        List<Integer> alphabets = new ArrayList<>();
        for (int end = lastEnd(text, start); end > start; end--) {
            List<Letter> letters = isWhole(text, start, end) ? NAMES.get(text, start, end) : null;
            if (letters != null) {
                letters.stream()
                        .map(Letter::alphabet)
                        .filter(alphabet -> !alphabets.contains(alphabet))
                        .forEach(alphabets::add);
            }
        }
        return alphabets;
    }

    /// The longest name of the alphabet at `start` of a text in lower case.
    static Optional<Named> at(String text, int start, int alphabet) {
        for (int end = lastEnd(text, start); end > start; end--) {
            List<Letter> letters = isWhole(text, start, end) ? NAMES.get(text, start, end) : null;
            if (letters != null) {
                for (Letter letter : letters) {
                    if (letter.alphabet() == alphabet) {
                        return Optional.of(new Named(letter.letter(), end));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int lastEnd(String text, int start) {
        return Math.min(text.length(), start + LONGEST.getOrDefault(text.charAt(start), 0));
    }

    /// Whether no letter of the same word stands before or behind; scripts without blanks have no
    /// such words.
    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !isOneWord(text.charAt(start - 1), text.charAt(start)))
                && (end == text.length()
                        || !(isOneWord(text.charAt(end - 1), text.charAt(end))
                                || isMark(text.charAt(end))));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isOneWord(char before, char c) {
        return before != '_'
                && c != '_'
                && !Scripts.isAsciiDigit(c)
                && Scripts.isWord(before)
                && Scripts.isWord(c);
    }
}
