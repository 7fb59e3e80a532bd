package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrigramsTest {
    private static final String LETTERS = "abcdefghij klm\nno가나다라한글국码é@/";

    @Test
    void tellsOfMostStringsThatATextDoesNotHoldThem() {
        Trigrams trigrams = new Trigrams("write it backwards\n국번은 앞에");
        assertThat(trigrams.mayHold("backwards")).isTrue();
        assertThat(trigrams.mayHold("wards 국")).as("a line feed is a blank").isTrue();
        assertThat(trigrams.mayHold("국번")).isTrue();
        assertThat(trigrams.mayHold("w")).isTrue();
        assertThat(trigrams.mayHold("forwards")).isFalse();
        assertThat(trigrams.mayHold("backwrite")).isFalse();
        assertThat(trigrams.mayHold("뒤에")).isFalse();
        assertThat(trigrams.mayHold("@")).isFalse();
        assertThat(trigrams.mayHold("@)")).isFalse();
    }

    @Test
    void neverMissesWhatIsThere() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            String text = text(random, random.nextInt(200));
            Trigrams trigrams = new Trigrams(text);
            for (int i = 0; i + 1 < text.length(); i++) {
                int end = Math.min(text.length(), i + 1 + random.nextInt(6));
                String held = text.substring(i, end).replace('\n', ' ');
                assertThat(trigrams.mayHold(held)).isTrue();
                assertThat(trigrams.mayHold(Trigrams.mark(held))).isTrue();
            }
        }
    }

    private static String text(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }
}
