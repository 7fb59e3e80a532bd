package lurewatch.indexer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SessionTest {
    private static final String LONG =
            "there is no archive in /srv/a-folder/with-a-name/longer-than-the-line; run a crawl first";

    @Test
    void breaksWhatItSaysBetweenWordsOnATerminal() {
        assertThat(told(LONG, Map.of("LUREWATCH_PROGRESS", "1", "COLUMNS", "40")))
                .isEqualTo(
                        """
                        lurewatch: there is no archive in
                        /srv/a-folder/with-a-name/longer-than-the-line;
                        run a crawl first
                        """);
    }

    @Test
    void saysItInOneLineToWhateverIsNoTerminal() {
        assertThat(told(LONG, Map.of("LUREWATCH_PROGRESS", "0", "COLUMNS", "40")))
                .isEqualTo("lurewatch: " + LONG + "\n");
    }

    @Test
    void leavesLinesThatAreLaidOut() {
        String caret = "a query with something that nobody understands\n  here ^";
        assertThat(told(caret, Map.of("LUREWATCH_PROGRESS", "1", "COLUMNS", "40")))
                .isEqualTo("lurewatch: " + caret + "\n");
    }

    private static String told(String message, Map<String, String> environment) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        new Session(
                        InputStream.nullInputStream(),
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        InstantSource.fixed(Instant.EPOCH))
                .tell(message);
        return err.toString(StandardCharsets.UTF_8);
    }
}
