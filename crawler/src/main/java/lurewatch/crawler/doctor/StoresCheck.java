package lurewatch.crawler.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lurewatch.crawler.frontier.CrawlDatabase;
import lurewatch.indexer.archive.ArchiveCondition;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.store.FactsException;
import lurewatch.indexer.store.FactsReader;

/// Whether `crawl.db`, `facts.db` and the index open, are of a version that this program reads, and
/// hold what the archive holds. All three can be made anew.
final class StoresCheck implements Check {
    private final Path data;

    StoresCheck(Path data) {
        this.data = data;
    }

    @Override
    public List<Finding> look() {
        return List.of(schedule(), facts(), index());
    }

    private Finding schedule() {
        Path file = data.resolve("crawl.db");
        if (!Files.exists(file)) {
            return Finding.ok("crawl.db", "none yet");
        }
        try {
            CrawlDatabase found = CrawlDatabase.of(file);
            String what =
                    "version "
                            + found.version()
                            + ", "
                            + found.sites()
                            + (found.sites() == 1 ? " site" : " sites");
            if (found.version() > found.known()) {
                return Finding.fail(
                        "crawl.db",
                        what + "; this program knows up to " + found.known(),
                        "use the newer program that wrote it");
            }
            return Finding.ok(
                    "crawl.db",
                    found.version() < found.known()
                            ? what + "; the next crawl brings it to " + found.known()
                            : what);
        } catch (RuntimeException e) {
            return Finding.fail(
                    "crawl.db",
                    String.valueOf(e.getMessage()),
                    "move it away: the schedule starts anew, nothing that was captured is lost");
        }
    }

    private Finding facts() {
        Path file = data.resolve("facts.db");
        if (!Files.exists(file)) {
            return Finding.ok("facts.db", "none yet");
        }
        try (FactsReader reader = FactsReader.open(file)) {
            long known = reader.lastSequence();
            ArchiveCondition archive = ArchiveCondition.of(data.resolve("archive"));
            String what = "knows " + known + " of " + archive.captures() + " captures";
            if (known > archive.captures()) {
                return Finding.fail(
                        "facts.db",
                        what + ": it belongs to another archive, or the archive lost its end",
                        "run 'lurewatch verify'; then move facts.db away and run 'lurewatch replay'");
            }
            return known < archive.captures() && archive.writer().isEmpty()
                    ? Finding.warn(
                            "facts.db", what, "the next crawl or 'lurewatch replay' adds the rest")
                    : Finding.ok("facts.db", what);
        } catch (FactsException e) {
            return Finding.fail(
                    "facts.db",
                    String.valueOf(e.getMessage()),
                    "move it away and run 'lurewatch replay', which makes it anew");
        }
    }

    private Finding index() {
        Path folder = data.resolve("index");
        if (!Files.exists(folder)) {
            return Finding.ok("index", "none yet");
        }
        try (PostingSearch search = PostingSearch.open(folder)) {
            return Finding.ok("index", search.size() + " postings");
        } catch (IndexUnusableException e) {
            return Finding.fail(
                    "index",
                    String.valueOf(e.getMessage()),
                    "delete it and run 'lurewatch replay', which makes it anew");
        }
    }
}
