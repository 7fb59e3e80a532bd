package lurewatch.crawler.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import lurewatch.indexer.archive.ArchiveDamagedException;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.PageLink;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Keeps exchanges in memory, and finds links by the simplest rule: `rel=next` is the next page,
/// `class=item` a posting.
final class MemorySink implements CaptureSink {
    /// Whether pages are told apart by what they say.
    boolean compares;

    /// Whether what *not modified* speaks of can be read no more.
    boolean damaged;

    /// Captures of a process that was killed.
    final List<Remembered> remembered = new ArrayList<>();

    private final List<FetchedExchange> kept = new ArrayList<>();

    @Override
    public Kept keep(Exchange received) {
        FetchedExchange exchange = new FetchedExchange(received, Duration.ZERO, Optional.empty());
        List<PageLink> links = links(exchange);
        synchronized (kept) {
            kept.add(exchange);
            if (damaged && received.status() == 304) {
                throw new ArchiveDamagedException("a.warc.gz", 7, "records do not match");
            }
            return new Kept(kept.size(), links, content(exchange), Optional.empty(), List.of());
        }
    }

    private OptionalLong content(FetchedExchange exchange) {
        return compares ? OptionalLong.of(Arrays.hashCode(exchange.body())) : OptionalLong.empty();
    }

    /// The share of the words of both that are in both.
    @Override
    public OptionalDouble likeness(long one, long other) {
        Set<String> words = words(one);
        Set<String> all = new HashSet<>(words);
        all.addAll(words(other));
        words.retainAll(words(other));
        return OptionalDouble.of((double) words.size() / all.size());
    }

    private Set<String> words(long sequence) {
        byte[] body = kept().get((int) sequence - 1).body();
        return new HashSet<>(List.of(new String(body, StandardCharsets.ISO_8859_1).split(" ", -1)));
    }

    static List<PageLink> links(FetchedExchange exchange) {
        String type = exchange.header("Content-Type").orElse("");
        if (exchange.status() != 200 || !type.contains("html")) {
            return List.of();
        }
        String text = new String(exchange.body(), StandardCharsets.ISO_8859_1);
        return Jsoup.parse(text, exchange.url()).select("a[href]").stream()
                .map(MemorySink::link)
                .toList();
    }

    private static PageLink link(Element a) {
        PageLink.Kind kind =
                a.attr("rel").equals("next")
                        ? PageLink.Kind.NEXT
                        : a.hasClass("item") ? PageLink.Kind.ITEM : PageLink.Kind.OTHER;
        String absolute = a.absUrl("href");
        return new PageLink(absolute.isEmpty() ? a.attr("href") : absolute, "", kind);
    }

    /// What a killed process left behind; memory itself forgets with its process.
    @Override
    public void forEachAfter(long sequence, Consumer<Remembered> action) {
        remembered.stream().filter(capture -> capture.kept().sequence() > sequence).forEach(action);
    }

    List<FetchedExchange> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    FetchedExchange of(String path) {
        return kept().stream()
                .filter(exchange -> exchange.url().endsWith(path))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError("not kept: " + path));
    }
}
