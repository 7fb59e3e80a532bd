package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.LostSites;
import lurewatch.indexer.console.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Assesses every capture anew with the configuration as it is now.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Assess every capture anew with today's rules; no network.",
        footer = {
            "",
            "Reads the archive from the first capture on and makes facts.db and index/ anew; both"
                    + " may",
            "be missing. The old ones stay in use until the new ones are complete. Not while a"
                    + " crawl",
            "is running: stop it first.",
            "",
            "Exit code 4 where the archive is damaged: everything else is replayed, and 'verify'"
                    + " names",
            "what is not.",
            "",
            "Examples:",
            "  lurewatch replay              after editing config/signals or a site's recipe",
            "  rm -r data/index data/facts.db; lurewatch replay     nothing is lost"
        })
final class ReplayCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private Folders folders = new Folders();
    @Mixin private LostSites lostSites = new LostSites();

    ReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        Path data = folders.dataToRead(session);
        Replay.requireArchive(data);
        Path config = folders.config(session);
        Instructions instructions = Instructions.read(config);
        lostSites.check(ArchiveReader.open(data.resolve("archive")).crawledSites(), data, config);
        Replay replay;
        try (Archive archive = Street.archive(data, instructions.settings(), session.clock())) {
            replay = Replay.of(archive, data, instructions);
        }
        session.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "replayed %d captures in %s with rules %s",
                                replay.captures(),
                                Spans.written(replay.took()),
                                instructions.detector().rulesVersion()));
        return replay.ending(session);
    }
}
