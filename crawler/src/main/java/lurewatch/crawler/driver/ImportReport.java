package lurewatch.crawler.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import lurewatch.crawler.intake.IntakeRecord;
import lurewatch.indexer.Capture;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.extract.Extraction;

/// Tells how an import goes: captures on standard output, what went wrong and how far it is on
/// standard error.
final class ImportReport implements ImportRun.Told {
    /// Broken records that are named; the others are counted.
    private static final int MOST_NAMED = 100;

    private static final long RENEWED_EVERY = Duration.ofMillis(500).toNanos();
    private static final long TOLD_EVERY = Duration.ofMinutes(1).toNanos();

    private final Session session;
    private final Format format;
    private final boolean onTerminal;
    private Path file = Path.of("");
    private long lastShown = System.nanoTime();

    private long archived;
    private long alreadyThere;
    private long passedOver;
    private long broken;
    private long postings;

    ImportReport(Session session, Format format) {
        this.session = session;
        this.format = format;
        this.onTerminal = session.showsProgress();
    }

    synchronized void begin(Path next) {
        file = next;
    }

    @Override
    public synchronized void archived(IntakeRecord record, Capture capture, Extraction found) {
        archived++;
        postings += found.postings().size();
        if (format == Format.JSONL) {
            session.out()
                    .println(
                            JsonLine.versioned()
                                    .put("capture", capture.id().toString())
                                    .put("file", file.toString())
                                    .put("place", record.place())
                                    .put("site", capture.site())
                                    .put("url", capture.url())
                                    .put("payload_digest", capture.payloadDigest().toString())
                                    .put(
                                            "postings",
                                            String.join(
                                                    " ",
                                                    found.postings().stream()
                                                            .map(JobPosting::id)
                                                            .map(Object::toString)
                                                            .toList())));
            return;
        }
        for (JobPosting posting : found.postings()) {
            session.out()
                    .println(
                            posting.id()
                                    + "  "
                                    + capture.id()
                                    + "  "
                                    + TerminalText.line(posting.title()));
        }
    }

    @Override
    public synchronized void alreadyThere(IntakeRecord record) {
        alreadyThere++;
    }

    synchronized void passedOver() {
        passedOver++;
    }

    @Override
    public synchronized void broken(String place, String why) {
        broken++;
        if (broken <= MOST_NAMED) {
            clearLine();
            session.tell(TerminalText.line(file + ", " + place + ": " + why));
        } else if (broken == MOST_NAMED + 1) {
            session.tell("further broken records are counted and not named");
        }
    }

    synchronized void progress(long bytes, long ofBytes) {
        long now = System.nanoTime();
        if (now - lastShown < (onTerminal ? RENEWED_EVERY : TOLD_EVERY)) {
            return;
        }
        lastShown = now;
        String line =
                String.format(
                        Locale.ROOT,
                        "%s  %d %%  archived %,d  postings %,d",
                        TerminalText.line(file.toString()),
                        ofBytes == 0 ? 100 : bytes * 100 / ofBytes,
                        archived,
                        postings);
        if (onTerminal) {
            session.err().print("\r" + line + "\u001b[K");
            session.err().flush();
        } else {
            session.tell(line);
        }
    }

    /// Sums up, and gives the exit code.
    synchronized ExitCode end() {
        clearLine();
        session.tell(
                String.format(
                        Locale.ROOT,
                        "archived %,d with %,d %s; %,d %s there already, %,d %s no text, %,d broken",
                        archived,
                        postings,
                        postings == 1 ? "posting" : "postings",
                        alreadyThere,
                        alreadyThere == 1 ? "was" : "were",
                        passedOver,
                        passedOver == 1 ? "holds" : "hold",
                        broken));
        if (broken > 0) {
            return ExitCode.PARTIAL;
        }
        return postings + alreadyThere > 0 ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
    }

    private void clearLine() {
        if (onTerminal) {
            session.err().print("\r\u001b[K");
        }
    }
}
