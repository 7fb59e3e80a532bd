package lurewatch.crawler.settings;

import java.util.List;

/// Places that ads lead to and that no site file covers.
///
/// @param follow which of them may be visited without a site file
/// @param sites most of them, the most worthwhile first; 0 visits none
/// @param pages most pages of each
/// @param depth most steps from its front page
/// @param ignore registered domains and `t.me/NAME` that are never proposed
public record Discover(Follow follow, int sites, int pages, int depth, List<String> ignore) {
    /// What may be followed.
    public enum Follow {
        ALL,
        CHANNELS,
        DOMAINS
    }

    /// Where everybody has a page: to be led there says nothing.
    private static final List<String> PLATFORMS =
            List.of(
                    "facebook.com",
                    "fb.com",
                    "instagram.com",
                    "instagr.am",
                    "ig.me",
                    "twitter.com",
                    "x.com",
                    "tiktok.com",
                    "youtube.com",
                    "youtu.be",
                    "linkedin.com",
                    "google.com",
                    "goo.gl",
                    "apple.com",
                    "microsoft.com",
                    "whatsapp.com",
                    "wa.me",
                    "line.me",
                    "kakao.com",
                    "zalo.me",
                    "viber.com",
                    "wechat.com",
                    "qq.com",
                    "discord.gg",
                    "discord.com",
                    "skype.com",
                    "signal.me",
                    "naver.com",
                    "daum.net",
                    "blogspot.com",
                    "wordpress.com",
                    "wikipedia.org",
                    "schema.org");

    public static final Discover DEFAULTS = new Discover(Follow.ALL, 0, 20, 1, PLATFORMS);

    public Discover {
        ignore = List.copyOf(ignore);
        if (sites < 0 || sites > 1000) {
            throw new IllegalArgumentException("sites must be 0 to 1000: " + sites);
        }
        if (pages < 1) {
            throw new IllegalArgumentException("pages must be at least 1: " + pages);
        }
        if (depth < 0 || depth > 12) {
            throw new IllegalArgumentException("depth must be 0 to 12: " + depth);
        }
    }
}
