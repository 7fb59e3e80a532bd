package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An export that is ended from outside, in a process of its own.
class InterruptedIT {
    @TempDir private Path data;
    @TempDir private Path out;
    @TempDir private Path temporary;
    @TempDir private Path tools;

    @BeforeEach
    void fill() {
        World.ofAll().in(data);
    }

    /// Printing is when somebody loses patience.
    @ParameterizedTest
    @ValueSource(strings = {"--format pdf", "--format jsonl --translate"})
    void leavesNothingOfTheListAnywhere(String options) throws Exception {
        Path begun = tools.resolve("begun");
        Path program =
                Files.writeString(
                        tools.resolve("program"),
                        "#!/bin/sh\ntouch " + begun + "\nwhile true; do sleep 1; done\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(List.of(options.split(" ", -1)));
        if (options.endsWith("--translate")) {
            command.add(program.toString());
        }
        Process process = export(program, temporary, command);
        try {
            while (!Files.exists(begun)) {
                assertThat(process.isAlive()).as("it waits for the program").isTrue();
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            assertThat(names(out)).singleElement().asString().startsWith(".pack.");
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(names(out)).isEmpty();
            assertThat(names(temporary)).filteredOn(name -> name.startsWith("lurewatch")).isEmpty();
            for (ProcessHandle child : children) {
                child.onExit().get(60, TimeUnit.SECONDS);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// Nor is there a place that it needs.
    @Test
    void aDryRunWritesNothingAnywhere() throws Exception {
        Process process =
                export(tools, Path.of("/none"), List.of("--format", "jsonl", "--dry-run"));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("would hand on 4 postings");
        assertThat(names(out)).isEmpty();
    }

    /// Of a process that had no time to do it itself.
    @Test
    void theNextExportDeletesOldDraftsThatNobodyFills() throws IOException {
        long gone = 1L << 30;
        long own = ProcessHandle.current().pid();
        Instant old = Instant.now().minusSeconds(172_800);
        for (String name :
                List.of(
                        ".a.draft-" + gone + "-1",
                        ".b.draft-" + own + "-1",
                        ".c.draft-x-1",
                        "d.draft-" + gone + "-1")) {
            Path folder = Files.createDirectories(out.resolve(name));
            Files.writeString(folder.resolve("spool.jsonl"), "{}");
            Files.setLastModifiedTime(folder, FileTime.from(old));
        }
        Files.createDirectories(out.resolve(".e.draft-" + gone + "-1"));
        Packs.made(data, out.resolve("pack"), "korean-police", "--format", "jsonl");
        assertThat(names(out))
                .containsExactlyInAnyOrder(
                        "pack",
                        ".b.draft-" + own + "-1",
                        ".c.draft-x-1",
                        "d.draft-" + gone + "-1",
                        ".e.draft-" + gone + "-1");
    }

    private Process export(Path chromium, Path tmp, List<String> more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.io.tmpdir=" + tmp,
                                "-Dorg.sqlite.tmpdir=" + tools,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "export",
                                "*",
                                "--for",
                                "korean-police",
                                "--reason",
                                "request 114",
                                "--out",
                                out.resolve("pack").toString(),
                                "--data",
                                data.toString(),
                                "--config",
                                Folders.shippedConfig().toString()));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LUREWATCH_CHROMIUM", chromium.toString());
        builder.environment().put("LUREWATCH_ANALYST", "analyst one");
        return builder.start();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
