package lurewatch.searchcli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import lurewatch.indexer.console.Printed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a command whose output cannot be written: a full disk is said and is no success,
/// a reader who has seen enough is no trouble.
class LostOutputIT {
    @ParameterizedTest
    @CsvSource({
        "No space left on device, 3, not complete",
        "Input/output error, 3, not complete",
        "Broken pipe, 0, ''",
    })
    void isNoSuccessWhereItWasNotRead(String failure, int code, String said) {
        for (String command : new String[] {"signals", "--help"}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int ended =
                    Main.run(
                            new String[] {command},
                            InputStream.nullInputStream(),
                            Printed.to(failing(failure)),
                            new PrintStream(err, true, UTF_8),
                            Map.of("LUREWATCH_CONFIG", Folders.shippedConfig().toString()));
            assertThat(ended).as(command + ": " + err.toString(UTF_8)).isEqualTo(code);
            assertThat(err.toString(UTF_8)).contains(said);
            assertThat(err.toString(UTF_8).isEmpty())
                    .as(err.toString(UTF_8))
                    .isEqualTo(said.isEmpty());
        }
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
