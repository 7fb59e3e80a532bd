package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed when its first line is read has recorded what it was asked.
class RecordFirstIT {
    @TempDir private static Path data;

    /// More than a pipe holds: the process cannot end before somebody reads on.
    @BeforeAll
    static void index() {
        World world = new World();
        for (int i = 0; i < 400; i++) {
            world.add(
                    "a" + i,
                    "en",
                    90,
                    Context.NONE,
                    "Typists " + i,
                    "Typists " + "wanted ".repeat(90));
        }
        world.in(data);
    }

    private static void killedAtItsFirstLine(String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "lurewatch.searchcli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isNotEmpty();
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(137);
        }
    }

    private static String account() {
        return Cli.inPipe().run("audit", "list", "--data", data.toString()).out();
    }

    @Test
    void nobodySeesAResultThatIsNotRecorded() throws IOException, InterruptedException {
        killedAtItsFirstLine("search", "typists", "--format", "jsonl");
        assertThat(account()).contains("command=search query=typists found=400 shown=400");
        Path list = data.resolve("list.txt");
        Files.writeString(list, ("typists wanted " + "wanted ".repeat(20) + "\n").repeat(2_000));
        killedAtItsFirstLine("batch", list.toString(), "--format", "jsonl");
        assertThat(account()).contains("command=batch query=“typists wanted wanted");
        killedAtItsFirstLine("pivot", "typists", "--limit", "1000", "--format", "jsonl");
        assertThat(account()).contains("command=pivot query=typists found=400");
    }
}
