package lurewatch.crawler.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lurewatch.crawler.demo.DemoTexts.Words;

/// What surrounds a text on an ordinary page: menu, sidebar, partner's banner, footer. An extractor
/// has to look past it, and a forbidden link in every footer waits for crawlers that do not obey.
///
/// @param charsetLabel what the page's `meta` element calls its character set
/// @param host shown where a site's words name no site
record PageFrame(Words words, String charsetLabel, String host) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// A link of the sidebar or a listing.
    record Anchor(String href, String text) {}

    /// A whole page.
    ///
    /// @param head markup for the `head`, such as a JSON-LD script; empty for none
    /// @param main markup of the content
    String page(String title, String head, String main, List<Anchor> sidebar) {
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta http-equiv="Content-Type" content="text/html; charset=%s">
                <title>%s | %s</title>
                %s
                </head>
                <body>
                <header><div class="logo">%s</div><nav><ul>%s</ul></nav></header>
                <div class="banner ad">%s</div>
                <main>
                %s
                </main>
                <aside class="sidebar"><h3>%s</h3><ul>%s</ul></aside>
                <footer><p>%s</p><a href="/private/members?from=footer" rel="nofollow">members</a></footer>
                </body>
                </html>
                """,
                words.language(),
                charsetLabel,
                escaped(title),
                escaped(name()),
                head,
                escaped(name()),
                items(words.menu().stream().map(PageFrame::escaped).toList()),
                escaped(words.partner()),
                main,
                escaped(words.newest()),
                items(sidebar.stream().map(PageFrame::link).toList()),
                escaped(String.join(" · ", words.footer())));
    }

    String name() {
        return words.language().equals("en") ? host : words.name();
    }

    static String link(Anchor anchor) {
        return "<a href=\"" + escaped(anchor.href()) + "\">" + escaped(anchor.text()) + "</a>";
    }

    private static String items(List<String> markup) {
        return markup.stream().map(m -> "<li>" + m + "</li>").collect(Collectors.joining());
    }

    /// As people read it: `2026-11-01 09:30`, UTC.
    static String day(Instant when) {
        return DAY.format(when);
    }

    /// Text that is safe between tags and in double-quoted attributes.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
