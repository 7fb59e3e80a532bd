package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;

/// Facts and index made anew from an archive, which took so long.
///
/// @param unreadable captures that the archive could not give
record Replay(long captures, long unreadable, Duration took) {
    /// Makes both; the old ones stay in use until the new ones are complete.
    static Replay of(Archive archive, Path data, Instructions instructions)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Rebuild.finishInterrupted(data);
        Path fresh = Rebuild.begin(data);
        Street street = Street.open(archive, data, Derived.at(fresh), instructions);
        long unreadable;
        try {
            street.pipeline().catchUp();
            unreadable = street.pipeline().unreadable();
        } finally {
            street.closeDerived();
        }
        Rebuild.complete(data);
        long[] captures = new long[1];
        archive.forEachAfter(0, _ -> captures[0]++);
        return new Replay(captures[0], unreadable, Duration.ofNanos(System.nanoTime() - start));
    }

    /// A mistyped folder is not made into an empty data directory.
    static void requireArchive(Path data) {
        if (!Files.isDirectory(data.resolve("archive"))) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "there is no archive in "
                            + data
                            + "; run 'lurewatch crawl' or 'import' first, or name another with"
                            + " --data DIR");
        }
    }

    /// Says what was damaged in the archive, if anything was.
    ExitCode ending(Session session) {
        if (unreadable == 0) {
            return ExitCode.FOUND;
        }
        session.tell(
                String.format(
                        Locale.ROOT,
                        "of these, %d could not be read from the archive; 'lurewatch verify' names"
                                + " them",
                        unreadable));
        return ExitCode.INTEGRITY;
    }
}
