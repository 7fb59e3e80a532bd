package lurewatch.indexer.extract;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Parses within bounds.
final class Html {
    /// A longer page is cut: no reader gets so far, and trees are ten times as large as their text.
    static final int LONGEST = 6 << 20;

    /// What follows deeper is hung up here.
    static final int DEEPEST = 512;

    private static final int MOST_FRAMES = 20;

    private Html() {}

    static Document page(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(bounded(html), "");
    }

    /// A whole page as a browser shows it: with what stands in its shadow trees, and in frames that
    /// carry their document with them.
    static Document shown(String html) {
        Document page = page(html);
        for (Element shadow : page.select("template[shadowrootmode]")) {
            shadow.tagName("div");
        }
        page.select("iframe[srcdoc]").stream()
                .limit(MOST_FRAMES)
                .forEach(frame -> {
                    // At the end and not in its place: trees must not become deeper.
                    Element within = page.body().appendElement("div");
                    within.appendChildren(List.copyOf(fragment(frame.attr("srcdoc")).childNodes()));
                });
        return page;
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
