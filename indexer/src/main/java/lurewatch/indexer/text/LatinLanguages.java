package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.LowerCase;

/// Tells languages in Latin letters apart by common words, endings and telling letters. A word that
/// several languages share says less for each.
final class LatinLanguages {
    private static final int MAX_WORDS = 400;

    /// Of the last labels of hosts hardly one is longer that is a word anywhere.
    private static final int MAX_TOP = 4;

    private static final char FIRST_PHONETIC = '\u0250';
    private static final char LAST_PHONETIC = '\u02AF';

    /// A second language counts from this share of the first one's points on, and two words' worth.
    private static final double NOTABLE = 0.3;

    private static final double NOTABLE_POINTS = 1.2;

    /// The languages of the first have phrases; those of the second have none, and are told from
    /// this many points on, three words' worth: what is left of disguised words is some language's
    /// word.
    private static final List<String> FILES = List.of("words.tsv", "further-words.tsv");

    private static final double FURTHER_POINTS = 2.5;

    private static final Table TABLE = table();
    private static final Endings ENDINGS = new Endings(TABLE.names());
    private static final int FIRST_FURTHER =
            JarText.rows(LatinLanguages.class, FILES.get(0)).size();

    /// A common word: what it says for each of its languages.
    ///
    /// @param languages their places, one bit each
    private record Known(long languages, double weight) {}

    /// The languages in the order of the files, and their common words.
    private record Table(List<String> names, WordMap<Known> words) {}

    private LatinLanguages() {}

    static List<String> in(String text) {
        double[] points = points(LowerCase.of(text));
        for (int i = FIRST_FURTHER; i < points.length; i++) {
            points[i] = points[i] < FURTHER_POINTS ? 0 : points[i];
        }
        double best = 0;
        for (double p : points) {
            best = Math.max(best, p);
        }
        if (best <= 0) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            boolean notable = points[i] >= NOTABLE * best && points[i] >= NOTABLE_POINTS;
            if (points[i] == best || notable) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparingDouble(i -> -points[i]));
        return found.stream().map(LatinLanguages::tag).distinct().toList();
    }

    private static String tag(int index) {
        String name = TABLE.names().get(index);
        return name.equals("zh") ? "zh-Hans" : name;
    }

    private static double[] points(String text) {
        double[] points = new double[TABLE.names().size()];
        int words = 0;
        boolean afterLetter = false;
        int i = 0;
        while (i < text.length() && words < MAX_WORDS) {
            int end = wordEnd(text, i);
            if (end == i) {
                i++;
                continue;
            }
            boolean letter = end - i == 1;
            boolean isApart = letter && afterLetter; // letters in a row are a word drawn apart
            if (!isApart && !isInAddress(text, i, end)) {
                addWord(points, text, i, end);
            }
            afterLetter = letter;
            words++;
            i = end;
        }
        return points;
    }

    /// The `com` of `name@host.com` and the `me` of `t.me/name` are no words of a language.
    private static boolean isInAddress(String text, int start, int end) {
        boolean host =
                start > 1
                        && (text.charAt(start - 1) == '@'
                                || (text.charAt(start - 1) == '.'
                                        && isAsciiWord(text.charAt(start - 2))
                                        && end - start <= MAX_TOP));
        return host || (end < text.length() && text.charAt(end) == '@');
    }

    private static boolean isAsciiWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length() && isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Azerbaijani and Hausa have letters of the phonetic alphabet: `ə`, `ɗ`.
    private static boolean isLetter(char c) {
        return Script.isLatin(c) || (c >= FIRST_PHONETIC && c <= LAST_PHONETIC);
    }

    private static void addWord(double[] points, String text, int start, int end) {
        Known known = TABLE.words().get(text, start, end);
        if (known != null) {
            Endings.add(points, known.languages(), known.weight());
        }
        ENDINGS.addTo(points, text, start, end);
    }

    private static Table table() {
        List<String> names = new ArrayList<>();
        Map<String, List<Integer>> languagesOfWord = new HashMap<>();
        for (String file : FILES) {
            for (String line : JarText.rows(LatinLanguages.class, file)) {
                String[] parts = line.split("\t", 2);
                names.add(parts[0]);
                for (String word : parts[1].split(" ", -1)) {
                    languagesOfWord
                            .computeIfAbsent(word, w -> new ArrayList<>())
                            .add(names.size() - 1);
                }
            }
        }
        Map<String, Known> words = HashMap.newHashMap(languagesOfWord.size());
        languagesOfWord.forEach((word, languages) ->
                words.put(
                        word,
                        new Known(
                                languages.stream().mapToLong(l -> 1L << l).sum(),
                                1.0 / languages.size())));
        return new Table(List.copyOf(names), WordMap.of(words));
    }
}
