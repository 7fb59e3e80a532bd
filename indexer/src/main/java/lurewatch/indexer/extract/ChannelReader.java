package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Reads the web preview of a public Telegram channel, `t.me/s/NAME`: one posting per message, and
/// the link to older messages.
///
/// Counters (views, votes) are left out: they change at every visit and say nothing. A quoted
/// message is a posting of its own, so only the link to it is kept.
final class ChannelReader {
    private static final String MESSAGE = "tgme_widget_message";
    private static final Set<String> HOSTS = Set.of("t.me", "telegram.me", "telegram.dog");
    private static final int HEADING = 80;

    private static final Pattern POST = Pattern.compile("(?<name>[A-Za-z0-9_]{1,64})/[0-9]{1,18}");

    private static final Pattern CHANNEL =
            Pattern.compile("^https?://[^/?#]+/(?:s/)?(?<name>[A-Za-z0-9_]{1,64})(?=[/?#]|$)");

    private ChannelReader() {}

    static boolean isChannel(Page page) {
        return HOSTS.contains(page.addresses().host());
    }

    static PageReading read(Page page) {
        List<Draft> drafts = new ArrayList<>();
        Elements messages = page.document.select("." + MESSAGE + "[data-post]");
        for (Element message : Nesting.shallow(page.document, messages)) {
            if (!message.hasClass("service_message")) {
                drafts.add(draft(message, page));
            }
        }
        return new PageReading(drafts, pages(page));
    }

    /// Older messages are the next page; what a channel calls next are the newer ones.
    private static Map<String, PageLink> pages(Page page) {
        Map<String, PageLink> links = new HashMap<>();
        for (Element link :
                page.document.select(
                        "a.tme_messages_more[href], link[rel=prev][href], link[rel=next][href]")) {
            String href = link.attr("href");
            PageLink.Kind kind =
                    href.contains("before=") ? PageLink.Kind.NEXT : PageLink.Kind.OTHER;
            page.addresses()
                    .crawlable(href)
                    .ifPresent(url -> links.put(url, new PageLink(url, "", kind)));
        }
        return links;
    }

    private static Draft draft(Element message, Page page) {
        String text = text(message);
        Draft draft =
                new Draft()
                        .at(url(message, page))
                        .heading(Prose.shortened(firstLine(text), HEADING))
                        .author(author(message))
                        .postedAt(Dates.read(time(message)))
                        .body(text);
        for (Element forwarded : message.select(".tgme_widget_message_forwarded_from")) {
            draft.field(Prose.of(forwarded));
        }
        for (Element media :
                message.select(".tgme_widget_message_document, .tgme_widget_message_contact")) {
            draft.body(Prose.of(media));
        }
        poll(message, draft);
        for (Element preview : message.select(".tgme_widget_message_link_preview")) {
            draft.body(Prose.of(preview));
        }
        links(message, draft, page);
        return draft;
    }

    /// The message's own address, if it is one of this channel's: none speaks for other channels.
    private static String url(Element message, Page page) {
        Matcher post = POST.matcher(message.attr("data-post"));
        return post.matches() && post.group("name").equalsIgnoreCase(name(page))
                ? "https://t.me/" + post.group()
                : "";
    }

    /// The channel whose page this is, by its address: `/s/NAME` or `/NAME/7`.
    private static String name(Page page) {
        Matcher channel = CHANNEL.matcher(page.url());
        return channel.find() ? channel.group("name") : "";
    }

    /// The outermost text elements: an album repeats its caption inside itself.
    private static String text(Element message) {
        List<String> texts = new ArrayList<>();
        Elements all = message.select(".tgme_widget_message_text");
        for (Element text : Nesting.outermost(message, all)) {
            texts.add(Prose.of(text));
        }
        return String.join("\n", texts);
    }

    private static void poll(Element message, Draft draft) {
        List<String> lines = new ArrayList<>();
        for (Element line :
                message.select(
                        ".tgme_widget_message_poll_question, .tgme_widget_message_poll_option_text")) {
            lines.add(Prose.of(line));
        }
        draft.body(String.join("\n", lines));
    }

    private static String author(Element message) {
        Elements signed = message.select(".tgme_widget_message_from_author");
        Element owner = message.selectFirst(".tgme_widget_message_owner_name");
        String channel = owner == null ? "" : Prose.of(owner);
        return signed.isEmpty() ? channel : channel + ", " + Prose.of(signed.getFirst());
    }

    private static String time(Element message) {
        Element time = message.selectFirst(".tgme_widget_message_date time[datetime]");
        return time == null ? "" : time.attr("datetime");
    }

    /// All links but those of the channel to itself, which every message has.
    private static void links(Element message, Draft draft, Page page) {
        String own = message.attr("data-post");
        int slash = own.indexOf('/');
        String channel = "https://t.me/" + (slash < 0 ? own : own.substring(0, slash));
        for (Element link : message.select("a[href]:not([href^=?], [href*=?single])")) {
            if (draft.isFullOfLinks()) {
                break;
            }
            page.addresses()
                    .target(link.attr("href"))
                    .filter(target -> !isItself(target, channel, own))
                    .ifPresent(target -> draft.link(target, Prose.line(Prose.of(link))));
        }
    }

    private static boolean isItself(String target, String channel, String own) {
        return target.equals(channel)
                || target.equals("https://t.me/" + own)
                || target.startsWith("https://t.me/" + own + "?");
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
