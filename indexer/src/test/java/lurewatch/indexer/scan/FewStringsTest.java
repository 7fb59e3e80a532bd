package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;
import org.junit.jupiter.api.Test;

class FewStringsTest {
    @Test
    void tellsInTheOrderInWhichTheyBegin() {
        assertThat(found(List.of("me/", "t.me/", " at ", "@", "골뱅이"), "t.me/x at\ny@골뱅이"))
                .containsExactly("t.me/@0", "me/@2", " at @6", "@@11", "골뱅이@12");
    }

    @Test
    void looksOnlyBetweenItsBounds() {
        List<Integer> starts = new ArrayList<>();
        FewStrings.of(List.of("day", "y"))
                .scan("day day day", 4, 10, (place, start, end) -> starts.add(start));
        assertThat(starts).containsExactly(4, 6);
    }

    @Test
    void knowsWhetherAnyStandsInAText() {
        FewStrings strings = FewStrings.of(List.of("est", "없"));
        assertThat(strings.areIn("the rest")).isTrue();
        assertThat(strings.areIn("돈이 없다")).isTrue();
        assertThat(strings.areIn("es 업")).isFalse();
    }

    @Test
    void tellsTheFirstOfEqualOnes() {
        List<Integer> places = new ArrayList<>();
        FewStrings.of(List.of("a", "b", "a")).scan("ba", (place, start, end) -> places.add(place));
        assertThat(places).containsExactly(1, 0);
    }

    @Test
    void findsWhatASearchForEachFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<String> strings =
                    Stream.generate(() -> word(random, 1 + random.nextInt(4)))
                            .limit(8)
                            .distinct()
                            .toList();
            String text = word(random, 60);
            List<String> expected = new ArrayList<>();
            for (String string : strings) {
                for (int i = text.indexOf(string); i >= 0; i = text.indexOf(string, i + 1)) {
                    expected.add(string + "@" + i);
                }
            }
            assertThat(found(strings, text)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void findsInAViewWhatItFindsInItsText() {
        Random random = new Random(12);
        for (int round = 0; round < 300; round++) {
            FewStrings strings =
                    FewStrings.of(
                            Stream.generate(() -> word(random, 1 + random.nextInt(4)))
                                    .limit(3)
                                    .toList());
            View view = TextViews.of(word(random, 25)).folded();
            List<Integer> inText = new ArrayList<>();
            List<Integer> inView = new ArrayList<>();
            strings.scan(view.text(), (place, start, end) -> inText.add(start));
            strings.scan(view, (place, start, end) -> inView.add(start));
            assertThat(inView).isEqualTo(inText);
            assertThat(strings.areIn(view)).isEqualTo(!inText.isEmpty());
        }
    }

    private static List<String> found(List<String> strings, String text) {
        List<String> found = new ArrayList<>();
        FewStrings.of(strings)
                .scan(text, (place, start, end) -> found.add(strings.get(place) + "@" + start));
        return found;
    }

    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf("aabb 한é+".charAt(random.nextInt(8))))
                .collect(Collectors.joining());
    }
}
