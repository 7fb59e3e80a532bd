package lurewatch.searchcli.dossier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumIT {
    @TempDir private Path work;

    private Chromium program(String script, Duration longest) throws IOException {
        Path program = Files.writeString(work.resolve("browser"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Chromium(program, longest);
    }

    private void print(Chromium chromium) throws IOException {
        Path html = Files.writeString(work.resolve("dossier-002.html"), "<p>ads");
        chromium.print(html, work.resolve("dossier-002.pdf"), work);
    }

    /// Also what it started: a renderer that goes on keeps its memory.
    @Test
    void isEndedInTimeAndSaysThatItWasTheTime() throws Exception {
        Chromium slow =
                program("sleep 600 & echo $! >" + work + "/renderer; wait", Duration.ofSeconds(2));
        assertThatThrownBy(() -> print(slow))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("had not printed dossier-002.pdf in 2 seconds")
                .hasMessageContaining("take a narrower query")
                .hasMessageNotContaining("font");
        long renderer = Long.parseLong(Files.readString(work.resolve("renderer")).strip());
        ProcessHandle.of(renderer).ifPresent(handle -> handle.onExit().join());
    }

    @Test
    void saysWhatItSaidWhenItFails() throws IOException {
        assertThatThrownBy(() ->
                        print(program("echo first; echo no fonts; exit 3", Duration.ofMinutes(1))))
                .hasMessageContaining("ended with 3 and left no dossier-002.pdf")
                .hasMessageEndingWith("It said: no fonts");
        assertThatThrownBy(() -> print(program("exit 0", Duration.ofMinutes(1))))
                .hasMessageContaining("ended with 0")
                .hasMessageEndingWith("It said: nothing");
    }
}
