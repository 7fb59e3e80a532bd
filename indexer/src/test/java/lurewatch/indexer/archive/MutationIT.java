package lurewatch.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accidents of every kind to archive and ledger; `.ci/mutations` has thousands.
final class MutationIT {
    private static final int MUTATIONS = 250;

    /// The same accidents in every build; `LUREWATCH_SEED` makes others.
    private static final long SEED =
            Long.parseLong(Optional.ofNullable(System.getenv("LUREWATCH_SEED")).orElse("1"));

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    @Test
    void verifySaysWhereEachStands() throws IOException {
        MutatedArchive archive = MutatedArchive.of(directory, 24);
        assertThat(archive.segments()).isGreaterThan(2);
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            assertThat(archive.tryOne(random)).as("seed %d, number %d", SEED, i).isEmpty();
        }
        assertThat(ArchiveVerifier.verify(directory).isClean()).isTrue();
    }
}
