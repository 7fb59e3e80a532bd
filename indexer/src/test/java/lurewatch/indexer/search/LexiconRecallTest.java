package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every literal phrase of the shipped lexicon, in every language, is found in the middle of a
/// text: in scripts without spaces with nothing between it and its neighbours.
class LexiconRecallTest {
    private static final List<String> SPACELESS = List.of("ko", "zh", "ja", "th", "lo", "km", "my");

    /// A number in disguise, a single jamo right before a syllable: Unicode makes one cluster of
    /// them.
    private static final String MISSED = "ㅇ1ㅇ";

    @Test
    void findsEveryPhraseInsideOfAText() throws IOException, QueryException {
        QueryLanguage language = new QueryLanguage(SamplePostings::read, InstantSource.system());
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (Path file : lexicons()) {
            String name = String.valueOf(file.getFileName()).replace(".tsv", "");
            String between = SPACELESS.contains(name.split("-", 2)[0]) ? "" : " ";
            List<String> phrases = literals(file);
            for (int i = 0; i < phrases.size(); i++) {
                String before = phrases.get((i + 7) % phrases.size());
                String behind = phrases.get((i + 13) % phrases.size());
                String text = joined(joined(before, phrases.get(i), between), behind, between);
                ParsedQuery query = language.parse('"' + phrases.get(i) + '"');
                tried++;
                if (Highlighter.of(query).matchesIn(text).isEmpty()) {
                    missed.add(name + ": " + phrases.get(i) + " in " + text);
                }
            }
        }
        assertThat(tried).isGreaterThan(1000);
        assertThat(missed).allMatch(miss -> miss.contains(MISSED));
    }

    /// Latin letters and digits are one word with their like, whatever the language.
    private static String joined(String left, String right, String between) {
        boolean wouldMerge = isAscii(left.charAt(left.length() - 1)) && isAscii(right.charAt(0));
        return left + (wouldMerge ? " " : between) + right;
    }

    private static boolean isAscii(char c) {
        return c < 0x80;
    }

    private static List<Path> lexicons() throws IOException {
        Path root = Path.of(System.getProperty("lurewatch.root", ".."));
        try (Stream<Path> files = Files.list(root.resolve("config/signals/lexicon"))) {
            return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
        }
    }

    private static List<String> literals(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .filter(line -> line.contains("\tliteral\t"))
                    .map(line -> line.split("\t", -1)[2])
                    .filter(phrase -> phrase.codePoints().anyMatch(Character::isLetterOrDigit))
                    .filter(phrase -> phrase.indexOf('"') < 0)
                    .toList();
        }
    }
}
