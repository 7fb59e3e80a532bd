package lurewatch.searchcli.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8InputTest {
    @Test
    void readsWhatWindowsSaves() throws IOException {
        String mark = "\uFEFF";
        // Long enough for several pieces, with a character of two halves at every place.
        String list = "@sample_tm_kh01\n캄보디아 🔥\n".repeat(3000);
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            assertThat(read((mark + list).getBytes(charset))).as(charset.name()).isEqualTo(list);
        }
    }

    @Test
    void leavesOtherTextAsItIs() throws IOException {
        for (String text : new String[] {"", "a", "ab", "@sample_tm_kh01\n", "ÿþ", "a\uFEFFb"}) {
            assertThat(read(text.getBytes(UTF_8))).isEqualTo(text);
        }
    }

    private static String read(byte[] bytes) throws IOException {
        return new String(Utf8Input.of(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
    }
}
