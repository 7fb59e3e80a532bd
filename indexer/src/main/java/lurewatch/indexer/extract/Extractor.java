package lurewatch.indexer.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.MediaType;
import lurewatch.indexer.extract.Encodings.Encoding;
import org.jsoup.nodes.Document;

/// The door: a captured page in, its postings and links out. Pure, safe for many threads, and never
/// throwing: what cannot be read is a failure in the result.
public final class Extractor {
    private static final int MOST_POSTINGS = 500;

    /// For texts that no capture holds.
    private static final CaptureId NO_CAPTURE = new CaptureId(1);

    private static final String NO_SITE = "none";

    /// What one captured page says, read as its site's plan advises.
    public Extraction extract(CapturedPage page, SitePlan plan) {
        Capture capture = page.capture();
        String contentType = capture.contentType();
        Extraction extraction =
                extract(
                        new Source(capture.site(), capture.id(), capture.url(), contentType),
                        page.payload(),
                        plan);
        return onwards(capture).map(extraction::withLink).orElse(extraction);
    }

    /// Where the answer's head sends a browser on, as `<meta http-equiv=refresh>` does in a page.
    private static Optional<PageLink> onwards(Capture capture) {
        return capture.header("Refresh")
                .flatMap(PageScan::refreshed)
                .flatMap(new Addresses(capture.url(), StandardCharsets.UTF_8)::crawlable)
                .map(url -> new PageLink(url, "", PageLink.Kind.OTHER));
    }

    /// What a page says that stands in no archive, read as that site's plan advises.
    ///
    /// @param contentType as a server sent it; may be empty
    public Extraction extract(
            byte[] page, String contentType, String site, String url, SitePlan plan) {
        return extract(new Source(site, NO_CAPTURE, url, contentType), page, plan);
    }

    /// The postings of an HTML text that stands in no archive, as of a page of no known site.
    ///
    /// @param url what relative links start from; may be empty
    public List<JobPosting> html(String html, String url) {
        return html(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", url);
    }

    /// The same for bytes, decoded as a browser would.
    ///
    /// @param contentType as a server would send it; may be empty
    public List<JobPosting> html(byte[] html, String contentType, String url) {
        Source source = new Source(NO_SITE, NO_CAPTURE, url, contentType);
        Extraction read = extract(source, html, SitePlan.GENERIC);
        return read.settled(read.doubtful()).postings();
    }

    /// The encoding of a text that says nothing of it but by its bytes, by its WHATWG name.
    public static String encodingOf(byte[] start) {
        return PageText.decode(start, "", "").encoding().name();
    }

    /// Whether a payload is packed itself, so that what is in it may be far larger.
    public static boolean isPacked(byte[] payload) {
        return Packed.isOne(payload);
    }

    /// Where a payload came from.
    record Source(String site, CaptureId capture, String url, String contentType) {}

    private static Extraction extract(Source source, byte[] payload, SitePlan plan) {
        try {
            Extraction extraction =
                    Packed.isOne(payload)
                            ? unpacked(source, payload, plan)
                            : extractPlain(source, payload, plan);
            return plan.since().map(extraction::notBefore).orElse(extraction);
        } catch (UnreadableException e) {
            return Extraction.failed(Prose.shortened(String.valueOf(e.getMessage()), 200));
        } catch (RuntimeException | StackOverflowError e) {
            // A page that breaks a reader costs itself and is recorded; the crawl goes on.
            return Extraction.brokenBy(e, "not read: " + Prose.shortened(e.toString(), 200));
        }
    }

    /// The media type speaks of the package, not of what is in it.
    private static Extraction unpacked(Source source, byte[] payload, SitePlan plan) {
        Packed packed = Packed.unpacked(payload);
        Source inner = new Source(source.site(), source.capture(), source.url(), "");
        return extractPlain(inner, packed.bytes(), plan).withFailures(packed.failures());
    }

    private static Extraction extractPlain(Source source, byte[] payload, SitePlan plan) {
        return switch (PageKind.of(source.contentType(), payload)) {
            case HTML -> html(source, payload, plan);
            case XML -> xml(source, payload, plan);
            case JSON -> json(source, payload, plan);
            case MAIL -> mail(source, payload);
            case MHTML -> mhtml(source, payload, plan);
            case TABLE -> table(source, payload);
            case CHAT -> chat(source, payload);
            case OTHER ->
                    Extraction.failed(
                            source.contentType().isBlank()
                                    ? "not a text, and of no type that is named"
                                    : "not a text: " + source.contentType());
        };
    }

    private static Extraction html(Source source, byte[] payload, SitePlan plan) {
        PageText text = decoded(source, payload);
        if (SitemapReader.isPlainSitemap(source.url(), text.text())) {
            return listed(SitemapReader.readPlain(text.text(), addresses(source, text)), text);
        }
        // From here on nobody holds the text any more, which may be as large as the tree.
        Encoding encoding = text.encoding();
        List<String> limitsMet = Html.limitsMet(text.text());
        return html(source, Html.page(text.text()), encoding, plan).withFailures(limitsMet);
    }

    /// @param encoding that the page was written in
    private static Extraction html(
            Source source, Document parsed, Encoding encoding, SitePlan plan) {
        Document document = Html.shown(parsed);
        Page page = new Page(document, PageScan.of(document, addresses(source, encoding)));
        page.failures.addAll(page.scan.limitsMet());
        Optional<String> blocked = BlockPage.mark(page.scan);
        Optional<String> gone = blocked.isPresent() ? Optional.empty() : GonePage.mark(page, plan);
        boolean mayHold = blocked.isEmpty() && gone.isEmpty();
        PageReading read = mayHold ? Readers.read(page, plan) : PageReading.NOTHING;
        // Where a particular reader finds something, the login stands beside it.
        Optional<String> login =
                mayHold && Readers.isProse(read) ? LoginPage.mark(page) : Optional.empty();
        boolean isShown = mayHold && login.isEmpty();
        PageReading reading = isShown ? read : PageReading.NOTHING;
        Optional<String> scripted = isShown ? ScriptShell.mark(page, reading) : Optional.empty();
        boolean isEmpty = isShown && (scripted.isPresent() || reading.isEmpty());
        PageReading shared = shared(page, reading, login.isPresent(), isEmpty);
        List<Draft> doubtful =
                blocked.isPresent() || login.isPresent()
                        ? Readers.behindMark(page)
                        : Readers.doubtful(page, reading);
        return new Extraction(
                postings(shared.drafts(), source, page.failures),
                shared.withKinds(page.scan.links()),
                Optional.of(page.mainText()).filter(main -> !main.isEmpty()),
                blocked,
                login,
                gone,
                scripted,
                Optional.of(encoding.name()),
                page.failures,
                shared.reader(),
                postings(doubtful, source, page.failures),
                page.broken());
    }

    /// What a page that shows nothing says of itself to those who link to it, if it does.
    private static PageReading shared(
            Page page, PageReading reading, boolean login, boolean empty) {
        Optional<Draft> preview =
                login
                        ? LinkPreview.ofLogin(page)
                        : empty ? LinkPreview.ofEmpty(page) : Optional.empty();
        return preview.map(draft -> new PageReading(List.of(draft), reading.links()))
                .map(found -> found.by(LinkPreview.READER))
                .orElse(reading);
    }

    private static Extraction xml(Source source, byte[] payload, SitePlan plan) {
        PageText text = decodedXml(source, payload);
        if (SitemapReader.isSitemap(text.text())) {
            return listed(SitemapReader.read(text.text(), addresses(source, text)), text);
        }
        Document document = Html.xml(text.text());
        if (!FeedReader.isFeed(document)) {
            return Extraction.failed("XML, but no feed");
        }
        FeedReader.Feed feed = FeedReader.read(document, addresses(source, text), plan.kind());
        List<String> failures = new ArrayList<>(Html.limitsMet(text.text()));
        failures.addAll(feed.failures());
        return new Extraction(
                postings(feed.drafts(), source, failures),
                feed.links(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text.encoding().name()),
                failures,
                Optional.of("feed"),
                List.of(),
                Optional.empty());
    }

    private static Extraction listed(SitemapReader.Sitemap sitemap, PageText text) {
        return new Extraction(
                List.of(),
                sitemap.links(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text.encoding().name()),
                sitemap.failures());
    }

    private static Extraction json(Source source, byte[] payload, SitePlan plan) {
        PageText text = decoded(source, payload);
        return data(
                JsonReaders.read(
                        text.text(), source.contentType(), addresses(source, text), plan.kind()),
                source,
                Optional.of(text.encoding().name()),
                new ArrayList<>());
    }

    private static Extraction mail(Source source, byte[] payload) {
        List<String> failures = new ArrayList<>();
        Addresses addresses = new Addresses(source.url(), StandardCharsets.UTF_8);
        PageReading reading = MailReader.read(payload, addresses, failures);
        return data(reading, source, Optional.empty(), failures);
    }

    /// The page in it, read as that site's pages are.
    private static Extraction mhtml(Source source, byte[] payload, SitePlan plan) {
        Mhtml.Unpacked unpacked = Mhtml.unpacked(payload, source.contentType());
        return html(source, unpacked.page(), Encodings.UTF_8, plan)
                .withFailures(unpacked.failures());
    }

    private static Extraction table(Source source, byte[] payload) {
        PageText text = decoded(source, payload);
        return data(
                PostReader.read(
                        TableText.of(payload, source.contentType()).row(), addresses(source, text)),
                source,
                Optional.of(text.encoding().name()),
                new ArrayList<>());
    }

    private static Extraction chat(Source source, byte[] payload) {
        PageText text = decoded(source, payload);
        return data(
                ChatReader.read(text.text(), source.contentType(), addresses(source, text)),
                source,
                Optional.of(text.encoding().name()),
                new ArrayList<>());
    }

    /// What a payload that is no page says.
    private static Extraction data(
            PageReading reading, Source source, Optional<String> charset, List<String> failures) {
        return new Extraction(
                postings(reading.drafts(), source, failures),
                List.copyOf(reading.links().values()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                charset,
                failures,
                reading.reader(),
                List.of(),
                Optional.empty());
    }

    /// Pages that came as XML are that to a browser, whatever stands in them.
    private static PageText decoded(Source source, byte[] payload) {
        boolean isXml =
                MediaType.parse(source.contentType())
                        .filter(type -> type.essence().endsWith("xml"))
                        .isPresent();
        return isXml ? decodedXml(source, payload) : decodedHtml(source, payload);
    }

    private static PageText decodedXml(Source source, byte[] payload) {
        return PageText.decodeXml(payload, source.contentType(), Addresses.hostOf(source.url()));
    }

    private static PageText decodedHtml(Source source, byte[] payload) {
        return PageText.decode(payload, source.contentType(), Addresses.hostOf(source.url()));
    }

    private static Addresses addresses(Source source, PageText text) {
        return addresses(source, text.encoding());
    }

    private static Addresses addresses(Source source, Encoding encoding) {
        return new Addresses(source.url(), encoding.charset().orElse(StandardCharsets.UTF_8));
    }

    /// Gives every draft an address of its own and makes postings of those that say something.
    private static List<JobPosting> postings(
            List<Draft> drafts, Source source, List<String> failures) {
        Set<String> taken = new HashSet<>();
        List<JobPosting> postings = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!draft.saysSomething()) {
                continue;
            }
            if (postings.size() == MOST_POSTINGS) {
                long saying = drafts.stream().filter(Draft::saysSomething).count();
                failures.add("limit postings_per_page=" + MOST_POSTINGS + " observed=" + saying);
                break;
            }
            String url =
                    draft.url().isEmpty() ? source.url() + "#" + draft.fragment() : draft.url();
            for (int copy = 2; !taken.add(url); copy++) {
                url =
                        (draft.url().isEmpty()
                                        ? source.url() + "#" + draft.fragment()
                                        : draft.url())
                                + (url.contains("#") ? "-" : "#")
                                + copy;
            }
            postings.add(draft.at(url).posting(source.site(), source.capture()));
        }
        return postings;
    }
}
