package lurewatch.indexer.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixesTest {
    @ParameterizedTest
    @CsvSource({"a b, 2", "ab abc, 3", "abd abc, 4", "telegram telephone, 13", "a, 1"})
    void countsWhatATreeHolds(String texts, int nodes) {
        assertEquals(nodes, Prefixes.count(List.of(texts.split(" ", -1)), text -> 0));
    }

    @Test
    void countsNothingOfNothing() {
        assertEquals(0, Prefixes.count(List.of(), text -> 0));
    }

    @Test
    void countsOnlyWhatIsLongerThanAskedFor() {
        assertEquals(5, Prefixes.count(List.of("job", "job now", "job no", "jobs"), text -> 3));
    }

    /// The same as a set of all prefixes.
    @Test
    void agreesWithListingThemAll() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> texts = Stream.generate(() -> word(random)).limit(30).toList();
            Set<String> prefixes = new HashSet<>();
            for (String text : texts) {
                for (int end = above(text) + 1; end <= text.length(); end++) {
                    prefixes.add(text.substring(0, end));
                }
            }
            assertEquals(
                    prefixes.size(), Prefixes.count(texts, PrefixesTest::above), texts::toString);
        }
    }

    /// As a word's end is: nothing but what stands there tells where it is.
    private static int above(String text) {
        int end = text.indexOf('b');
        return end < 0 ? text.length() : end;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder("a");
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
