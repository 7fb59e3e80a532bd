package lurewatch.searchcli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The system's words for a full disk do not say which.
class FullDiskTest {
    @TempDir private Path folder;

    @Test
    void namesThePlaceThatCannotBeWritten() throws IOException {
        try (FileSet files = FileSet.begin(folder, new FullDisk())) {
            assertThatThrownBy(() -> files.fill(null))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "while writing %s: No space left on device",
                            folder.toRealPath().resolve("hits.jsonl"));
        }
        try (Pack pack = Pack.begin(folder.resolve("pack"))) {
            assertThatThrownBy(
                            () -> pack.fill(null, null, List.of(new FullDisk()), (_, _, _) -> {}))
                    .hasMessageEndingWith("/pack: No space left on device");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static final class FullDisk implements ListWriter {
        @Override
        public List<String> files() {
            return List.of("hits.jsonl");
        }

        @Override
        public void write(HitList list, Path folder) throws IOException {
            try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("hits.jsonl"))) {
                lines.write("{");
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void check(HitList list, Path folder) {
            throw new AssertionError("nothing was written");
        }
    }
}
