package lurewatch.indexer.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.JobPosting;

/// What one captured page says.
///
/// @param postings in page order; empty for a listing whose items have their own pages
/// @param links where the page leads, in page order, each URL once; see [#leads]
/// @param mainText what a reader would call the page's text, whatever the postings are
/// @param blocked the mark by which this was recognised as a wall in front of the page (a challenge
///   or captcha) or as what a server in trouble says; then there are no postings, and their absence
///   says nothing
/// @param login the mark by which this was recognised as a page that asks to log in; then there are
///   no postings, and their absence says nothing
/// @param gone the mark by which a page that came was recognised as saying that what stood there is
///   no longer there; then there are no postings
/// @param scripted the mark by which this was recognised as a page that says next to nothing before
///   its scripts ran; that something is not on it says nothing
/// @param charset the encoding that the text was decoded with, by its WHATWG name
/// @param failures what could not be read, and why; the rest was read all the same
/// @param reader who found the postings and the links' kinds: `recipe`, `schema.org`, `main text` …
/// @param doubtful what the page says that may be no posting: beside several that it marks as such,
///   or where it was taken for a wall or a login; see [#settled]
/// @param broken what a reader of ours broke with, where one did, for the log; the failures have a
///   line of it
public record Extraction(
        List<JobPosting> postings,
        List<PageLink> links,
        Optional<String> mainText,
        Optional<String> blocked,
        Optional<String> login,
        Optional<String> gone,
        Optional<String> scripted,
        Optional<String> charset,
        List<String> failures,
        Optional<String> reader,
        List<JobPosting> doubtful,
        Optional<Throwable> broken) {
    public Extraction {
        doubtful = List.copyOf(doubtful);
        postings = List.copyOf(postings);
        links = List.copyOf(links);
        failures = List.copyOf(failures);
    }

    /// Where a crawler may go from here: from a wall nowhere, whose links lead into its challenge.
    public List<PageLink> leads() {
        return blocked.isPresent() ? List.of() : links;
    }

    /// Whether all that was read is what the page says of itself to those who link to it.
    public boolean isPreview() {
        return reader.filter(LinkPreview.READER::equals).isPresent();
    }

    /// One that nobody in particular has read.
    public Extraction(
            List<JobPosting> postings,
            List<PageLink> links,
            Optional<String> mainText,
            Optional<String> blocked,
            Optional<String> gone,
            Optional<String> charset,
            List<String> failures) {
        this(
                postings,
                links,
                mainText,
                blocked,
                Optional.empty(),
                gone,
                Optional.empty(),
                charset,
                failures,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// Of what is no page.
    public static Extraction nothing() {
        return unread(List.of());
    }

    /// What a page says that could not be read at all.
    public static Extraction failed(String why) {
        return unread(List.of(why));
    }

    /// What a page says that breaks a reader.
    static Extraction brokenBy(Throwable fault, String why) {
        return new Extraction(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(why),
                Optional.empty(),
                List.of(),
                Optional.of(fault));
    }

    private static Extraction unread(List<String> failures) {
        return new Extraction(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                failures);
    }

    /// The same once it is known which of the doubtful are postings. One that has such is no wall
    /// and no login.
    public Extraction settled(List<JobPosting> found) {
        boolean isShown = blocked.isEmpty() && login.isEmpty();
        if (found.isEmpty()) {
            return new Extraction(
                    postings, links, mainText, blocked, login, gone, scripted, charset, failures,
                    reader, List.of(), broken);
        }
        List<JobPosting> all = new ArrayList<>(isShown ? postings : List.of());
        all.addAll(found);
        return new Extraction(
                all,
                links,
                mainText,
                Optional.empty(),
                Optional.empty(),
                gone,
                scripted,
                charset,
                failures,
                reader,
                List.of(),
                broken);
    }

    /// The same with a further link, unless there is one to that address.
    Extraction withLink(PageLink further) {
        if (links.stream().anyMatch(link -> link.url().equals(further.url()))) {
            return this;
        }
        List<PageLink> all = new ArrayList<>(links);
        all.add(further);
        return new Extraction(
                postings, all, mainText, blocked, login, gone, scripted, charset, failures, reader,
                doubtful, broken);
    }

    /// The same without the listing's further pages where everything dated on this one is older.
    Extraction notBefore(Instant since) {
        Optional<Instant> newest =
                postings.stream()
                        .map(JobPosting::postedAt)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder());
        if (newest.isEmpty() || !newest.get().isBefore(since)) {
            return this;
        }
        List<PageLink> kept =
                links.stream().filter(link -> link.kind() != PageLink.Kind.NEXT).toList();
        return new Extraction(
                postings, kept, mainText, blocked, login, gone, scripted, charset, failures, reader,
                doubtful, broken);
    }

    /// The same with further failures.
    Extraction withFailures(List<String> further) {
        List<String> all = new ArrayList<>(further);
        all.addAll(failures);
        return new Extraction(
                postings, links, mainText, blocked, login, gone, scripted, charset, all, reader,
                doubtful, broken);
    }
}
