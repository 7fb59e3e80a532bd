package lurewatch.searchcli.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lurewatch.searchcli.export.Item;

/// A posting's text with the words that raised signals highlighted, as they stand.
final class Marked {
    private record Span(int start, int end) {}

    private Marked() {}

    static String html(Item item) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (Span span : spans(item)) {
            html.append(HtmlText.of(item.text().substring(at, span.start())))
                    .append("<mark>")
                    .append(HtmlText.of(item.text().substring(span.start(), span.end())))
                    .append("</mark>");
            at = span.end();
        }
        return html.append(HtmlText.of(item.text().substring(at))).toString();
    }

    /// Quotes in order; those that touch or overlap are one.
    private static List<Span> spans(Item item) {
        List<Span> quotes =
                item.why().stream()
                        .flatMap(why -> why.quotes().stream())
                        .map(quote -> new Span(quote.start(), quote.end()))
                        .sorted(Comparator.comparingInt(Span::start))
                        .toList();
        List<Span> merged = new ArrayList<>();
        for (Span next : quotes) {
            if (!merged.isEmpty() && next.start() <= merged.getLast().end()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), next.end())));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
