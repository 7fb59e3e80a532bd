package lurewatch.indexer.pipeline;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.archive.ArchiveDamagedException;
import lurewatch.indexer.archive.ErasedThings;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.store.CaptureFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads and assesses one page, in the caller's thread; what fails becomes a line of the record.
final class PageWork {
    private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);

    private static final int MESSAGE_LENGTH = 200;

    /// Few pages are longer, and many of those that are were made to be.
    private static final int LARGE = 512 * 1024;

    private final Stations stations;

    /// Large pages are read one after another: the tree of one may take a hundred megabytes.
    private final ReentrantLock forLarge = new ReentrantLock(true);

    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong erasedSeen = new AtomicLong();

    PageWork(Stations stations) {
        this.stations = stations;
    }

    /// A page as read, and what is to be recorded of its capture.
    ///
    /// @param cutShort why the page could be decoded only up to a point, where that is so
    record AssessedPage(Extraction extraction, CaptureFacts facts, Optional<String> cutShort) {}

    /// A page as read.
    ///
    /// @param page no more of it than the second half of the work looks at
    record ExtractedPage(CapturedPage page, Extraction extraction) {}

    /// The work on a page that was just archived. A repeated page is read too, for its links; what
    /// is recorded of it is what was recorded of the page it repeats.
    ///
    /// @param page decodes it up to so many bytes; asked a second time where that is not all
    AssessedPage onPage(Capture capture, LongFunction<CapturedPage> page) {
        return isQuarantined(capture)
                ? quarantined(capture)
                : assess(capture, extract(capture, page));
    }

    /// Whether the process ended more than once while the page was read.
    boolean isQuarantined(Capture capture) {
        return stations.quarantine().holds(capture);
    }

    /// What is recorded of a page that is not read any more.
    AssessedPage quarantined(Capture capture) {
        String why = "quarantined: the process ended while this page was read, more than once";
        CaptureFacts facts =
                hasPostings(capture)
                        ? CaptureFacts.quarantined(capture, List.of(), why)
                        : nothing(capture, List.of(why));
        return new AssessedPage(Extraction.failed(why), facts, Optional.empty());
    }

    /// Reads what was being read when the process ended, before anything else, for the one thing
    /// that it shows: whether it can be read.
    void alone(Capture suspect) {
        try {
            onPage(suspect, most -> stations.archive().page(suspect, most));
        } catch (ArchiveDamagedException | UncheckedIOException e) {
            LOG.debug("{} cannot be read: its turn will say so", suspect.id(), e);
        }
    }

    /// The first half of the work on a page that is not quarantined.
    ExtractedPage extract(Capture capture, LongFunction<CapturedPage> page) {
        return noted(capture, () -> extractBounded(page));
    }

    /// The second half.
    AssessedPage assess(Capture capture, ExtractedPage extracted) {
        return noted(capture, () -> assess(extracted));
    }

    private <T> T noted(Capture capture, Supplier<T> work) {
        stations.quarantine().begin(capture);
        try {
            return work.get();
        } finally {
            stations.quarantine().end(capture);
        }
    }

    private ExtractedPage extractBounded(LongFunction<CapturedPage> page) {
        CapturedPage start = page.apply(LARGE + 1L);
        if (start.payload().length <= LARGE && !Extractor.isPacked(start.payload())) {
            return new ExtractedPage(PageStates.start(start), parse(start));
        }
        forLarge.lock();
        try {
            return extractLarge(start, page.apply(Long.MAX_VALUE));
        } finally {
            forLarge.unlock();
        }
    }

    private AssessedPage assess(ExtractedPage extracted) {
        CapturedPage page = extracted.page();
        Extraction settled = settled(extracted.extraction(), page.capture());
        return new AssessedPage(settled, facts(page, settled), page.cutShort());
    }

    /// The work on a capture of which only the ledger was kept. Reads the archive no more than the
    /// record needs.
    CaptureFacts onCapture(Capture capture) {
        if (!hasPostings(capture)) {
            return nothing(capture, List.of());
        }
        try {
            return onPage(capture, most -> stations.archive().page(capture, most)).facts();
        } catch (ArchiveDamagedException | UncheckedIOException e) {
            unreadable.incrementAndGet();
            return nothing(capture, List.of("not read: " + message(e)));
        }
    }

    /// Once the whole is read only its start is held.
    private ExtractedPage extractLarge(CapturedPage start, CapturedPage whole) {
        CapturedPage known = new CapturedPage(whole.capture(), start.payload(), whole.cutShort());
        return new ExtractedPage(PageStates.start(known), parse(whole));
    }

    /// What stands beside harmless items, or behind the mark of a wall or a login, is a posting
    /// where it is judged to be more than low; of a page that was taken for none it is enough that
    /// it gives a contact.
    private Extraction settled(Extraction extraction, Capture capture) {
        if (extraction.doubtful().isEmpty() || !hasPostings(capture)) {
            return extraction;
        }
        boolean isShown = extraction.blocked().isEmpty() && extraction.login().isEmpty();
        return extraction.settled(
                extraction.doubtful().stream()
                        .filter(posting -> counts(assess(posting, new ArrayList<>()), isShown))
                        .toList());
    }

    private static boolean counts(Assessment found, boolean isShown) {
        return found.assessmentClass() != AssessmentClass.LOW
                || (!isShown && !found.contacts().isEmpty());
    }

    /// How many captures the archive could not give.
    long unreadable() {
        return unreadable.get();
    }

    /// How often a page showed a posting that was erased.
    long erasedSeen() {
        return erasedSeen.get();
    }

    /// Whether postings are looked for in the capture itself: not in error pages, redirects,
    /// repeats and pictures of pages.
    private static boolean hasPostings(Capture capture) {
        return capture.status() >= 200
                && capture.status() < 300
                && capture.revisitOf().isEmpty()
                && !capture.isPicture();
    }

    private CaptureFacts facts(CapturedPage page, Extraction extraction) {
        Capture capture = page.capture();
        if (!hasPostings(capture)) {
            return nothing(capture, List.of());
        }
        List<String> failures = new ArrayList<>();
        page.cutShort().ifPresent(why -> failures.add("decoded in part: " + why));
        failures.addAll(extraction.failures());
        List<AssessedPosting> assessed = new ArrayList<>();
        ErasedThings erased = stations.archive().erased();
        for (JobPosting read : extraction.postings()) {
            JobPosting posting = placed(read, capture);
            if (erased.hasPosting(posting.id())) {
                failures.add(erasedSeenHere());
                continue;
            }
            assessed.add(new AssessedPosting(posting, assess(posting, failures)));
        }
        return new CaptureFacts(
                capture, assessed, failures, PageStates.of(page, extraction, assessed));
    }

    /// The same where it took the facts to tell which posting a page shows.
    CaptureFacts withoutErased(CaptureFacts facts) {
        ErasedThings erased = stations.archive().erased();
        List<String> failures = new ArrayList<>(facts.failures());
        List<AssessedPosting> kept = new ArrayList<>();
        for (AssessedPosting posting : facts.postings()) {
            if (erased.hasPosting(posting.posting().id())) {
                failures.add(erasedSeenHere());
            } else {
                kept.add(posting);
            }
        }
        return new CaptureFacts(facts.capture(), kept, failures, facts.state());
    }

    /// Not its id: whoever reads the record of failures should not be led back to it.
    private String erasedSeenHere() {
        erasedSeen.incrementAndGet();
        return "shows a posting that was erased: not assessed";
    }

    /// What others are shown is kept apart from what we are shown at the same address.
    private static JobPosting placed(JobPosting posting, Capture capture) {
        return capture.isSecondLook() ? SecondLookAddress.marked(posting) : posting;
    }

    private Extraction parse(CapturedPage page) {
        if (page.capture().isPicture()) {
            return Extraction.nothing();
        }
        try {
            Extraction read = stations.reader().apply(page);
            read.broken().ifPresent(fault -> logBroken(page.capture(), fault));
            return read;
        } catch (RuntimeException | StackOverflowError e) {
            logBroken(page.capture(), e);
            return Extraction.failed("not read: " + message(e));
        }
    }

    private static void logBroken(Capture capture, Throwable fault) {
        LOG.warn("{} breaks a reader", capture.id(), fault);
    }

    private Assessment assess(JobPosting posting, List<String> failures) {
        try {
            return stations.assessor().apply(posting);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("{} of {} breaks a detector", posting.id(), posting.capture(), e);
            String failure = "not assessed: " + message(e);
            failures.add(posting.id() + " " + failure);
            return Assessment.notAssessed(failure);
        }
    }

    private static CaptureFacts nothing(Capture capture, List<String> failures) {
        return new CaptureFacts(capture, List.of(), failures);
    }

    static String message(Throwable e) {
        String message = e.toString();
        return message.length() <= MESSAGE_LENGTH
                ? message
                : message.substring(0, MESSAGE_LENGTH) + "…";
    }
}
