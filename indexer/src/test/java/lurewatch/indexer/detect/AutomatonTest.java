package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /// A pattern may only match where one of these stands; none means anywhere.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "텔[\\s.*]{1,3}레;텔",
                "(?:월급|주급)\\s*\\d+;월급,주급",
                "최고\\s*[1-9]\\d{3}\\s*만;최고",
                "a?bc+d*;bc",
                "(?<!x)foo(?=bar);foo",
                "(?:a|[0-9])z?;''",
                "[0-9]{6,};''",
            })
    void knowsWhatAPatternRequires(String regex, String literals) {
        assertThat(RequiredLiterals.of(regex).stream().sorted().collect(Collectors.joining(",")))
                .isEqualTo(literals);
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
