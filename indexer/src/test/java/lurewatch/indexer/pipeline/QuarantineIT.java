package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.ArchiveVerifier;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that end the process which reads them, and postings that break what is to be kept of them.
final class QuarantineIT {
    private static final String POISON = "<p>deadly page, write to t.me/hq_deadly";
    private static final String AD = "<h1>Waiters</h1><p>Good pay, write to t.me/hq_one";

    @TempDir Path directory;

    /// A process that dies while it reads such a page, as an exhausted heap makes it.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (Station station =
                    Station.open(Path.of(arguments[0]), Child::read, Station::assess)) {
                station.pipeline.catchUp();
            }
        }

        static Extraction read(CapturedPage page) {
            if (new String(page.payload(), StandardCharsets.UTF_8).contains("deadly")) {
                Runtime.getRuntime().halt(3);
            }
            return Station.reader().apply(page);
        }
    }

    @Test
    void aPageThatEndsTheProcessTwiceIsReadNoMore() throws Exception {
        archive("http://board.test/ad/1", AD);
        archive("http://board.test/ad/2", POISON);
        archive("http://board.test/ad/3", AD.replace("hq_one", "hq_two"));

        assertThat(start()).as("dies of it").isEqualTo(3);
        assertThat(start()).as("dies of it, read alone").isEqualTo(3);
        assertThat(start()).as("goes on").isZero();

        List<String> rows = rows();
        assertThat(rows).filteredOn(row -> row.startsWith("captures|")).hasSize(3);
        assertThat(rows)
                .filteredOn(row -> row.startsWith("captures|") && row.contains("|quarantined|"))
                .singleElement()
                .asString()
                .contains("/ad/2");
        assertThat(rows)
                .anyMatch(row -> row.startsWith("failures|") && row.contains("quarantined"));
        assertThat(rows).filteredOn(row -> row.startsWith("postings|")).hasSize(2);
        assertThat(ArchiveVerifier.verify(directory.resolve("archive")).problems()).isEmpty();

        Station.forgetDerived(directory);
        assertThat(start()).as("replayed").isZero();
        assertThat(rows()).isEqualTo(rows);

        archive("http://board.test/ad/2", POISON);
        archive("http://board.test/ad/9", POISON);
        assertThat(start()).as("the same bytes, there and elsewhere").isZero();

        archive("http://board.test/ad/2", POISON + " today");
        assertThat(start()).as("other bytes at its address").isEqualTo(3);
        assertThat(start()).as("known by its address").isZero();
    }

    /// What was merely read beside it, or when somebody pulled the plug, is cleared.
    @Test
    void whoStoodBesideItIsCleared() throws Exception {
        Capture innocent = archive("http://board.test/ad/1", AD);
        Path file = directory.resolve("reading");
        try (Quarantine quarantine = Quarantine.open(file)) {
            quarantine.begin(innocent);
            // the process dies: what is written stays
            try (Quarantine next = Quarantine.open(file)) {
                assertThat(next.sort(_ -> Optional.of(innocent))).containsExactly(innocent);
                next.begin(innocent);
                next.end(innocent);
            }
            try (Quarantine next = Quarantine.open(file)) {
                assertThat(next.sort(_ -> Optional.of(innocent))).isEmpty();
                assertThat(next.holds(innocent)).isFalse();
            }
        }
    }

    @Test
    void anOrderlyEndCountsAgainstNobody() throws Exception {
        Capture slow = archive("http://board.test/ad/1", AD);
        for (int i = 0; i < 4; i++) {
            try (Quarantine quarantine = Quarantine.open(directory.resolve("reading"))) {
                assertThat(quarantine.sort(_ -> Optional.of(slow))).isEmpty();
                quarantine.begin(slow);
            }
        }
    }

    /// An account that is on three sites, which only the third can show: it was read wrongly.
    @Test
    void aPostingThatBreaksTheSecondPassCostsItself() throws Exception {
        try (Station station = Station.open(directory, Station.reader(), QuarantineIT::broken)) {
            accept(station, "http://board.test/ad/1", AD);
            accept(station, "http://forum.test/ad/2", "<p>unkept, write to t.me/hq_unkept");
            accept(station, "http://portal.test/ad/2", "<p>unkept, write to t.me/hq_unkept now");
            accept(station, "http://channel.test/ad/2", "<p>unkept, write to t.me/hq_unkept here");
            accept(station, "http://board.test/ad/3", AD.replace("hq_one", "hq_two"));
            station.pipeline.flush();
            assertThat(station.pipeline.failure()).isEmpty();
        }
        List<String> rows = rows();
        assertThat(rows).filteredOn(row -> row.startsWith("captures|")).hasSize(5);
        assertThat(rows).filteredOn(row -> row.startsWith("postings|")).hasSize(4);
        assertThat(rows)
                .filteredOn(row -> row.startsWith("failures|"))
                .singleElement()
                .asString()
                .contains("not stored: ");
        try (FactsReader reader = FactsReader.open(directory.resolve("facts.db"))) {
            assertThat(reader.quarantined().captures()).isEqualTo(1);
            assertThat(reader.quarantined().last().orElseThrow())
                    .contains("channel.test/ad/2", "not stored: ");
        }

        Station.forgetDerived(directory);
        try (Station station = Station.open(directory, Station.reader(), QuarantineIT::broken)) {
            station.pipeline.catchUp();
        }
        assertThat(rows()).isEqualTo(rows);
    }

    /// A contact that is not as long as its place: it can be stored, but not be quoted.
    private static Assessment broken(JobPosting posting) {
        Assessment found = Station.assess(posting);
        if (!posting.text().contains("unkept")) {
            return found;
        }
        Contact wrong = new Contact(ContactKind.TELEGRAM, "hq_unkept", "hq", 0, 6, 1, "test");
        return new Assessment(
                found.language(),
                found.score(),
                found.assessmentClass(),
                found.context(),
                List.of(),
                List.of(wrong),
                List.of(),
                List.of(),
                List.of(),
                "test",
                List.of());
    }

    private int start() throws IOException, InterruptedException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                classPath,
                                Child.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return child.exitValue();
        } finally {
            child.destroyForcibly();
        }
    }

    private List<String> rows() throws SQLException {
        return Rows.of(directory.resolve("facts.db"));
    }

    private Capture archive(String url, String html) {
        try (Archive archive =
                Archive.open(
                        directory.resolve("archive"), 1 << 20, InstantSource.fixed(Station.NOON))) {
            return archive.append(Web.exchange(url, 200, html, Station.NOON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(Station station, String url, String html) {
        Exchange exchange = Web.exchange(url, 200, html, Station.NOON);
        Capture capture = station.archive.append(exchange);
        station.pipeline.accept(station.archive.page(capture, exchange));
    }
}
