package lurewatch.indexer.extract;

import org.jsoup.nodes.Element;

/// A line of a page's visible text, from one block's edge to the next.
///
/// @param start offset in the page's text
/// @param linked how many of its characters are links to pages
/// @param owner the block that holds it
record Passage(int start, int end, int linked, Element owner, Zone zone, boolean contact) {
    int length() {
        return end - start;
    }

    double linkShare() {
        return length() == 0 ? 1 : (double) linked / length();
    }
}
