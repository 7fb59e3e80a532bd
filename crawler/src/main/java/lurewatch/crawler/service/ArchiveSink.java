package lurewatch.crawler.service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import lurewatch.crawler.fetch.CaptureSink;
import lurewatch.crawler.frontier.Validators;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.ArchiveDamagedException;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.PageLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sink of a real crawl: the archive first, then whoever reads the page.
public final class ArchiveSink implements CaptureSink {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveSink.class);

    /// More postings than a page of a list has.
    private static final int MOST_LISTED = 1_000;

    private final Archive archive;
    private final Reader reader;
    private final Function<CapturedPage, Extraction> linksOnly;

    /// @param reader gets every capture, in any order and from many threads: `Pipeline::accept`
    /// @param linksOnly reads a page without telling anybody, for captures that `reader` will see,
    ///   or has seen, by other ways
    public ArchiveSink(
            Archive archive,
            Function<CapturedPage, Extraction> reader,
            Function<CapturedPage, Extraction> linksOnly) {
        this(
                (_, page) -> PageReading.unjudged(page.apply(Long.MAX_VALUE), reader),
                archive,
                linksOnly);
    }

    private ArchiveSink(
            Reader reader, Archive archive, Function<CapturedPage, Extraction> linksOnly) {
        this.archive = archive;
        this.reader = reader;
        this.linksOnly = linksOnly;
    }

    /// A sink whose reader also says what a page is worth.
    public static ArchiveSink judging(
            Archive archive, Reader reader, Function<CapturedPage, Extraction> linksOnly) {
        return new ArchiveSink(reader, archive, linksOnly);
    }

    /// Reads what was just archived.
    @FunctionalInterface
    public interface Reader {
        /// What the page says.
        ///
        /// @param page decodes it up to so many bytes
        PageReading read(Capture capture, LongFunction<CapturedPage> page);
    }

    @Override
    public Kept keep(Exchange exchange) {
        Capture capture = archive.append(exchange);
        return kept(capture, reader.read(capture, most -> archive.page(capture, exchange, most)));
    }

    @Override
    public OptionalDouble likeness(long one, long other) {
        try {
            return OptionalDouble.of(PageLikeness.of(extraction(one), extraction(other)));
        } catch (ArchiveDamagedException e) {
            LOG.warn("c{} and c{} cannot be compared: {}", one, other, e.getMessage());
            return OptionalDouble.empty();
        }
    }

    private Extraction extraction(long sequence) {
        Capture capture = archive.capture(new CaptureId(sequence)).orElseThrow();
        return linksOnly.apply(archive.page(capture));
    }

    @Override
    public void forEachAfter(long sequence, Consumer<Remembered> action) {
        archive.forEachAfter(sequence, capture -> action.accept(remembered(capture)));
    }

    @Override
    public boolean isErased(String url) {
        return archive.erased().hasUrl(url);
    }

    private Remembered remembered(Capture capture) {
        return new Remembered(
                remembering(capture),
                capture.site(),
                capture.url(),
                capture.status(),
                capture.header("Location"),
                capture.fetchedAt(),
                validators(capture));
    }

    /// A damaged capture costs its links and no more; the listing that led to it will lead there
    /// again.
    private Kept remembering(Capture capture) {
        try {
            return kept(capture, PageReading.unjudged(archive.page(capture), linksOnly));
        } catch (ArchiveDamagedException e) {
            LOG.warn("links of {} are lost: {}", capture.id(), e.getMessage());
            return new Kept(
                    capture.id().sequence(),
                    List.of(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    List.of("damaged"));
        }
    }

    private static Kept kept(Capture capture, PageReading reading) {
        Extraction extraction = reading.extraction();
        if (capture.status() >= 300 && capture.status() != 304) {
            return new Kept(
                    capture.id().sequence(),
                    List.of(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    List.of());
        }
        return new Kept(
                capture.id().sequence(),
                extraction.leads(),
                ContentHash.of(extraction),
                extraction.blocked(),
                extraction.login(),
                extraction.gone(),
                extraction.scripted(),
                reading.relevance(),
                listed(extraction),
                Stream.concat(reading.cutShort().stream(), extraction.failures().stream())
                        .toList());
    }

    /// What a page of a list shows, by address; asked for only where the list goes on.
    private static List<String> listed(Extraction extraction) {
        boolean goesOn =
                extraction.leads().stream().anyMatch(link -> link.kind() == PageLink.Kind.NEXT);
        return goesOn
                ? extraction.postings().stream().limit(MOST_LISTED).map(JobPosting::url).toList()
                : List.of();
    }

    private static Validators validators(Capture capture) {
        return capture.status() == 200 && capture.truncated().isEmpty()
                ? Validators.ofHeaders(capture.header("ETag"), capture.header("Last-Modified"))
                : Validators.NONE;
    }
}
