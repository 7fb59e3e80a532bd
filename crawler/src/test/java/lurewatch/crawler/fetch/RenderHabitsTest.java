package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderHabitsTest {
    private final RenderHabits habits = new RenderHabits();

    @Test
    void pagesThatItNeverHelpsAreRarelyShownAgain() {
        for (int i = 0; i < 3; i++) {
            assertThat(habits.isWorthwhile("board", "https://b.example/view/" + i)).isTrue();
            habits.rendered("board", "https://b.example/view/" + i, false);
        }
        assertThat(shown("https://b.example/view/")).isEqualTo(5);
        assertThat(habits.isWorthwhile("board", "https://b.example/list")).isTrue();
        assertThat(habits.isWorthwhile("other", "https://b.example/view/1")).isTrue();
    }

    @Test
    void onePageThatItHelpsSpeaksForAllOfItsShape() {
        for (int i = 0; i < 3; i++) {
            habits.rendered("board", "https://b.example/view/" + i + "?id=" + i, false);
        }
        habits.rendered("board", "https://b.example/view/7?id=8", true);
        assertThat(habits.isWorthwhile("board", "https://b.example/view/9?id=1")).isTrue();
    }

    private long shown(String start) {
        return IntStream.range(0, 100).filter(i -> habits.isWorthwhile("board", start + i)).count();
    }
}
