package lurewatch.crawler.demo;

import static lurewatch.crawler.demo.PageFrame.escaped;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.crawler.demo.DemoTexts.Words;

/// A site read through its feeds: RSS 2.0 at `/jobs.rss` with the first half of its items, Atom at
/// `/jobs.atom` with the rest, and a page for each item.
///
/// @param origin how the links in the feeds begin: feeds are read far from where they came from
record FeedSite(Words words, String origin, List<Ad> ads) implements DemoSite {
    static final String HOST = "feed-of-jobs.test";

    private static final Pattern ITEM = Pattern.compile("/item/(\\d{1,4})");

    FeedSite {
        ads = List.copyOf(ads);
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public Reply answer(String target) {
        int half = ads.size() / 2;
        return switch (target) {
            case "/" -> Reply.html(frontPage());
            case "/jobs.rss" ->
                    Reply.of("application/rss+xml; charset=utf-8", rss(ads.subList(0, half)));
            case "/jobs.atom" ->
                    Reply.of(
                            "application/atom+xml; charset=utf-8",
                            atom(ads.subList(half, ads.size())));
            default -> item(target);
        };
    }

    private String frontPage() {
        return frame().page(
                        "Feeds",
                        "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/jobs.rss\">",
                        "<p>Read us by feed.</p>",
                        List.of());
    }

    private Reply item(String target) {
        Matcher item = ITEM.matcher(target);
        int number = item.matches() ? Integer.parseInt(item.group(1)) : 0;
        if (number < 1 || number > ads.size()) {
            return Reply.notFound();
        }
        Ad ad = ads.get(number - 1);
        return Reply.html(frame().page(ad.title(), "", AdMarkup.PLAIN.main(ad, words), List.of()));
    }

    private String rss(List<Ad> items) {
        return items.stream()
                .map(ad ->
                        String.format(
                                Locale.ROOT,
                                """
                                <item><title>%s</title><link>%s</link><guid isPermaLink="true">%s</guid>
                                <pubDate>%s</pubDate><content:encoded><![CDATA[%s]]></content:encoded></item>
                                """,
                                escaped(ad.title()),
                                url(ad),
                                url(ad),
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        ad.posted().atOffset(ZoneOffset.UTC)),
                                text(ad)))
                .collect(
                        Collectors.joining(
                                "",
                                String.format(
                                        Locale.ROOT,
                                        """
                                        <?xml version="1.0" encoding="utf-8"?>
                                        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                                        <title>Jobs, hourly</title><link>%s/</link><description>All new jobs</description>
                                        """,
                                        origin),
                                "</channel></rss>\n"));
    }

    private String atom(List<Ad> items) {
        return items.stream()
                .map(ad ->
                        String.format(
                                Locale.ROOT,
                                """
                                <entry><title>%s</title><id>%s</id><link href="%s"/>
                                <updated>%s</updated><author><name>desk</name></author>
                                <content type="html">%s</content></entry>
                                """,
                                escaped(ad.title()),
                                "tag:" + HOST + ",2026:" + ad.number(),
                                url(ad),
                                ad.posted(),
                                escaped(text(ad))))
                .collect(
                        Collectors.joining(
                                "",
                                String.format(
                                        Locale.ROOT,
                                        """
                                        <?xml version="1.0" encoding="utf-8"?>
                                        <feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs, hourly</title><id>tag:%s,2026:feed</id><link href="%s/"/>
                                        """,
                                        HOST,
                                        origin),
                                "</feed>\n"));
    }

    private String url(Ad ad) {
        return origin + "/item/" + ad.number();
    }

    private static String text(Ad ad) {
        return ad.paragraphs().stream()
                .map(paragraph -> "<p>" + escaped(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    private PageFrame frame() {
        return new PageFrame(words, "utf-8", HOST);
    }
}
