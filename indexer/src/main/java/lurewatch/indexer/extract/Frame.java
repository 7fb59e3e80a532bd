package lurewatch.indexer.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An element that seems to hold something else than the page's text, within others like it.
///
/// Names mislead: one around most of the page's running text is taken back once that is known.
final class Frame {
    /// A larger share of the page's running text than any sidebar has; a tag is believed longer
    /// than a name.
    private static final double MOST_BY_NAME = 0.4;

    private static final double MOST_BY_TAG = 0.6;

    final int depth;
    private final Zone zone;
    private final boolean byTag;
    private final @Nullable Frame outer;
    private int votes;
    private boolean mistaken;

    Frame(Zone zone, Element element, int depth, @Nullable Frame outer) {
        this.zone = zone;
        this.byTag = Zone.isFrameTag(element);
        this.depth = depth;
        this.outer = outer;
    }

    @Nullable Frame outer() {
        return outer;
    }

    /// Counts running text inside.
    static void count(@Nullable Frame innermost, int votes) {
        for (Frame frame = innermost; frame != null && votes > 0; frame = frame.outer) {
            frame.votes += votes;
        }
    }

    /// To be told once all text is counted.
    static void settle(@Nullable Frame innermost, int allVotes) {
        for (Frame frame = innermost; frame != null && !frame.mistaken; frame = frame.outer) {
            double most = frame.byTag ? MOST_BY_TAG : MOST_BY_NAME;
            frame.mistaken = frame.votes > most * allVotes;
        }
    }

    /// The zone of what stands in that frame.
    static Zone zone(@Nullable Frame innermost) {
        for (Frame frame = innermost; frame != null; frame = frame.outer) {
            if (!frame.mistaken) {
                return frame.zone;
            }
        }
        return Zone.CONTENT;
    }
}
