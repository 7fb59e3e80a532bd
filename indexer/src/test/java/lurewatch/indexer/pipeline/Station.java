package lurewatch.indexer.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.detect.Crossposts;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.SitePlan;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.store.FactsStore;

/// A data directory with everything in it opened, for tests and their child processes.
final class Station implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Pattern HANDLE = Pattern.compile("t\\.me/([a-z0-9_]{3,32})");

    private static final Crossposts CROSSPOSTS =
            new Crossposts(
                    Rules.read(
                            Path.of(
                                    System.getProperty("lurewatch.root", ".."),
                                    "config",
                                    "signals")));

    final Archive archive;
    final FactsStore facts;
    final PostingIndex index;
    final Quarantine quarantine;
    final Pipeline pipeline;

    private Station(
            Path directory,
            Function<CapturedPage, Extraction> reader,
            Function<JobPosting, Assessment> assessor) {
        archive = Archive.open(directory.resolve("archive"), 1 << 20, InstantSource.fixed(NOON));
        facts = FactsStore.open(directory.resolve("facts.db"));
        index = PostingIndex.open(directory.resolve("index"));
        quarantine = Quarantine.open(directory.resolve("reading"));
        pipeline =
                Pipeline.start(
                        new Stations(
                                archive, reader, assessor, CROSSPOSTS, facts, index, quarantine),
                        Duration.ofMillis(50));
    }

    static Station open(Path directory) {
        return open(directory, reader(), Station::assess);
    }

    static Station open(
            Path directory,
            Function<CapturedPage, Extraction> reader,
            Function<JobPosting, Assessment> assessor) {
        return new Station(directory, reader, assessor);
    }

    static Function<CapturedPage, Extraction> reader() {
        return Stations.reader(new Extractor(), _ -> SitePlan.GENERIC);
    }

    /// Stands for the detectors: every handle is a contact, and long texts are worse.
    static Assessment assess(JobPosting posting) {
        String text = posting.text();
        List<Contact> contacts = new ArrayList<>();
        for (Matcher m = HANDLE.matcher(text); m.find(); ) {
            contacts.add(
                    new Contact(
                            ContactKind.TELEGRAM,
                            m.group(1),
                            m.group(),
                            m.start(),
                            m.end(),
                            1,
                            "test"));
        }
        double score = Math.min(100, text.length() / 10.0);
        return new Assessment(
                Optional.of("en"),
                score,
                contacts.isEmpty() ? AssessmentClass.LOW : AssessmentClass.LURE,
                Context.NONE,
                List.of(),
                contacts,
                List.of(),
                List.of(),
                List.of(),
                "test",
                List.of());
    }

    /// Removes what can be made anew.
    static void forgetDerived(Path directory) throws IOException {
        for (String name : List.of("facts.db", "facts.db-wal", "facts.db-shm")) {
            Files.deleteIfExists(directory.resolve(name));
        }
        try (Stream<Path> files = Files.walk(directory.resolve("index"))) {
            files.sorted(Comparator.reverseOrder()).forEach(Station::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In the order an operator's process does it.
    @Override
    public void close() {
        try {
            pipeline.close();
            quarantine.close();
            index.close();
            facts.close();
            archive.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
