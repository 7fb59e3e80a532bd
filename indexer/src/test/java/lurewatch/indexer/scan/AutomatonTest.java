package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AutomatonTest {
    @Test
    void findsOverlappingLiterals() {
        assertThat(found(List.of("he", "she", "his", "hers"), "ushers"))
                .containsExactlyInAnyOrder("she@4", "he@4", "hers@6");
    }

    @Test
    void findsWhatASearchForEachFinds() {
        long seed = 7L;
        System.out.println("AutomatonTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> literals =
                    Stream.generate(() -> word(random, 1 + random.nextInt(4)))
                            .limit(12)
                            .distinct()
                            .toList();
            String text = word(random, 60);
            List<String> expected = new ArrayList<>();
            for (String literal : literals) {
                for (int i = text.indexOf(literal); i >= 0; i = text.indexOf(literal, i + 1)) {
                    expected.add(literal + "@" + (i + literal.length()));
                }
            }
            assertThat(found(literals, text)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<String> found(List<String> literals, String text) {
        List<String> found = new ArrayList<>();
        Automaton.of(literals)
                .scan(text, (literal, end) -> found.add(literals.get(literal) + "@" + end));
        return found;
    }

    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf("abㄱ한".charAt(random.nextInt(4))))
                .collect(Collectors.joining());
    }
}
