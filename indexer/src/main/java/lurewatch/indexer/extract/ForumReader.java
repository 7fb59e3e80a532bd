package lurewatch.indexer.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Reads threads of common forum and board engines by the class names that their own templates use:
/// one posting per post.
final class ForumReader {
    /// How an engine marks up a thread. Selectors; `author` and `date` are relative to the post.
    ///
    /// @param comments whether its posts are answers under somebody else's text
    /// @param needsBody whether what looks like a post is none without the text of one
    private record Engine(
            String post,
            String body,
            String author,
            String date,
            boolean comments,
            boolean needsBody) {
        Engine(String post, String body, String author, String date, boolean comments) {
            this(post, body, author, date, comments, false);
        }
    }

    private static final List<Engine> ENGINES =
            List.of(
                    // phpBB 3
                    new Engine(
                            "div.post[id^=p]",
                            ".content",
                            ".author .username, .author .username-coloured",
                            ".author time, .author",
                            false),
                    // Discourse, as it serves crawlers
                    new Engine(
                            ".crawler-post",
                            "[itemprop=text], [itemprop=articleBody], .post",
                            ".creator [itemprop=name], .creator",
                            "time",
                            false),
                    // XenForo 2
                    new Engine(
                            "article.message[data-content]",
                            ".message-body .bbWrapper",
                            ".message-name",
                            "time",
                            false),
                    // gnuboard 5: the article, and the answers under it
                    new Engine(
                            "#bo_v",
                            "#bo_v_con",
                            ".sv_member, .sv_guest, .profile_name",
                            ".if_date, #bo_v_info time",
                            false),
                    new Engine(
                            "#bo_vc article",
                            ".cmt_contents p, .cmt_contents",
                            ".sv_member, .sv_guest, .member",
                            "time, .bo_vc_hdinfo",
                            true),
                    // Discuz!
                    new Engine(
                            "div[id^=post_]",
                            "[id^=postmessage_]",
                            ".authi a",
                            "em[id^=authorposton]",
                            false,
                            true),
                    // vBulletin 4
                    new Engine("li.postcontainer", ".postcontent", ".username", ".postdate", false),
                    // Invision
                    new Engine(
                            "article.ipsComment",
                            "[data-role=commentContent]",
                            ".ipsComment_author h3, .cAuthorPane_author",
                            "time",
                            false),
                    // SMF 2 and MyBB
                    new Engine(
                            ".post_wrapper",
                            ".post .inner, .inner",
                            ".poster h4",
                            ".keyinfo .smalltext",
                            false),
                    new Engine(
                            "div.post[id^=post_]",
                            ".post_body",
                            ".author_information .largetext",
                            ".post_date",
                            false));

    /// Places of a post in which its date may stand; each is read to its end.
    private static final int MOST_DATES = 10;

    private ForumReader() {}

    static PageReading read(Page page) {
        List<Draft> drafts = new ArrayList<>();
        String title = page.title();
        for (Engine engine : ENGINES) {
            Elements posts = page.document.select(engine.post());
            for (Element post : Nesting.shallow(page.document, posts)) {
                if (!engine.needsBody() || post.selectFirst(engine.body()) != null) {
                    drafts.add(draft(post, title, engine, page));
                }
            }
            if (!drafts.isEmpty() && !engine.post().equals("#bo_v")) {
                break;
            }
        }
        return PageReading.of(drafts);
    }

    private static Draft draft(Element post, String title, Engine engine, Page page) {
        Draft draft =
                new Draft()
                        .at(page.url() + anchor(post))
                        .heading(title)
                        .author(text(post, engine.author()))
                        .postedAt(date(post, engine.date()));
        Optional<Element> body = Optional.ofNullable(post.selectFirst(engine.body()));
        String words = body.map(Prose::of).orElse("");
        if (engine.comments()) {
            draft.comment(words);
        } else {
            draft.body(words);
        }
        body.ifPresent(element -> page.addLinksOf(element, draft));
        return draft;
    }

    private static String anchor(Element post) {
        String id = post.hasAttr("data-content") ? post.attr("data-content") : post.id();
        return id.isEmpty() ? "" : "#" + Prose.shortened(id, 80);
    }

    private static String text(Element post, String selector) {
        Element found = post.selectFirst(selector);
        return found == null ? "" : Prose.of(found);
    }

    private static Optional<Instant> date(Element post, String selector) {
        for (Element found : post.selectStream(selector).limit(MOST_DATES).toList()) {
            String machine = found.attr("datetime");
            Optional<Instant> time = Dates.read(machine.isEmpty() ? Prose.of(found) : machine);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }
}
