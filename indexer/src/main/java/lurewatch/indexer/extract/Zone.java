package lurewatch.indexer.extract;

import java.util.Map;
import java.util.Set;
import lurewatch.indexer.LowerCase;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/// What part of a page an element opens, by its tag, role and the words of its class and id.
enum Zone {
    CONTENT,
    /// Navigation, advertising, sharing, related pages: what a reader skips.
    FRAME,
    /// Answers of readers.
    COMMENTS;

    private static final Set<String> FRAME_ROLES =
            Set.of(
                    "navigation",
                    "banner",
                    "contentinfo",
                    "complementary",
                    "search",
                    "menu",
                    "menubar",
                    "dialog",
                    "alert",
                    "toolbar");
    private static final Set<String> FRAME_WORDS =
            Set.of(
                    "nav",
                    "navi",
                    "navbar",
                    "navigation",
                    "menu",
                    "submenu",
                    "sidebar",
                    "aside",
                    "footer",
                    "foot",
                    "breadcrumb",
                    "breadcrumbs",
                    "share",
                    "sharing",
                    "sharedaddy",
                    "social",
                    "related",
                    "recommend",
                    "recommended",
                    "recommendations",
                    "cookie",
                    "cookies",
                    "consent",
                    "gdpr",
                    "advert",
                    "advertisement",
                    "ads",
                    "adsbygoogle",
                    "sponsored",
                    "promo",
                    "newsletter",
                    "subscribe",
                    "subscription",
                    "widget",
                    "pagination",
                    "pager",
                    "paging",
                    "login",
                    "signin",
                    "signup",
                    "modal",
                    "popup",
                    "overlay",
                    "tags",
                    "taglist",
                    "tagcloud",
                    "toolbar",
                    "skip",
                    "masthead",
                    "copyright",
                    "gnb",
                    "lnb",
                    "snb",
                    "quickmenu",
                    "topbar",
                    "teaser",
                    "teasers",
                    "byline",
                    "postmeta",
                    "jp",
                    "outbrain",
                    "taboola",
                    "trending",
                    "popular",
                    "authorbox",
                    "bio",
                    "print",
                    "rating",
                    "carousel",
                    "imprint");
    private static final Set<String> COMMENT_WORDS =
            Set.of(
                    "comments",
                    "comment",
                    "commentlist",
                    "disqus",
                    "respond",
                    "replies",
                    "cmt",
                    "commentarea",
                    "kommentare",
                    "kommentar");

    /// Words that turn the next one into a mere remark on layout: `has-sidebar`, `no-footer`.
    private static final Set<String> ABOUT = Set.of("has", "no", "with", "without", "is", "hide");

    /// @param attributes with names in lower case, as the parser writes them
    /// @param known what classes were found to suggest before, for this to consult and to fill
    static Zone of(String tag, Attributes attributes, Map<String, Zone> known) {
        if (isFrameTag(tag)) {
            return FRAME;
        }
        if (attributes.isEmpty() || isWhole(tag)) {
            return CONTENT;
        }
        String role = attributes.get("role");
        if (!role.isEmpty() && FRAME_ROLES.contains(role)) {
            return FRAME;
        }
        Zone byClass = known.computeIfAbsent(attributes.get("class"), Zone::named);
        return byClass == CONTENT ? ofId(attributes.get("id"), known) : byClass;
    }

    /// Ids are often numbered: what follows the last letter tells nothing.
    private static Zone ofId(String id, Map<String, Zone> known) {
        int end = id.length();
        while (end > 0 && !isLetter(id.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? CONTENT : known.computeIfAbsent(id.substring(0, end), Zone::named);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /// Whether the tag itself says that this is frame.
    static boolean isFrameTag(Element element) {
        return isFrameTag(element.normalName());
    }

    private static boolean isFrameTag(String tag) {
        return switch (tag) {
            case "nav", "footer", "aside", "button", "menu" -> true;
            default -> false;
        };
    }

    private static boolean isWhole(String tag) {
        return switch (tag) {
            case "html", "body", "main", "article", "a", "p", "pre", "table", "tbody" -> true;
            default -> false;
        };
    }

    /// The zone that a class or id suggests, by its last telling word.
    static Zone named(String names) {
        Zone zone = CONTENT;
        boolean about = false;
        int start = -1;
        for (int i = 0; i <= names.length(); i++) {
            char c = i < names.length() ? names.charAt(i) : ' ';
            boolean upper = c >= 'A' && c <= 'Z';
            boolean letter = isLetter(c);
            boolean camel = upper && i > 0 && Character.isLowerCase(names.charAt(i - 1));
            if (start >= 0 && (!letter || camel)) {
                String word = LowerCase.of(names.substring(start, i));
                if (!about && COMMENT_WORDS.contains(word)) {
                    return COMMENTS;
                }
                if (!about && FRAME_WORDS.contains(word)) {
                    zone = FRAME;
                }
                about = ABOUT.contains(word);
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
        }
        return zone;
    }
}
