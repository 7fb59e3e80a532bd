package lurewatch.indexer.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TracesTest {
    @Test
    void countsWhatIsTooMuchToLookFor() {
        Traces traces = new Traces();
        for (int i = 0; i < 20_010; i++) {
            traces.addAddress("https://board.example/" + i);
        }
        assertThat(traces.all()).hasSize(20_000);
        assertThat(traces.unsought()).isEqualTo(new Unsought(0, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "王伟, called 王伟 again, true",
        "Maria, MARIA called, true",
        "Maria, Mariana called, false",
        "Maria, SantaMaria called, false",
        "Nguyễn Văn A, nguyễn văn a, true",
        "Nguyễn Văn A, Nguyễn Văn An, false",
        "Anna, Anna, false",
    })
    void findsANameAsAWholeWord(String name, String text, boolean isFound) {
        TraceFinder finder = new TraceFinder(List.of(new Trace(Trace.Kind.NAME, name)));
        assertThat(!finder.in(text).isEmpty()).isEqualTo(isFound);
    }

    /// What is longer than a trace may be is cut and goes on.
    @Test
    void findsALongContactByItsBeginning() {
        String wallet = "bc1" + "q0".repeat(29);
        TraceFinder finder =
                new TraceFinder(
                        List.of(
                                new Trace(
                                        Trace.Kind.CONTACT, wallet.substring(0, Traces.LONGEST))));
        assertThat(finder.in("pay to " + wallet)).hasSize(1);
    }
}
