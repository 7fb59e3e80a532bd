package lurewatch.crawler.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of figures that no test machine has.
final class DoctorTest {
    private static final long MB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        // heap, machine, level
        "512, 4000, OK",
        "100, 4000, WARN",
        "512, 600, WARN"
    })
    void aHeapMustFitTheCrawlAndTheMachine(long heap, long machine, Finding.Level level) {
        assertThat(MemoryCheck.finding(heap * MB, machine * MB).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"1024, OK", "1023, WARN", "9223372036854775807, OK"})
    void aThousandFilesMayBeOpen(long limit, Finding.Level level) {
        assertThat(DescriptorCheck.finding(limit).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"999, FAIL", "1000, WARN", "4999, WARN", "5000, OK"})
    void theDiskIsMeasuredByItsReserve(long free, Finding.Level level) {
        assertThat(DiskCheck.finding(free, 1000).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "ext4, OK",
        "xfs, OK",
        "btrfs, OK",
        "nfs4, FAIL",
        "CIFS, FAIL",
        "9p, FAIL",
        "fuse.sshfs, FAIL",
        "fuseblk, WARN",
        "overlay, WARN",
        "tmpfs, WARN"
    })
    void onlyALocalDiskWillDo(String type, Finding.Level level) {
        assertThat(FileSystemCheck.kind(type).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "rwx------, OK",
        "rwxr-x---, OK",
        "rwxrwx---, WARN",
        "rwxr-xr-x, WARN",
        "rwx--x--x, WARN",
        "rwx----w-, WARN"
    })
    void strangersStayOutOfTheData(String permissions, Finding.Level level) {
        assertThat(
                        PermissionCheck.openness(
                                        Path.of("data"),
                                        PosixFilePermissions.fromString(permissions))
                                .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        // now, last capture, level
        "2026-11-27T18:00:00Z, 2026-11-27T17:59:00Z, OK",
        // Another machine's clock may be a little ahead.
        "2026-11-27T18:00:00Z, 2026-11-27T18:01:00Z, OK",
        "2026-11-27T18:00:00Z, 2026-11-27T18:03:00Z, FAIL",
        "2026-11-27T18:00:00Z, , OK",
        "1970-01-01T00:10:00Z, , FAIL",
        "2036-11-27T18:00:00Z, 2026-11-27T17:59:00Z, WARN"
    })
    void theClockIsNotBeforeWhatWasCaptured(Instant now, Instant last, Finding.Level level) {
        assertThat(ClockCheck.plausible(now, Optional.ofNullable(last)).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        // now, last plans, level
        "2026-11-27T18:00:00Z, 2026-11-27T17:59:00Z, OK",
        "2026-11-27T18:00:00Z, 2026-11-27T18:01:00Z, OK",
        "2026-11-27T18:00:00Z, 2036-11-27T18:00:00Z, WARN",
        "2026-11-27T18:00:00Z, , OK"
    })
    void visitsArePlannedByAClockThatIsRight(Instant now, Instant last, Finding.Level level) {
        assertThat(ClockCheck.planned(now, Optional.ofNullable(last)).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"200, OK", "249, OK", "260, WARN", "-3600000, WARN"})
    void bothClocksGoEquallyFast(long wallMillis, Finding.Level level) {
        assertThat(
                        ClockCheck.steadiness(Duration.ofMillis(wallMillis), Duration.ofMillis(200))
                                .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KB", "20971520, 20 MB", "1073741824, 1.0 GB"})
    void sizesAreWrittenForPeople(long bytes, String written) {
        assertThat(Sizes.written(bytes)).isEqualTo(written);
    }
}
