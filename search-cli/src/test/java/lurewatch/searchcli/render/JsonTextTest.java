package lurewatch.searchcli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import lurewatch.indexer.console.JsonText;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static final ObjectMapper ORACLE = new ObjectMapper();

    @Test
    void isReadBackExactlyAndHoldsNothingDangerous() throws JsonProcessingException {
        long seed = 20_261_128;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text =
                    random.ints(random.nextInt(12), 0, 0x10000)
                            .collect(
                                    StringBuilder::new,
                                    (s, c) -> s.append((char) c),
                                    StringBuilder::append)
                            .toString();
            String json = JsonText.quoted(text);
            assertThat(ORACLE.readValue(json, String.class)).as("seed " + seed).isEqualTo(text);
            assertThat(json.codePoints().noneMatch(TerminalTextTest::isDangerous)).isTrue();
        }
    }

    @Test
    void escapesWhatEndsAScript() {
        assertThat(JsonText.quoted("a</script>\"\\\n")).isEqualTo("\"a<\\/script>\\\"\\\\\\n\"");
    }
}
