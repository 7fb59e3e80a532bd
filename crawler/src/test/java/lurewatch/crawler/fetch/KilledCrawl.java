package lurewatch.crawler.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Validators;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.PageLink;

/// The child process of [KillIT]: a crawl with a ledger of one text line per capture.
final class KilledCrawl {
    private KilledCrawl() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        TestCrawl crawl = KillIT.crawl(Integer.parseInt(arguments[1]));
        LineLedger ledger = new LineLedger(directory.resolve("ledger"));
        try (Frontier frontier = crawl.frontier(directory)) {
            CatchUp.run(frontier, ledger, crawl.settings().limits(), crawl.sites);
            CrawlEngine engine =
                    new Crawler4jEngine(
                            directory,
                            crawl.settings(),
                            crawl.sites,
                            frontier,
                            ledger,
                            InstantSource.system());
            engine.start();
            boolean ended = engine.awaitEnd(Duration.ofMinutes(4));
            engine.stop(Duration.ofSeconds(2));
            if (!ended) {
                throw new IllegalStateException("did not end");
            }
        }
    }

    /// Lines of `SEQUENCE URL STATUS LINKS MILLISECONDS`; a torn last line counts as not written.
    private static final class LineLedger implements CaptureSink {
        private final Path file;
        private long sequence;

        LineLedger(Path file) {
            this.file = file;
            forEachAfter(0, capture -> sequence = capture.kept().sequence());
        }

        @Override
        public synchronized Kept keep(Exchange exchange) {
            List<PageLink> links =
                    MemorySink.links(
                            new FetchedExchange(exchange, Duration.ZERO, Optional.empty()));
            String joined = String.join(",", links.stream().map(PageLink::url).toList());
            String line =
                    (sequence + 1)
                            + " "
                            + exchange.url()
                            + " "
                            + exchange.status()
                            + " "
                            + joined
                            + " "
                            + exchange.fetchedAt().toEpochMilli()
                            + ".\n";
            try {
                Files.writeString(
                        file,
                        line,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sequence++;
            return new Kept(sequence, links, OptionalLong.empty(), Optional.empty(), List.of());
        }

        @Override
        public void forEachAfter(long after, Consumer<Remembered> action) {
            if (!Files.exists(file)) {
                return;
            }
            try {
                for (String line : Files.readAllLines(file)) {
                    String[] fields = line.substring(0, line.length() - 1).split(" ", -1);
                    long number = Long.parseLong(fields[0]);
                    if (number > after) {
                        action.accept(remembered(number, fields));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Remembered remembered(long number, String[] fields) {
            List<PageLink> links =
                    fields[3].isEmpty()
                            ? List.of()
                            : List.of(fields[3].split(",", -1)).stream()
                                    .map(url -> new PageLink(url, "", PageLink.Kind.ITEM))
                                    .toList();
            return new Remembered(
                    new Kept(number, links, OptionalLong.empty(), Optional.empty(), List.of()),
                    "killed",
                    fields[1],
                    Integer.parseInt(fields[2]),
                    Optional.empty(),
                    Instant.ofEpochMilli(Long.parseLong(fields[4])),
                    Validators.NONE);
        }
    }
}
