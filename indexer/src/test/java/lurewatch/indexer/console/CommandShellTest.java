package lurewatch.indexer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

final class CommandShellTest {
    @Test
    void aFailureIsOneLine() {
        assertThat(said(Map.of())).isEqualTo("lurewatch: cannot read the list\n");
    }

    @Test
    void whoAsksForItSeesWhereAFailureComesFrom() {
        assertThat(said(Map.of("LUREWATCH_DEBUG", "1")))
                .contains("Caused by: java.io.IOException: broken disk")
                .contains("at lurewatch.indexer.console.CommandShellTest$Failing")
                .endsWith("lurewatch: cannot read the list\n");
    }

    private static String said(Map<String, String> environment) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session =
                new Session(
                        InputStream.nullInputStream(),
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        InstantSource.fixed(Instant.EPOCH));
        int code =
                new CommandShell(session, new Failing(), List.of(), _ -> Optional.empty())
                        .run(new String[0]);
        assertThat(code).isEqualTo(ExitCode.NOT_USABLE.number());
        return err.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "failing")
    private static final class Failing implements Callable<ExitCode> {
        @Override
        public ExitCode call() {
            try {
                throw new IOException("broken disk");
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.NOT_USABLE, "cannot read the list", e);
            }
        }
    }
}
