package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.intake.IntakeRecord;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.extract.Extraction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records that break what takes them.
final class ImportRunIT {
    @TempDir Path folder;

    private static IntakeRecord record(String url) {
        return new IntakeRecord(
                "line 1",
                url,
                Optional.empty(),
                Optional.empty(),
                200,
                List.of(new Header("Content-Type", "text/html")),
                ("<p>Waiters wanted, see " + url).getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Map.of());
    }

    /// Breaks where a record is told of that was archived.
    private static final class Breaking implements ImportRun.Told {
        private final Throwable fault;
        private final AtomicInteger archived = new AtomicInteger();

        Breaking(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public void archived(IntakeRecord record, Capture capture, Extraction extraction) {
            archived.incrementAndGet();
            switch (fault) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new AssertionError(fault);
            }
        }

        @Override
        public void alreadyThere(IntakeRecord record) {
            throw new AssertionError(record.url());
        }

        @Override
        public void broken(String place, String why) {
            throw new AssertionError(why);
        }
    }

    /// What is lost without a word is missing from the evidence.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverEndsATrackEndsTheImport(boolean isError) throws Exception {
        Throwable fault =
                isError ? new StackOverflowError("deep") : new IllegalStateException("broken");
        Path config = folder.resolve("config");
        ConfigFiles.write(config, "{}", Map.of());
        Breaking told = new Breaking(fault);
        Path file = folder.resolve("posts.jsonl");
        try (Street street =
                Street.open(
                        folder.resolve("data"),
                        Instructions.read(config),
                        InstantSource.system())) {
            try (ImportRun run =
                    new ImportRun(street, "none", Optional.empty(), InstantSource.system(), told)) {
                run.take(file, Digest.of(new byte[0]), record("http://board.test/1"));
                assertThatThrownBy(run::finish)
                        .satisfiesAnyOf(
                                thrown -> assertThat(thrown).isSameAs(fault),
                                thrown -> assertThat(thrown).cause().isSameAs(fault));
                assertThatThrownBy(() ->
                                run.take(
                                        file,
                                        Digest.of(new byte[0]),
                                        record("http://board.test/2")))
                        .isInstanceOf(RuntimeException.class);
            }
        }
        assertThat(told.archived).hasValue(1);
    }
}
