package lurewatch.crawler.demo;

import static lurewatch.crawler.demo.PageFrame.escaped;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A public channel's web preview in Telegram's own markup: newest page at `/s/NAME`, older ones
/// behind `?before=NUMBER`.
///
/// @param messages oldest first; a message's number is its place, from 1
record ChannelSite(List<Message> messages) implements DemoSite {
    static final String HOST = "channel-preview.test";
    static final String NAME = "sample_overseas_work";

    /// One message of the channel.
    record Message(String text, Instant sent) {}

    private static final int PER_PAGE = 12;
    private static final Pattern PREVIEW =
            Pattern.compile("/s/" + NAME + "(?:\\?before=(\\d{1,6}))?");
    private static final Pattern MENTION = Pattern.compile("@(sample_[a-z0-9_]{1,30})");

    ChannelSite {
        messages = List.copyOf(messages);
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public Reply answer(String target) {
        if (target.equals("/")) {
            return Reply.redirect("/s/" + NAME);
        }
        Matcher preview = PREVIEW.matcher(target);
        if (!preview.matches()) {
            return Reply.notFound();
        }
        int before =
                preview.group(1) == null ? messages.size() + 1 : Integer.parseInt(preview.group(1));
        return Reply.html(page(Math.clamp(before, 1, messages.size() + 1)));
    }

    private String page(int before) {
        int first = Math.max(1, before - PER_PAGE);
        StringBuilder shown = new StringBuilder();
        for (int number = first; number < before; number++) {
            shown.append(message(number));
        }
        String more = "/s/" + NAME + "?before=" + first;
        boolean older = first > 1;
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html>
                <head><meta charset="utf-8"><title>Overseas work (sample) – Telegram</title>
                <meta property="og:title" content="Overseas work (sample)">
                <meta property="og:site_name" content="Telegram">
                %s</head>
                <body class="widget_frame_base tgme_webpreview">
                <header class="tgme_header"><div class="tgme_channel_info_header_username"><a href="/s/%s">@%s</a></div></header>
                <main class="tgme_main"><section class="tgme_channel_history js-message_history">
                %s%s</section></main>
                <div class="tgme_footer"><a href="/private/join" rel="nofollow">join</a></div>
                </body>
                </html>
                """,
                older ? "<link rel=\"prev\" href=\"" + more + "\">\n" : "",
                NAME,
                NAME,
                older ? moreLink(more, first) : "",
                shown);
    }

    private static String moreLink(String href, int before) {
        return String.format(
                Locale.ROOT,
                """
                <div class="tgme_widget_message_centered js-messages_more_wrap"><a href="%s" class="tme_messages_more js-messages_more" data-before="%d"></a></div>
                """,
                href,
                before);
    }

    private String message(int number) {
        Message message = messages.get(number - 1);
        return String.format(
                Locale.ROOT,
                """
                <div class="tgme_widget_message_wrap js-widget_message_wrap">
                <div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="%s/%d">
                <div class="tgme_widget_message_bubble">
                <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/%s"><span dir="auto">Overseas work (sample)</span></a></div>
                <div class="tgme_widget_message_text js-message_text" dir="auto">%s</div>
                <div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">%d</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/%s/%d"><time datetime="%s" class="time">%s</time></a></span></div></div>
                </div></div></div>
                """,
                NAME,
                number,
                NAME,
                markup(message.text()),
                number * 37 % 900 + 40,
                NAME,
                number,
                message.sent().toString().replace("Z", "+00:00"),
                PageFrame.day(message.sent()).substring(11));
    }

    /// Telegram breaks lines with `br` and links what is a mention.
    private static String markup(String text) {
        return MENTION.matcher(escaped(text))
                .replaceAll("<a href=\"https://t.me/$1\" target=\"_blank\">@$1</a>")
                .lines()
                .collect(Collectors.joining("<br/>"));
    }
}
