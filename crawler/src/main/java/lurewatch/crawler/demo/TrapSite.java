package lurewatch.crawler.demo;

import static lurewatch.crawler.demo.PageFrame.escaped;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.crawler.demo.DemoTexts.Words;
import lurewatch.crawler.demo.PageFrame.Anchor;
import lurewatch.indexer.Digest;

/// A site without end: a calendar that has always a next month, links that carry a new session each
/// time, and folders in folders. In between stand a few ads worth finding.
///
/// Endless as a whole, small in each answer: at most a dozen links, and nothing below
/// [#MAX_TARGET].
record TrapSite(Words words, List<Ad> ads) implements DemoSite {
    static final String HOST = "endless-fair.test";

    /// Longer addresses are not served: the trap must not make a crawler's store swell by one link.
    static final int MAX_TARGET = 1500;

    private static final Pattern CALENDAR = Pattern.compile("/calendar/(\\d{4}-\\d{2})");
    private static final Pattern AD = Pattern.compile("/ads/(\\d{1,4})");

    TrapSite {
        ads = List.copyOf(ads);
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public Reply answer(String target) {
        if (target.length() > MAX_TARGET || target.startsWith("/private/")) {
            return Reply.notFound();
        }
        String path = target.split("\\?", 2)[0];
        Matcher ad = AD.matcher(path);
        if (ad.matches()) {
            return ad(Integer.parseInt(ad.group(1)));
        }
        Matcher month = CALENDAR.matcher(path);
        if (month.matches()) {
            return calendar(month.group(1), target);
        }
        return path.startsWith("/rooms/") ? rooms(path, target) : frontPage(target);
    }

    private Reply ad(int number) {
        if (number < 1 || number > ads.size()) {
            return Reply.notFound();
        }
        Ad ad = ads.get(number - 1);
        return html(ad.title(), AdMarkup.PLAIN.main(ad, words), List.of());
    }

    private Reply frontPage(String target) {
        List<Anchor> links = new ArrayList<>();
        ads.forEach(ad -> links.add(new Anchor("/ads/" + ad.number(), ad.title())));
        links.add(new Anchor("/calendar/2026-11", "Calendar of fairs"));
        links.add(new Anchor("/rooms/a/", "Rooms"));
        links.add(new Anchor(inNewSession("/", target), "Home"));
        return html("Fair of jobs", "<p>Meet us at a fair.</p>", links);
    }

    private Reply calendar(String written, String target) {
        YearMonth month;
        try {
            month = YearMonth.parse(written);
        } catch (DateTimeParseException e) {
            return Reply.notFound();
        }
        return html(
                "Fairs in " + month,
                "<p>No fair in this month. Look at another.</p>",
                List.of(
                        new Anchor("/calendar/" + month.plusMonths(1), "next month"),
                        new Anchor("/calendar/" + month.minusMonths(1), "month before"),
                        new Anchor("/calendar/" + month.plusYears(1), "next year"),
                        new Anchor(inNewSession("/calendar/" + month, target), "reload")));
    }

    /// Relative links, each one folder deeper, as a wrongly configured site writes them.
    private Reply rooms(String path, String target) {
        return html(
                "Room " + path.length(),
                "<p>Stands are being built.</p>",
                List.of(
                        new Anchor("a/", "to the left"),
                        new Anchor("b/", "to the right"),
                        new Anchor(inNewSession(path, target), "reload")));
    }

    /// A session that depends on nothing but the address asked for: new for each, same in each run.
    private static String inNewSession(String path, String target) {
        return path + "?sid=" + Digest.of(target).prefix(16);
    }

    private Reply html(String title, String main, List<Anchor> links) {
        String list =
                links.stream()
                        .map(anchor -> "<li>" + PageFrame.link(anchor) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
        String content = "<h1>" + escaped(title) + "</h1>" + main + list;
        return Reply.html(new PageFrame(words, "utf-8", HOST).page(title, "", content, List.of()));
    }
}
