package lurewatch.indexer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In processes of their own, as a process loads the library once.
final class SqliteLibraryIT {
    @TempDir Path folder;

    /// Opens a database and prints the version of SQLite.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            SqliteLibrary.settle();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                IO.println(connection.getMetaData().getDatabaseProductVersion());
            }
        }
    }

    private String run(String... options) throws Exception {
        List<String> command =
                Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Djava.io.tmpdir="
                                                + Files.createDirectories(folder.resolve("tmp")),
                                        "--enable-native-access=ALL-UNNAMED"),
                                Stream.of(options),
                                Stream.of(
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Program.class.getName()))
                        .flatMap(part -> part)
                        .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.strip();
    }

    @Test
    void isUnpackedOnceAndThenUsed() throws Exception {
        Path library = folder.resolve("kept.so");
        String version = run();
        assertThat(version).matches("3\\.[0-9.]+");
        assertThat(run("-Dlurewatch.sqlite=" + library)).isEqualTo(version);
        FileTime made = Files.getLastModifiedTime(library);
        assertThat(run("-Dlurewatch.sqlite=" + library)).isEqualTo(version);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(made);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(library, folder.resolve("tmp"));
        }
    }

    @Test
    void whereItCannotBeKeptSqliteWorksAsWell() throws Exception {
        assertThat(run("-Dlurewatch.sqlite=" + folder.resolve("not/there/kept.so")))
                .isEqualTo(run());
    }
}
