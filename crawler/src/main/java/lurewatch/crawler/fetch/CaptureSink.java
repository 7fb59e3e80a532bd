package lurewatch.crawler.fetch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import lurewatch.crawler.frontier.Validators;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.extract.PageLink;

/// Where exchanges go: the archive, and behind it the pipeline that reads them. Called by many
/// threads at once.
public interface CaptureSink {
    /// Keeps the exchange and reads it. Returns only when it is durable; an exception means that it
    /// is not kept, and the URL stays due.
    Kept keep(Exchange exchange);

    /// How alike two pages are to a reader that were both kept, 0 to 1; by their sequences. Empty
    /// where one of them cannot be read any more.
    default OptionalDouble likeness(long one, long other) {
        throw new UnsupportedOperationException("keeps no page that could be compared");
    }

    /// Every capture of the ledger after this sequence, in ledger order, with the page's links; for
    /// those that a killed process kept and could not tell the frontier of.
    void forEachAfter(long sequence, Consumer<Remembered> action);

    /// Whether pages of that address were erased and are not to be fetched again.
    default boolean isErased(String url) {
        return false;
    }

    /// An exchange that is durable.
    ///
    /// @param sequence its place in the ledger
    /// @param links of the page, not yet judged; those of the earlier payload where it is unchanged
    /// @param content a hash of what the page says to a reader
    /// @param blocked the mark by which the page was recognised as a wall in front of the page
    ///   asked for
    /// @param login the mark by which the page was recognised as one that asks to log in
    /// @param gone the mark by which the page was recognised as saying that what stood there is
    ///   gone
    /// @param scripted the mark by which the page was recognised as one that says next to nothing
    ///   before its scripts ran
    /// @param relevance the highest score of a posting on it, 0 to 1
    /// @param postings addresses of what a page of a list shows, in its order; empty where the list
    ///   does not go on
    /// @param notes what of the page could not be read, and which limit it met
    record Kept(
            long sequence,
            List<PageLink> links,
            OptionalLong content,
            Optional<String> blocked,
            Optional<String> login,
            Optional<String> gone,
            Optional<String> scripted,
            OptionalDouble relevance,
            List<String> postings,
            List<String> notes) {
        /// Of a page that says neither that it is gone nor what it is worth.
        public Kept(
                long sequence,
                List<PageLink> links,
                OptionalLong content,
                Optional<String> blocked,
                List<String> notes) {
            this(
                    sequence,
                    links,
                    content,
                    blocked,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    notes);
        }

        public Kept {
            links = List.copyOf(links);
            postings = List.copyOf(postings);
            notes = List.copyOf(notes);
        }
    }

    /// A capture of an earlier run.
    ///
    /// @param location where a redirect sent us, as the server wrote it
    record Remembered(
            Kept kept,
            String site,
            String url,
            int status,
            Optional<String> location,
            Instant fetchedAt,
            Validators validators) {}
}
