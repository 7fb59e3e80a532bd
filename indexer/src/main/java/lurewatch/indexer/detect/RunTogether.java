package lurewatch.indexer.detect;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.CueWord;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.text.VisibleText;

/// Parts Latin and Cyrillic letters that were written without blanks (`Freeflightandhousing`), so
/// that their words are found. A stretch is parted where it is far longer than any word and most of
/// it is words that the rules know; the rest of it, names and words that they do not know, stays
/// together.
final class RunTogether {
    /// Letters of a stretch without a blank: more than any compound or hashtag has.
    private static final int LEAST_LETTERS = 40;

    private static final int LONGEST_STRETCH = 4000;
    private static final int LONGEST_WORD = 18;
    private static final int SHORTEST_WORD = 3;

    private static final Set<String> SHORT_WORDS =
            Set.of(
                    "in", "to", "of", "no", "we", "on", "at", "is", "or", "by", "an", "my", "us",
                    "di", "ke", "ya", "yg", "na", "ng", "sa", "si", "po", "de", "en", "la", "el");

    /// What a word, one with an ending, a short word and a letter of no word cost: fewer and longer
    /// words are likelier.
    private static final double WORD = 1;

    private static final double INFLECTED_WORD = 2;
    private static final double SHORT_WORD = 1.6;
    private static final double LETTER = 1.3;

    /// Before a name that somebody made up.
    private static final String NAMES = "@_/";

    /// Of a stretch's letters, in words of more than three that are known.
    private static final double LEAST_KNOWN = 0.5;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final PlainWords ascii;

    /// Those that have other letters.
    private final Set<String> others;

    RunTogether(Rules rules, PlainWords ascii) {
        this.ascii = ascii;
        this.others =
                Stream.of(
                                rules.phrases().stream().map(Phrase::text),
                                rules.contextWords().stream().map(ContextWord::word),
                                rules.cues().stream().map(CueWord::word),
                                rules.places().stream().flatMap(place -> place.names().stream()))
                        .flatMap(texts -> texts)
                        .flatMap(text -> NO_LETTERS.splitAsStream(text.toLowerCase(Locale.ROOT)))
                        .filter(word -> word.length() > 1 && isOther(word))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOther(String word) {
        return word.chars().allMatch(c -> isLetter((char) c))
                && word.chars().anyMatch(c -> c >= 0x80);
    }

    /// The text with blanks between such words; as it is where there are none.
    VisibleText parted(VisibleText visible) {
        String text = visible.text();
        BitSet blanks = new BitSet();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            int letters = 0;
            while (end < text.length() && !isBlank(text.charAt(end))) {
                letters += isLetter(text.charAt(end)) ? 1 : 0;
                end++;
            }
            if (letters >= LEAST_LETTERS && end - start <= LONGEST_STRETCH) {
                part(text, start, end, blanks);
            }
            start = end + 1;
        }
        return blanks.isEmpty() ? visible : visible.withBlanksBefore(blanks);
    }

    private void part(String text, int start, int end, BitSet blanks) {
        if (text.substring(start, end).contains("://")) {
            return;
        }
        BitSet parts = new BitSet();
        int letters = 0;
        int known = 0;
        for (int i = start; i < end; i++) {
            if (!isLetter(text.charAt(i))) {
                continue;
            }
            int runEnd = i;
            while (runEnd < end && isLetter(text.charAt(runEnd))) {
                runEnd++;
            }
            if (i > start && NAMES.indexOf(text.charAt(i - 1)) >= 0) {
                i = nameEnd(text, i, end) - 1;
                continue;
            }
            String run = small(text.substring(i, runEnd));
            if (runEnd < end && text.charAt(runEnd) == '_') {
                parts.set(i + firstWord(run)); // what follows is a name
                i = nameEnd(text, i, end) - 1;
                continue;
            }
            letters += runEnd - i;
            known += partRun(run, i, parts);
            if (runEnd < end && Character.isDigit(text.charAt(runEnd))) {
                parts.set(runEnd);
            }
            if (i > start && Character.isDigit(text.charAt(i - 1))) {
                parts.set(i);
            }
            i = runEnd;
        }
        if (known >= LEAST_KNOWN * letters) {
            blanks.or(parts);
        }
    }

    /// The length of the longest word that it begins with; 0 for none.
    private int firstWord(String run) {
        for (int end = Math.min(run.length(), LONGEST_WORD); end > SHORTEST_WORD; end--) {
            if (isExact(run.substring(0, end))) {
                return end;
            }
        }
        return 0;
    }

    private static int nameEnd(String text, int start, int end) {
        int i = start;
        while (i < end && (isLetter(text.charAt(i)) || isInName(text.charAt(i)))) {
            i++;
        }
        return Math.max(i, start + 1);
    }

    private static boolean isInName(char c) {
        return (c >= '0' && c <= '9') || c == '_' || c == '.';
    }

    /// Notes where its words begin, but the first; gives how many of its letters are in words that
    /// are not short.
    private int partRun(String run, int offset, BitSet parts) {
        int length = run.length();
        double[] cost = new double[length + 1];
        int[] from = new int[length + 1];
        boolean[] isWord = new boolean[length + 1];
        for (int end = 1; end <= length; end++) {
            cost[end] = cost[end - 1] + LETTER;
            from[end] = end - 1;
            for (int start = Math.max(0, end - LONGEST_WORD); start <= end - 2; start++) {
                double price = price(run.substring(start, end));
                if (cost[start] + price < cost[end]) {
                    cost[end] = cost[start] + price;
                    from[end] = start;
                    isWord[end] = true;
                }
            }
        }
        int known = 0;
        for (int end = length; end > 0; end = from[end]) {
            known += isWord[end] && end - from[end] > SHORTEST_WORD ? end - from[end] : 0;
            boolean startsPart = isWord[end] || (from[end] > 0 && isWord[from[end]]);
            if (startsPart && from[end] > 0) {
                parts.set(offset + from[end]);
            }
        }
        return known;
    }

    private double price(String word) {
        if (word.length() < SHORTEST_WORD) {
            return SHORT_WORDS.contains(word) || others.contains(word)
                    ? SHORT_WORD
                    : Double.MAX_VALUE;
        }
        if (isExact(word)) {
            return WORD;
        }
        return ascii.contain(word) ? INFLECTED_WORD : Double.MAX_VALUE;
    }

    private boolean isExact(String word) {
        return others.contains(word) || ascii.containWhole(word);
    }

    private static String small(String run) {
        char[] small = run.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = Character.toLowerCase(small[i]);
        }
        return new String(small);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= 0xC0 && c < 0x530 && Character.isLetter(c))
                || (c >= 0x1E00 && c < 0x1F00);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }
}
