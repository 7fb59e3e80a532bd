package lurewatch.indexer.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Parses within bounds.
final class Html {
    /// A longer page is cut: no reader gets so far, and trees are ten times as large as their text.
    static final int LONGEST = 6 << 20;

    /// What follows deeper is hung up here.
    static final int DEEPEST = 512;

    private Html() {}

    static Document page(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(bounded(html), "");
    }

    static Element fragment(String html) {
        return page(html).body();
    }

    static Document xml(String xml) {
        return Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(bounded(xml), "");
    }

    private static String bounded(String markup) {
        return markup.length() <= LONGEST ? markup : markup.substring(0, LONGEST);
    }
}
