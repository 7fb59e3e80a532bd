package lurewatch.crawler.demo;

import static lurewatch.crawler.demo.PageFrame.escaped;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lurewatch.crawler.demo.DemoTexts.Words;
import lurewatch.crawler.demo.PageFrame.Anchor;

/// News, police warnings and what victims tell: pages full of the very words of lures, and none of
/// them one.
record NewsSite(Words words, List<DemoCase> articles, Instant base) implements DemoSite {
    static final String HOST = "harbour-times.test";

    private static final int PER_PAGE = 15;
    private static final Pattern PAGE = Pattern.compile("/news(?:\\?page=(\\d{1,4}))?");
    private static final Pattern ARTICLE = Pattern.compile("/news/(\\d{1,4})");

    NewsSite {
        articles = List.copyOf(articles);
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public Reply answer(String target) {
        Matcher page = PAGE.matcher(target.equals("/") ? "/news" : target);
        if (page.matches()) {
            return listing(page.group(1) == null ? 1 : Integer.parseInt(page.group(1)));
        }
        Matcher article = ARTICLE.matcher(target);
        return article.matches() ? article(Integer.parseInt(article.group(1))) : Reply.notFound();
    }

    private Reply listing(int page) {
        int from = (page - 1) * PER_PAGE;
        if (page < 1 || from >= articles.size()) {
            return Reply.notFound();
        }
        int to = Math.min(from + PER_PAGE, articles.size());
        String headlines =
                IntStream.range(from, to)
                        .mapToObj(i ->
                                String.format(
                                        Locale.ROOT,
                                        "<h2>%s</h2>",
                                        PageFrame.link(
                                                new Anchor(
                                                        "/news/" + (i + 1),
                                                        articles.get(i).title()))))
                        .collect(Collectors.joining("\n"));
        String next =
                to < articles.size()
                        ? "<a class=\"next\" href=\"/news?page=" + (page + 1) + "\">more</a>"
                        : "";
        return html("News and warnings", headlines + next);
    }

    private Reply article(int number) {
        if (number < 1 || number > articles.size()) {
            return Reply.notFound();
        }
        DemoCase article = articles.get(number - 1);
        Instant when = base.minus(Duration.ofHours(5L * number));
        return html(
                article.title(),
                String.format(
                        Locale.ROOT,
                        """
                        <article lang="%s"><h1>%s</h1><p class="byline">Harbour Times, <time datetime="%s">%s</time></p>
                        <p>%s</p></article>\
                        """,
                        article.language(),
                        escaped(article.title()),
                        when,
                        PageFrame.day(when),
                        escaped(article.text())));
    }

    private Reply html(String title, String main) {
        List<Anchor> sidebar = List.of(new Anchor("/news", "All news"));
        return Reply.html(new PageFrame(words, "utf-8", HOST).page(title, "", main, sidebar));
    }
}
