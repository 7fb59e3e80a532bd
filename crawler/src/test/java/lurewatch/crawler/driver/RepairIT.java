package lurewatch.crawler.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import lurewatch.crawler.ConfigFiles;
import lurewatch.indexer.Header;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.store.FactsCheck;
import lurewatch.indexer.store.FactsException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.StoredPosting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was made from the archive, damaged in every way: it is noticed, and made anew.
final class RepairIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int CAPTURES = 12;
    private static final int FLIPS = 100;

    /// The same bits in every build; `LUREWATCH_SEED` flips others.
    private static final long SEED =
            Long.parseLong(Optional.ofNullable(System.getenv("LUREWATCH_SEED")).orElse("1"));

    @TempDir Path folder;
    private Path config;
    private Path data;

    @BeforeEach
    void fill() throws IOException {
        config = folder.resolve("config");
        data = folder.resolve("data");
        ConfigFiles.write(
                config,
                "identity: {}\n",
                Map.of(
                        "board",
                        "kind: job-board\nenabled: false\nseeds: ['http://board.example/jobs']\n"));
        try (Archive archive = archive()) {
            for (int i = 0; i < CAPTURES; i++) {
                archive.append(page(i));
            }
        }
        Cli replay = Cli.run(data, config, "replay");
        assertThat(replay.code()).as(replay.err()).isZero();
    }

    @Test
    void refusesAConfigurationThatDoesNotKnowTheSites() throws IOException {
        Files.move(config.resolve("sites/board.yaml"), folder.resolve("board.yaml"));
        byte[] facts = Files.readAllBytes(data.resolve("facts.db"));

        Cli refused = Cli.run(data, config, "replay");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("has no file for a site that was crawled here: board;");
        assertThat(data.resolve("facts.db")).hasBinaryContent(facts);
        Files.delete(data.resolve("facts.db"));
        assertThat(Cli.run(data, config, "repair").code()).isEqualTo(3);
        assertThat(Cli.run(data, config, "repair", "--without-recipes").code()).isZero();
        assertThat(Cli.run(data, config, "replay", "--without-recipes").code()).isZero();

        Files.createDirectories(data.resolve("config/sites"));
        assertThat(Cli.run(data, config, "replay").err())
                .contains("--config " + data.resolve("config") + ",");
    }

    private Archive archive() throws IOException {
        return Archive.open(data.resolve("archive"), 1 << 20, InstantSource.fixed(NOON));
    }

    private static Exchange page(int number) {
        String html =
                """
                <!doctype html><meta charset=utf-8><article><h1>Customer service %1$d</h1><p>Free
                flight and visa to Sihanoukville, Cambodia, desk %1$d. 2500 USD a month, no experience
                needed. Telegram: @sample_repair_%1$d <a href="https://t.me/sample_link_%1$d">or
                here</a></p></article>
                """
                        .formatted(number);
        return new Exchange(
                "board",
                "http://board.example/ad/" + number,
                NOON,
                "127.0.0.1",
                "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8),
                200,
                "OK",
                List.of(new Header("Content-Type", "text/html")),
                html.getBytes(UTF_8),
                Optional.empty(),
                Provenance.CRAWLED,
                Map.of());
    }

    @Test
    void whatIsWholeIsLeftAlone() throws IOException {
        byte[] facts = Files.readAllBytes(data.resolve("facts.db"));
        Cli repair = Cli.run(data, config, "repair");
        assertThat(repair.code()).as(repair.err()).isZero();
        assertThat(repair.out())
                .isEqualTo(
                        """
                        facts.db  whole, knows 12 of 12 captures
                        crawl.db  none yet
                        index     whole
                        """);
        assertThat(Files.readAllBytes(data.resolve("facts.db"))).isEqualTo(facts);
    }

    @Test
    void whatIsCutGoneOrStrangeIsMadeAnew() throws IOException {
        List<StoredPosting> before = postings();
        Path facts = data.resolve("facts.db");
        List<Damage> damages = new ArrayList<>();
        damages.add(new Damage("facts.db", () -> Files.delete(facts)));
        damages.add(new Damage("facts.db", () -> cut(facts, 2)));
        damages.add(new Damage("facts.db", () -> Files.writeString(facts, "no database at all")));
        damages.add(new Damage("index", () -> cut(file("index", "segments_"), 2)));
        damages.add(
                new Damage("index", () -> Files.move(data.resolve("index"), folder.resolve("i"))));
        for (Damage damage : damages) {
            damage.happening().happen();
            Cli repair = Cli.run(data, config, "repair");
            assertThat(repair.code()).as(repair.err()).isZero();
            assertThat(repair.out())
                    .containsPattern(damage.store() + " +damaged: ")
                    .contains("facts.db and index made anew from 12 captures");
            assertThat(postings()).isEqualTo(before);
        }
        flip(file("index", "_"));
        assertThat(Cli.run(data, config, "repair", "--check").code()).isEqualTo(4);
        assertThat(Cli.run(data, config, "repair").code()).isZero();
        assertThat(Cli.run(data, config, "repair", "--check").code()).isZero();
    }

    @Test
    void aDamagedScheduleIsPutAside() throws IOException {
        Files.writeString(data.resolve("crawl.db"), "no database, whatever the name is");
        assertThat(Cli.run(data, config, "repair", "--check").code()).isEqualTo(4);
        assertThat(Cli.run(data, config, "repair").out()).contains("crawl.db  damaged: ");
        assertThat(data.resolve("crawl.db")).doesNotExist();
        assertThat(files(data.resolve("damaged"))).hasSize(1);
        assertThat(Cli.run(data, config, "repair").out()).contains("\ncrawl.db  none yet");
    }

    /// What SQLite itself says of its pages misses most flips in texts. The bytes differ from run
    /// to run, by ports and times, so that the bound is one that chance does not reach.
    @Test
    void hardlyAFlippedBitOfTheFactsGoesUnseen() throws IOException {
        List<StoredPosting> before = postings();
        Path facts = data.resolve("facts.db");
        byte[] whole = Files.readAllBytes(facts);
        Random random = new Random(SEED);
        int unseen = 0;
        try (Archive archive = archive()) {
            for (int i = 0; i < FLIPS; i++) {
                byte[] bytes = whole.clone();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(facts, bytes);
                unseen += damage(archive, facts).isEmpty() && !isStill(before) ? 1 : 0;
            }
        }
        assertThat(unseen).as("of %d, seed %d", FLIPS, SEED).isLessThan(FLIPS / 10);
    }

    private static List<String> damage(Archive archive, Path facts) {
        try (FactsCheck check = FactsCheck.open(facts)) {
            archive.forEachAfter(0, check::compare);
            return check.problems();
        } catch (FactsException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private boolean isStill(List<StoredPosting> before) {
        try {
            return postings().equals(before);
        } catch (RuntimeException _) {
            return false;
        }
    }

    private List<StoredPosting> postings() {
        try (FactsReader reader = FactsReader.open(data.resolve("facts.db"))) {
            List<PostingId> ids = new ArrayList<>();
            reader.forEachPosting(posting -> ids.add(posting.id()));
            return ids.stream().map(id -> reader.posting(id).orElseThrow()).toList();
        }
    }

    private record Damage(String store, Happening happening) {}

    private interface Happening {
        void happen() throws IOException;
    }

    private static void cut(Path file, int part) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / part));
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 16;
        Files.write(file, bytes);
    }

    /// The first file of a store whose name starts so and that is not empty.
    private Path file(String store, String start) throws IOException {
        for (Path file : files(data.resolve(store))) {
            if (file.getFileName().toString().startsWith(start) && Files.size(file) > 0) {
                return file;
            }
        }
        throw new IOException("no file " + start + " in " + store);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
