package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.crawler.frontier.CrawlDatabase;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.LostSites;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.index.IndexCheck;
import lurewatch.indexer.store.FactsCheck;
import lurewatch.indexer.store.FactsException;
import lurewatch.indexer.store.StrangeFactsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Looks whether what was made from the archive is whole, and makes anew what is not.
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Look at what was made from the archive, and make anew what is damaged.",
        footer = {
            "",
            "Reads every byte of facts.db, index/ and crawl.db. Where facts or index are missing or",
            "damaged, both are made anew from the archive, as 'replay' does. A damaged crawl.db is put",
            "into damaged/: the next crawl learns from the archive which pages there are, and visits",
            "them sooner than it would have. The archive itself is not touched: 'verify' looks at it,",
            "and what it has lost only a backup brings back. Not while a crawl is running.",
            "",
            "SQLite keeps no checksums: a bit that flipped in a number such as a score shows nowhere.",
            "After a disk has failed, 'replay' makes everything anew, whole or not.",
            "",
            "Exit code 0 when all is whole or was made so, 4 when --check found damage or the archive",
            "is damaged.",
            "",
            "Examples:",
            "  lurewatch repair --check      say what is damaged, change nothing",
            "  lurewatch repair"
        })
final class RepairCommand implements Callable<ExitCode> {
    private static final String FOLDER = "damaged";

    private final Session session;

    @Mixin private Folders folders = new Folders();
    @Mixin private LostSites lostSites = new LostSites();

    @Option(names = "--check", description = "Only say what is damaged.")
    private boolean onlyCheck;

    RepairCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        Path data = folders.dataToRead(session);
        Replay.requireArchive(data);
        Path config = folders.config(session);
        Instructions instructions = Instructions.read(config);
        try (Archive archive = Street.archive(data, instructions.settings(), session.clock())) {
            Rebuild.finishInterrupted(data);
            boolean areFactsWhole = areFactsWhole(data, archive); // the one look that may refuse
            boolean isScheduleWhole = isScheduleWhole(data);
            boolean isIndexWhole = isIndexWhole(data);
            if (onlyCheck) {
                return isScheduleWhole && areFactsWhole && isIndexWhole
                        ? ExitCode.FOUND
                        : ExitCode.INTEGRITY;
            }
            boolean isDerivedWhole = areFactsWhole && isIndexWhole;
            if (!isDerivedWhole) {
                lostSites.check(
                        ArchiveReader.open(data.resolve("archive")).crawledSites(), data, config);
            }
            if (!isScheduleWhole) {
                putAside(data);
            }
            return isDerivedWhole ? ExitCode.FOUND : makeAnew(archive, data, instructions);
        }
    }

    private boolean isScheduleWhole(Path data) {
        Path file = data.resolve("crawl.db");
        if (!Files.exists(file)) {
            say("crawl.db", "none yet");
            return true;
        }
        return isWhole("crawl.db", "whole", CrawlDatabase.damage(file).stream().toList());
    }

    private boolean areFactsWhole(Path data, Archive archive) {
        Path file = Derived.at(data).facts();
        if (!Files.exists(file)) {
            return isWhole("facts.db", "", List.of("it is missing"));
        }
        long archived = archive.last().map(CaptureId::sequence).orElse(0L);
        try (FactsCheck check = FactsCheck.open(file)) {
            archive.forEachAfter(0, check::compare);
            List<String> problems = check.problems();
            if (check.lastSequence() > archived) {
                problems.add("it knows more captures than the archive has");
            }
            return isWhole(
                    "facts.db",
                    "whole, knows " + check.lastSequence() + " of " + archived + " captures",
                    problems);
        } catch (StrangeFactsException e) {
            throw e; // not ours to replace
        } catch (FactsException e) {
            return isWhole("facts.db", "", List.of(String.valueOf(e.getMessage())));
        }
    }

    private boolean isIndexWhole(Path data) {
        return isWhole(
                "index", "whole", IndexCheck.damage(Derived.at(data).index()).stream().toList());
    }

    private boolean isWhole(String store, String whole, List<String> damage) {
        if (damage.isEmpty()) {
            say(store, whole);
        }
        damage.forEach(what -> say(store, "damaged: " + TerminalText.line(what)));
        return damage.isEmpty();
    }

    private ExitCode makeAnew(Archive archive, Path data, Instructions instructions)
            throws IOException, InterruptedException {
        Replay replay = Replay.of(archive, data, instructions);
        session.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "facts.db and index made anew from %d captures in %s",
                                replay.captures(),
                                Spans.written(replay.took())));
        return replay.ending(session);
    }

    /// Never deletes: somebody may want to look at it.
    private void putAside(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve(FOLDER));
        String mark = "-" + session.clock().instant().toEpochMilli();
        for (String name : List.of("crawl.db-wal", "crawl.db-shm", "crawl.db")) {
            Path file = data.resolve(name);
            if (Files.exists(file)) {
                Files.move(file, folder.resolve(name + mark));
            }
        }
        session.out()
                .println(
                        "crawl.db put into "
                                + FOLDER
                                + "/; the next crawl learns its pages from the archive");
    }

    private void say(String store, String what) {
        session.out().println(String.format(Locale.ROOT, "%-9s %s", store, what));
    }
}
