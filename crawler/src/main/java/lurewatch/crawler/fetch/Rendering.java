package lurewatch.crawler.fetch;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.crawler.browser.Browser;
import lurewatch.crawler.browser.BrowserException;
import lurewatch.crawler.browser.Rendered;
import lurewatch.crawler.browser.Resources;
import lurewatch.crawler.settings.Render;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Site.Scripts;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;

/// Shows pages to a browser that say next to nothing before their scripts ran, and keeps what
/// becomes of them: the document, as a further capture of the page's URL, and a picture of it.
///
/// The page itself is not asked for again: the browser gets the very bytes that were archived. A
/// page that cannot be rendered is what it was before, with a note of why.
final class Rendering implements Closeable {
    /// In front of a page's URL, the address of its picture; what others write so, too.
    static final String PICTURE_OF = "urn:fullPage:";

    /// Resources that are named in a capture's record.
    private static final int MOST_NAMED = 100;

    private final Render settings;
    private final long mostDecoded;
    private final CaptureSink sink;
    private final PageResources.Web web;
    private final InstantSource clock;
    private final Map<String, Scripts> scripts = new HashMap<>();
    private final PageResources.Shelf shelf = new PageResources.Shelf();
    private final RenderHabits habits = new RenderHabits();
    private final Optional<Browser> browser;

    Rendering(
            Settings settings,
            List<Site> sites,
            CaptureSink sink,
            PageResources.Web web,
            InstantSource clock) {
        this.settings = settings.render();
        this.mostDecoded = settings.limits().bodyDecoded().bytes();
        this.sink = sink;
        this.web = web;
        this.clock = clock;
        sites.forEach(site -> scripts.put(site.name(), site.scripts()));
        this.browser =
                settings.render().browser().isPresent()
                        ? Optional.of(new Browser(settings.render(), settings.identity().header()))
                        : Optional.empty();
    }

    /// Whether pages of that site are shown to the browser at all.
    boolean mayShow(String site) {
        return browser.isPresent() && scripts.getOrDefault(site, Scripts.NEVER) != Scripts.NEVER;
    }

    /// What the page says in the end; what it said before, where there is nothing to render or it
    /// did not work.
    CaptureSink.Kept further(FetchedExchange answer, CaptureSink.Kept kept) {
        String site = answer.exchange().site();
        Optional<Resources.Answer.Found> document =
                mayShow(site) && isWanted(site, answer, kept) ? document(answer) : Optional.empty();
        if (document.isEmpty()) {
            return kept;
        }
        PageResources resources =
                new PageResources(
                        web, shelf, site, answer.url(), settings.bytes().bytes(), mostDecoded);
        try {
            Rendered rendered =
                    browser.orElseThrow().render(answer.url(), document.get(), resources);
            CaptureSink.Kept further = keep(answer, rendered, resources.log());
            boolean helped =
                    further.links().size() > kept.links().size()
                            || (further.relevance().isPresent() && kept.relevance().isEmpty());
            habits.rendered(site, answer.url(), helped);
            return with(further, kept.notes(), rendered.notes());
        } catch (BrowserException e) {
            return with(kept, List.of("not rendered: " + e.getMessage()), List.of());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return kept;
        }
    }

    private boolean isWanted(String site, FetchedExchange answer, CaptureSink.Kept kept) {
        boolean isPage =
                answer.status() >= 200
                        && answer.status() < 300
                        && answer.cut().isEmpty()
                        && answer.isHtml()
                        && kept.blocked().isEmpty()
                        && kept.gone().isEmpty();
        return isPage
                && (scripts.get(site) == Scripts.ALWAYS
                        || (kept.scripted().isPresent()
                                && habits.isWorthwhile(site, answer.url())));
    }

    /// The page as it came; empty where its content coding is none that we read.
    private Optional<Resources.Answer.Found> document(FetchedExchange answer) {
        return Contents.decoded(answer, mostDecoded)
                .map(content ->
                        new Resources.Answer.Found(
                                200, answer.exchange().responseHeaders(), content));
    }

    private CaptureSink.Kept keep(FetchedExchange answer, Rendered rendered, List<String> given) {
        Instant now = clock.instant();
        Map<String, String> how = new LinkedHashMap<>();
        how.put("rendered-by", rendered.product());
        how.put("rendered-from", answer.url());
        how.put("rendered-from-time", answer.exchange().fetchedAt().toString());
        for (int i = 0; i < Math.min(MOST_NAMED, given.size()); i++) {
            how.put(String.format(Locale.ROOT, "rendered-with-%03d", i + 1), given.get(i));
        }
        rendered.picture()
                .ifPresent(png ->
                        sink.keep(
                                made(
                                        answer,
                                        PICTURE_OF + answer.url(),
                                        now,
                                        "image/png",
                                        png,
                                        how)));
        return sink.keep(
                made(
                        answer,
                        answer.url(),
                        now,
                        "text/html; charset=utf-8",
                        rendered.html().getBytes(StandardCharsets.UTF_8),
                        how));
    }

    private static Exchange made(
            FetchedExchange from,
            String url,
            Instant at,
            String type,
            byte[] body,
            Map<String, String> how) {
        return new Exchange(
                from.exchange().site(),
                url,
                at,
                "",
                new byte[0],
                200,
                "",
                List.of(new Header("Content-Type", type)),
                body,
                Optional.empty(),
                Provenance.RENDERED,
                how);
    }

    private static CaptureSink.Kept with(
            CaptureSink.Kept kept, List<String> before, List<String> after) {
        List<String> notes = new ArrayList<>(before);
        notes.addAll(after);
        return new CaptureSink.Kept(
                kept.sequence(),
                kept.links(),
                kept.content(),
                kept.blocked(),
                kept.login(),
                kept.gone(),
                kept.scripted(),
                kept.relevance(),
                kept.postings(),
                Stream.concat(kept.notes().stream(), notes.stream()).distinct().toList());
    }

    /// Ends a rendering that is under way.
    @Override
    public void close() {
        browser.ifPresent(Browser::close);
    }
}
