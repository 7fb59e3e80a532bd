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
import lurewatch.crawler.demo.DemoTexts.DemoThread;
import lurewatch.crawler.demo.DemoTexts.Words;
import lurewatch.crawler.demo.PageFrame.Anchor;

/// A forum. Most of its threads are about cats and noodles; in some, a reply is a lure.
record ForumSite(Words words, List<DemoThread> threads, Instant base) implements DemoSite {
    static final String HOST = "far-from-home.test";

    private static final int PER_PAGE = 12;
    private static final Pattern PAGE = Pattern.compile("/forum(?:\\?page=(\\d{1,4}))?");
    private static final Pattern THREAD = Pattern.compile("/thread/(\\d{1,4})");

    ForumSite {
        threads = List.copyOf(threads);
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public Reply answer(String target) {
        Matcher page = PAGE.matcher(target.equals("/") ? "/forum" : target);
        if (page.matches()) {
            return listing(page.group(1) == null ? 1 : Integer.parseInt(page.group(1)));
        }
        Matcher thread = THREAD.matcher(target);
        return thread.matches() ? thread(Integer.parseInt(thread.group(1))) : Reply.notFound();
    }

    private Reply listing(int page) {
        int from = (page - 1) * PER_PAGE;
        if (page < 1 || from >= threads.size()) {
            return Reply.notFound();
        }
        int to = Math.min(from + PER_PAGE, threads.size());
        String rows =
                IntStream.range(from, to)
                        .mapToObj(i ->
                                String.format(
                                        Locale.ROOT,
                                        "<li class=\"topic\"><a class=\"topic-title\" href=\"/thread/%d\">%s</a> <small>%s</small></li>",
                                        i + 1,
                                        escaped(threads.get(i).title()),
                                        PageFrame.day(opened(i))))
                        .collect(Collectors.joining("\n"));
        String next =
                to < threads.size()
                        ? "<a class=\"next\" href=\"/forum?page=" + (page + 1) + "\">older</a>"
                        : "";
        return html("Newest threads", "<ul class=\"topics\">" + rows + "</ul>" + next);
    }

    private Reply thread(int number) {
        if (number < 1 || number > threads.size()) {
            return Reply.notFound();
        }
        DemoThread thread = threads.get(number - 1);
        String replies =
                IntStream.range(0, thread.replies().size())
                        .mapToObj(i -> reply(thread, number, i))
                        .collect(Collectors.joining("\n"));
        String main =
                String.format(
                        Locale.ROOT,
                        """
                        <article class="thread" lang="%s"><h1 class="thread-title">%s</h1>
                        <div class="opening"><span class="author">guest%02d</span> <time datetime="%s">%s</time>
                        <div class="text"><p>%s</p></div></div></article>
                        <section class="replies">
                        %s
                        </section>\
                        """,
                        thread.language(),
                        escaped(thread.title()),
                        number,
                        opened(number - 1),
                        PageFrame.day(opened(number - 1)),
                        escaped(thread.opening()),
                        replies);
        return html(thread.title(), main);
    }

    private String reply(DemoThread thread, int number, int i) {
        Instant when = opened(number - 1).plus(Duration.ofMinutes(7L * (i + 1)));
        return String.format(
                Locale.ROOT,
                "<div class=\"reply\"><span class=\"author\">guest%02d</span> <time datetime=\"%s\">%s</time><div class=\"text\" id=\"r%d\">%s</div></div>",
                (number * 5 + i * 3) % 90 + 10,
                when,
                PageFrame.day(when),
                i + 1,
                escaped(thread.replies().get(i)));
    }

    private Instant opened(int index) {
        return base.minus(Duration.ofHours(3L * (index + 1)));
    }

    private Reply html(String title, String main) {
        List<Anchor> sidebar = List.of(new Anchor("/forum", "All threads"));
        return Reply.html(new PageFrame(words, "utf-8", HOST).page(title, "", main, sidebar));
    }
}
