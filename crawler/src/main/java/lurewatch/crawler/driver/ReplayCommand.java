package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
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

    ReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        Path data = folders.dataToRead(session);
        requireArchive(data);
        Path config = folders.config(session);
        Instructions instructions = Instructions.read(config);
        long start = System.nanoTime();
        long unreadable;
        try (Archive archive = Street.archive(data, instructions.settings(), session.clock())) {
            Rebuild.finishInterrupted(data);
            Path fresh = Rebuild.begin(data);
            Street street = Street.open(archive, Derived.at(fresh), instructions);
            try {
                street.pipeline().catchUp();
                unreadable = street.pipeline().unreadable();
            } finally {
                street.closeDerived();
            }
            Rebuild.complete(data);
            session.out()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "replayed %d captures in %s with rules %s",
                                    archive.last().map(CaptureId::sequence).orElse(0L),
                                    Spans.written(Duration.ofNanos(System.nanoTime() - start)),
                                    instructions.detector().rulesVersion()));
        }
        if (unreadable > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "of these, %d could not be read from the archive; 'lurewatch verify'"
                                    + " names them",
                            unreadable));
            return ExitCode.INTEGRITY;
        }
        return ExitCode.FOUND;
    }

    /// A mistyped folder is not made into an empty data directory.
    private static void requireArchive(Path data) {
        if (!Files.isDirectory(data.resolve("archive"))) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "there is no archive in "
                            + data
                            + "; run 'lurewatch crawl' or 'import' first, or name another with"
                            + " --data DIR");
        }
    }
}
