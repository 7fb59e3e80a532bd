package lurewatch.indexer.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.contact.PlainWords;
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

    /// What a word, a short word and a letter of no word cost: fewer and longer words are likelier.
    private static final double WORD = 1;

    private static final double SHORT_WORD = 1.6;
    private static final double LETTER = 1.3;

    /// Before a name that somebody made up.
    private static final String NAMES = "@_/";

    /// Of a stretch's letters, in words of more than three that are known.
    private static final double LEAST_KNOWN = 0.5;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /// Hashes of the words that are known: looked up by the start of a stretch and its length many
    /// times for each letter, so that nothing is made for it.
    private final long[] known;

    RunTogether(Rules rules) {
        Set<String> words =
                Stream.concat(
                                rules.plainWords().stream(),
                                PlainWords.wordsLookedFor(rules, NO_LETTERS))
                        .filter(RunTogether::isUsable)
                        .collect(Collectors.toSet());
        this.known = new long[Integer.highestOneBit(Math.max(1, words.size())) << 3];
        for (String word : words) {
            long hash = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = hash(hash, word.charAt(i));
            }
            int at = place(hash);
            while (known[at] != 0) {
                at = (at + 1) & (known.length - 1);
            }
            known[at] = hash;
        }
    }

    private static boolean isUsable(String word) {
        return word.length() <= LONGEST_WORD
                && word.chars().allMatch(c -> isLetter((char) c))
                && (word.length() >= SHORTEST_WORD
                        || SHORT_WORDS.contains(word)
                        || (word.length() > 1 && word.chars().anyMatch(c -> c >= 0x80)));
    }

    /// Of a word's letters one by one; never 0 for one that has letters.
    private static long hash(long hash, char letter) {
        return (hash ^ letter) * 0x100000001b3L + 0x9E3779B97F4A7C15L;
    }

    private int place(long hash) {
        return (int) (hash >>> 32) & (known.length - 1);
    }

    private boolean isKnown(long hash) {
        int at = place(hash);
        while (known[at] != 0 && known[at] != hash) {
            at = (at + 1) & (known.length - 1);
        }
        return known[at] != 0;
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
        int longest = 0;
        long hash = 0;
        for (int end = 1; end <= Math.min(run.length(), LONGEST_WORD); end++) {
            hash = hash(hash, run.charAt(end - 1));
            longest = end > SHORTEST_WORD && isKnown(hash) ? end : longest;
        }
        return longest;
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
        Arrays.fill(cost, 1, length + 1, Double.MAX_VALUE);
        for (int start = 0; start < length; start++) {
            if (cost[start] + LETTER < cost[start + 1]) {
                cost[start + 1] = cost[start] + LETTER;
                from[start + 1] = start;
                isWord[start + 1] = false;
            }
            long hash = hash(0, run.charAt(start));
            for (int end = start + 2; end <= Math.min(length, start + LONGEST_WORD); end++) {
                hash = hash(hash, run.charAt(end - 1));
                double price = cost[start] + (end - start < SHORTEST_WORD ? SHORT_WORD : WORD);
                if (price < cost[end] && isKnown(hash)) {
                    cost[end] = price;
                    from[end] = start;
                    isWord[end] = true;
                }
            }
        }
        int letters = 0;
        for (int end = length; end > 0; end = from[end]) {
            letters += isWord[end] && end - from[end] > SHORTEST_WORD ? end - from[end] : 0;
            boolean startsPart = isWord[end] || (from[end] > 0 && isWord[from[end]]);
            if (startsPart && from[end] > 0) {
                parts.set(offset + from[end]);
            }
        }
        return letters;
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
