package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator reads of a machine that is well, and of one that is not.
final class DoctorIT {
    @TempDir Path folder;

    private Path data() throws IOException {
        Path data = folder.resolve("data");
        return Files.exists(data)
                ? data
                : Files.createDirectory(
                        data,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
    }

    private Cli doctor(String... options) throws IOException {
        return Cli.run(data(), Cli.SHIPPED, arguments(options));
    }

    private static String[] arguments(String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "doctor";
        System.arraycopy(options, 0, all, 1, options.length);
        return all;
    }

    private Archive archive(Instant now) throws IOException {
        return Archive.open(data().resolve("archive"), 1 << 20, InstantSource.fixed(now));
    }

    private static Exchange page(Instant at) {
        return new Exchange(
                "board",
                "http://board.example/",
                at,
                "127.0.0.1",
                "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                200,
                "OK",
                List.of(new Header("Content-Type", "text/html")),
                "<p>hello</p>".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Optional.empty(),
                Provenance.CRAWLED,
                Map.of());
    }

    @Test
    void aHealthyMachineGetsALineForEachLook() throws IOException {
        Cli doctor = doctor();
        assertThat(doctor.code()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .contains("ok    java         Java 25")
                .contains("ok    folder       closed to others (rwx------)")
                .contains("ok    file system  fsync and locks work")
                .contains("ok    lock         nobody is writing the data directory")
                .contains("ok    archive      none yet")
                .contains("ok    clock        it goes steadily")
                .contains("so a crawl would not start\n")
                .contains("                 > set identity.user_agent and identity.contact\n");
        assertThat(doctor.err()).contains("0 failed");
        try (var left = Files.list(data())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereYetIsNoFault() {
        Cli doctor = Cli.run(folder.resolve("none"), Cli.SHIPPED, "doctor");
        assertThat(doctor.code()).as(doctor.out()).isZero();
        assertThat(doctor.out()).contains("is not there yet; the first crawl makes it");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void theWriterIsNamedAndKeepsItsLock() throws IOException {
        try (Archive archive = archive(Instant.now())) {
            archive.append(page(Instant.now()));
            for (int look = 0; look < 2; look++) {
                assertThat(doctor().out())
                        .contains("being written by pid " + ProcessHandle.current().pid());
            }
        }
        assertThat(doctor().out())
                .contains("nobody is writing the data directory")
                .contains("ok    archive      1 captures, the last 20");
    }

    @Test
    void aBrokenSettingsFileIsNamedWithItsPlace() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("lurewatch.yaml"), "storage:\n  disk_reserv: 1GB\n");
        Cli doctor = Cli.run(data(), config, "doctor");
        assertThat(doctor.code()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("fail  config")
                .contains("lurewatch.yaml:2:")
                .contains("no folder of site files");
    }

    @Test
    void openDoorsAreNamedWithTheCommandThatShutsThem() throws IOException {
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Cli doctor = doctor();
        assertThat(doctor.code()).isZero();
        assertThat(doctor.out())
                .contains("warn  folder       everybody on this machine may read it (rwxr-xr-x)")
                .contains("> chmod o-rwx " + data());
    }

    @Test
    void aCutArchiveIsDamage() throws IOException {
        try (Archive archive = archive(Instant.now())) {
            archive.append(page(Instant.now()));
        }
        Path segment;
        try (var files = Files.list(data().resolve("archive"))) {
            segment =
                    files.filter(file -> file.toString().endsWith(".gz")).findFirst().orElseThrow();
        }
        try (var channel = Files.newByteChannel(segment, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(segment) - 1);
        }
        Cli doctor = doctor();
        assertThat(doctor.code()).isEqualTo(4);
        assertThat(doctor.out()).contains("fail  archive").contains("the file ends before byte");
    }

    @Test
    void aClockBehindTheLastCaptureIsWrong() throws IOException {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        try (Archive archive = archive(tomorrow)) {
            archive.append(page(tomorrow));
        }
        Cli doctor = doctor();
        assertThat(doctor.code()).isEqualTo(3);
        assertThat(doctor.out()).contains("fail  clock").contains("but the last capture is of");
    }

    @Test
    void strangersInPlaceOfOurStoresAreRefused() throws IOException {
        Files.writeString(
                data().resolve("facts.db"), "this is no database, whatever its name says");
        Files.writeString(
                data().resolve("crawl.db"), "nor is this one, and so it cannot be opened");
        Files.createDirectory(data().resolve("index"));
        Cli doctor = doctor("--format", "jsonl");
        assertThat(doctor.code()).isEqualTo(3);
        List<JsonNode> failed =
                doctor.out()
                        .lines()
                        .map(DoctorIT::parsed)
                        .filter(line -> line.path("level").asText().equals("fail"))
                        .toList();
        assertThat(failed.stream().map(line -> line.path("check").asText()))
                .containsExactly("crawl.db", "facts.db", "index");
        assertThat(failed).allMatch(line -> !line.path("remedy").asText().isEmpty());
    }

    private static JsonNode parsed(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
