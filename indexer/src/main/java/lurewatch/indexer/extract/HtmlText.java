package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Element;

/// HTML that stands within something else, as mails, feeds and JSON hold it.
final class HtmlText {
    private HtmlText() {}

    /// The words of a piece of HTML, its links added to the draft.
    static String words(String html, Draft draft, Addresses addresses) {
        Element shown = Html.fragment(html);
        for (Element link : shown.select("a[href]")) {
            addresses
                    .target(link.attr("href"))
                    .ifPresent(target -> draft.link(target, Prose.line(Prose.of(link))));
        }
        return Prose.of(shown);
    }

    static void link(JsonNode url, String words, Draft draft, Addresses addresses) {
        if (url.isTextual()) {
            addresses.target(url.asText()).ifPresent(target -> draft.link(target, words));
        }
    }
}
