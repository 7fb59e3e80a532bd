package lurewatch.crawler.driver;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lurewatch.crawler.fetch.CaptureSink;
import lurewatch.crawler.fetch.FetchedExchange;
import lurewatch.crawler.frontier.FoundLink;
import lurewatch.crawler.frontier.Validators;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.PageLink;

/// Keeps what was fetched: first the archive, and when that is durable, the pipeline.
final class ArchiveSink implements CaptureSink {
    private final Street street;
    private final BiConsumer<FetchedExchange, Capture> acknowledged;

    /// @param acknowledged told of every capture once it is durable, by many threads at once
    ArchiveSink(Street street, BiConsumer<FetchedExchange, Capture> acknowledged) {
        this.street = street;
        this.acknowledged = acknowledged;
    }

    @Override
    public Kept keep(FetchedExchange fetched) {
        Exchange exchange =
                new Exchange(
                        fetched.site(),
                        fetched.url(),
                        fetched.fetchedAt(),
                        fetched.remoteAddress(),
                        fetched.requestHead(),
                        fetched.status(),
                        fetched.reason(),
                        fetched.headers(),
                        fetched.body(),
                        fetched.truncated(),
                        Provenance.CRAWLED,
                        fetched.metadata());
        Capture capture = street.archive().append(exchange);
        acknowledged.accept(fetched, capture);
        Extraction extraction =
                street.pipeline().accept(street.archive().page(capture, exchange));
        return kept(capture, extraction);
    }

    @Override
    public void forEachAfter(long sequence, Consumer<Remembered> action) {
        street.archive()
                .forEachAfter(
                        sequence,
                        capture ->
                                action.accept(
                                        new Remembered(
                                                kept(
                                                        capture,
                                                        street.read(
                                                                street.archive().page(capture))),
                                                capture.site(),
                                                capture.url(),
                                                capture.status(),
                                                capture.fetchedAt(),
                                                validators(capture))));
    }

    private static Kept kept(Capture capture, Extraction extraction) {
        List<CaptureSink.Link> links =
                extraction.links().stream()
                        .map(link -> new CaptureSink.Link(link.url(), kind(link.kind())))
                        .toList();
        return new Kept(capture.id().sequence(), links);
    }

    private static FoundLink.Kind kind(PageLink.Kind kind) {
        return switch (kind) {
            case ITEM -> FoundLink.Kind.ITEM;
            case NEXT -> FoundLink.Kind.NEXT;
            case OTHER -> FoundLink.Kind.OTHER;
        };
    }

    private static Validators validators(Capture capture) {
        Optional<String> etag = capture.header("ETag");
        Optional<String> lastModified = capture.header("Last-Modified");
        return new Validators(etag, lastModified);
    }
}
