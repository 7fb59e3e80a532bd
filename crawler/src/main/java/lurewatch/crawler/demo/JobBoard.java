package lurewatch.crawler.demo;

import static lurewatch.crawler.demo.PageFrame.escaped;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.crawler.demo.DemoTexts.Words;
import lurewatch.crawler.demo.PageFrame.Anchor;

/// A board: listing pages of [#PER_PAGE] ads with a link to the next one, and a page for each ad.
///
/// @param paths how its addresses look
/// @param encodings the character set of a page, by the ad's number (0 for listings)
record JobBoard(
        String host,
        Words words,
        AdMarkup markup,
        Paths paths,
        PageEncoding.ByNumber encodings,
        List<Ad> ads)
        implements DemoSite {
    /// How the addresses of a board look; `%d` stands for the page or the ad.
    record Paths(String listing, String detail) {
        static final Paths MODERN = new Paths("/jobs?page=%d", "/jobs/%d");
        static final Paths SCRIPT = new Paths("/list.php?page=%d", "/view.php?no=%d");
    }

    static final int PER_PAGE = 20;
    private static final int SIDEBAR = 5;
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})$");

    JobBoard {
        ads = List.copyOf(ads);
    }

    @Override
    public List<String> forbidden() {
        return List.of("/private/", "/employers-only/");
    }

    @Override
    public Reply answer(String target) {
        if (target.equals("/")) {
            return listing(1);
        }
        if (target.equals("/latest")) {
            return Reply.redirect(String.format(Locale.ROOT, paths.listing(), 1));
        }
        if (target.equals("/expired")) {
            return Reply.failure(410, "this ad has expired\n");
        }
        Matcher number = NUMBER.matcher(target);
        if (!number.find()) {
            return Reply.notFound();
        }
        int n = Integer.parseInt(number.group(1));
        if (target.equals(String.format(Locale.ROOT, paths.listing(), n))) {
            return listing(n);
        }
        return target.equals(String.format(Locale.ROOT, paths.detail(), n))
                ? detail(n)
                : Reply.notFound();
    }

    private Reply listing(int page) {
        int from = (page - 1) * PER_PAGE;
        if (page < 1 || from >= ads.size()) {
            return Reply.notFound();
        }
        String rows =
                ads.subList(from, Math.min(from + PER_PAGE, ads.size())).stream()
                        .map(this::row)
                        .collect(Collectors.joining("\n"));
        String next =
                from + PER_PAGE < ads.size()
                        ? String.format(
                                Locale.ROOT,
                                "<a class=\"next\" rel=\"next\" href=\"%s\">%s</a>",
                                String.format(Locale.ROOT, paths.listing(), page + 1),
                                escaped(words.next()))
                        : "";
        String main =
                "<table class=\"list\">"
                        + rows
                        + "</table><div class=\"paging\">"
                        + next
                        + "</div>";
        return encodings.of(0).reply(frame(0).page(words.newest(), "", main, standing()));
    }

    private String row(Ad ad) {
        return String.format(
                Locale.ROOT,
                "<tr class=\"row\"><td>%d</td><td><a class=\"subject\" href=\"%s\">%s</a></td><td>%s</td></tr>",
                ad.number(),
                String.format(Locale.ROOT, paths.detail(), ad.number()),
                escaped(ad.title()),
                PageFrame.day(ad.posted()));
    }

    private Reply detail(int number) {
        if (number < 1 || number > ads.size()) {
            return Reply.notFound();
        }
        Ad ad = ads.get(number - 1);
        List<Anchor> others =
                ads.stream()
                        .skip(number % Math.max(1, ads.size() - SIDEBAR))
                        .limit(SIDEBAR)
                        .map(o ->
                                new Anchor(
                                        String.format(Locale.ROOT, paths.detail(), o.number()),
                                        o.title()))
                        .toList();
        return encodings
                .of(number)
                .reply(
                        frame(number)
                                .page(ad.title(), markup.head(ad), markup.main(ad, words), others));
    }

    /// The links that every listing has: a redirect, a dead end, and one that robots.txt forbids.
    private static List<Anchor> standing() {
        return List.of(
                new Anchor("/latest", "latest"),
                new Anchor("/expired", "archive"),
                new Anchor("/employers-only/desk", "employers"));
    }

    private PageFrame frame(int number) {
        return new PageFrame(words, encodings.of(number).metaLabel(), host);
    }
}
