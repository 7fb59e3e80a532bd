package lurewatch.indexer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One offer, message or article as a page shows it, before anybody judged it.
///
/// All offsets in [Evidence], [Contact], [Place] and [Pay] count UTF-16 units of [#text()].
///
/// @param url the posting's own address; where it has none, the page's with a fragment
/// @param postedAt the time the page itself claims
/// @param particulars what its markup gives in places of their own; not kept in the store, as an
///   assessment is always made of the page
/// @param links what it links to, in page order, contact links included
public record JobPosting(
        PostingId id,
        CaptureId capture,
        String site,
        String url,
        String title,
        Optional<String> author,
        Optional<String> employer,
        Optional<String> location,
        Optional<String> salary,
        Optional<Instant> postedAt,
        List<Block> blocks,
        List<Link> links,
        Particulars particulars) {
    public JobPosting {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
    }

    /// The raw text: every block's text in order, one line feed between two blocks.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(block.text());
        }
        return text.toString();
    }
}
