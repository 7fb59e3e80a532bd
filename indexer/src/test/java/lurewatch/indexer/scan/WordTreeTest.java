package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordTreeTest {
    @Test
    void findsLiteralsWhereWordsBegin() {
        List<String> literals = List.of("free", "free ticket", "ticket", "ree", "+855", "무료 티켓");
        assertThat(found(literals, "free ticket, carefree\nticket +855 무료\n티켓"))
                .containsExactlyInAnyOrder(
                        "free@0", "free ticket@0", "ticket@5", "ticket@22", "+855@29", "무료 티켓@34");
    }

    @Test
    void findsWhatGoesOnForAFewCharacters() {
        List<String> literals = List.of("no", "no 1", "no fee", "no fees now");
        assertThat(found(literals, "no 1, no fees no, no fees now"))
                .containsExactly(
                        "no@0",
                        "no 1@0",
                        "no@6",
                        "no fee@6",
                        "no@14",
                        "no@18",
                        "no fee@18",
                        "no fees now@18");
    }

    @Test
    void findsWhatAnEndingMayFollow() {
        assertThat(found(List.of("abc", "abcd"), "abcds abcdefghi abcdefghij abcs"))
                .containsExactly("abcd@0", "abcd@6");
    }

    /// Of all places that hold a literal, it tells of those that [Boundaries] may accept.
    @Test
    void findsWhatASearchForEachFinds() {
        long seed = 7L;
        System.out.println("WordTreeTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> literals =
                    Stream.generate(() -> word(random, 1 + random.nextInt(5)))
                            .limit(12)
                            .distinct()
                            .toList();
            String text = word(random, 80);
            List<String> expected = new ArrayList<>();
            for (String literal : literals) {
                for (int i = text.indexOf(literal); i >= 0; i = text.indexOf(literal, i + 1)) {
                    if (Boundaries.areWordEdges(text, i, i + literal.length(), "ru")) {
                        expected.add(literal + "@" + i);
                    }
                }
            }
            assertThat(found(literals, text)).containsAll(expected);
            assertThat(found(literals, text))
                    .doesNotHaveDuplicates()
                    .allMatch(hit -> {
                        String literal = hit.substring(0, hit.lastIndexOf('@'));
                        int start = Integer.parseInt(hit.substring(literal.length() + 1));
                        return text.startsWith(literal, start);
                    });
        }
    }

    private static List<String> found(List<String> literals, String text) {
        List<String> found = new ArrayList<>();
        WordTree.of(literals)
                .scan(
                        text.toCharArray(),
                        (literal, start, end) -> found.add(literals.get(literal) + "@" + start));
        return found;
    }

    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf("aabbc 한+".charAt(random.nextInt(8))))
                .collect(Collectors.joining());
    }
}
