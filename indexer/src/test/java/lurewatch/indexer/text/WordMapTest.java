package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordMapTest {
    private static final int MOST = 12;

    @Test
    void tellsWhatAWordMeansAndNoOther() {
        WordMap<Integer> words = WordMap.of(Map.of("one", 1, "하나", 1, "two", 2));
        assertThat(words.get("no one", 3, 6)).isEqualTo(1);
        assertThat(words.get("하나둘", 0, 2)).isEqualTo(1);
        assertThat(words.get("no one", 2, 6)).isNull();
        assertThat(words.get("ones", 0, 4)).isNull();
    }

    @Test
    void tellsHowLongTheWordsAreThatBeginAtAPlace() {
        WordMap<String> words = WordMap.of(Map.of("six", "6", "sixty", "60", "sixty six", "66"));
        assertThat(words.lengthsAt("sixty six", 0, MOST)).isEqualTo(1 << 3 | 1 << 5 | 1 << 9);
        assertThat(words.lengthsAt("sixty six", 0, 8)).isEqualTo(1 << 3 | 1 << 5);
        assertThat(words.lengthsAt("sixty si", 0, MOST)).isEqualTo(1 << 3 | 1 << 5);
        assertThat(words.lengthsAt("sixty six", 1, MOST)).isZero();
        assertThat(words.lengthsAt("six", 3, MOST)).isZero();
    }

    @Test
    void findsTheLengthsThatAskingForEachFinds() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Map<String, Integer> meanings = new HashMap<>();
            for (int i = 0; i < 20; i++) {
                meanings.put(word(random, 1 + random.nextInt(5)), i);
            }
            WordMap<Integer> words = WordMap.of(meanings);
            String text = word(random, 40);
            for (int start = 0; start < text.length(); start++) {
                long expected = 0;
                for (int end = start + 1; end <= Math.min(text.length(), start + MOST); end++) {
                    expected |= words.get(text, start, end) != null ? 1L << (end - start) : 0;
                }
                assertThat(words.lengthsAt(text, start, MOST)).isEqualTo(expected);
            }
        }
    }

    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf("ab 한é".charAt(random.nextInt(5))))
                .collect(Collectors.joining());
    }
}
