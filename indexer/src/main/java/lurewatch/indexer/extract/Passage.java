package lurewatch.indexer.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A line of a page's visible text, from one block's edge to the next.
///
/// @param start offset in the page's text
/// @param linked how many of its characters are links to pages
/// @param votes what it counts for as running text: its length without links, double where a
///   character is a syllable or a word; 0 for what is too short or mostly links
/// @param owner the block that holds it
/// @param contact whether a contact link stands in it
record Passage(
        int start,
        int end,
        int linked,
        int votes,
        Element owner,
        @Nullable Frame frame,
        boolean contact) {
    int length() {
        return end - start;
    }

    double linkShare() {
        return length() == 0 ? 1 : (double) linked / length();
    }

    Zone zone() {
        return Frame.zone(frame);
    }
}
