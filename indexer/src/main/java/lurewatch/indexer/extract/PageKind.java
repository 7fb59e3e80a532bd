package lurewatch.indexer.extract;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// How a payload is to be parsed.
enum PageKind {
    HTML,
    XML,
    JSON,
    MAIL,
    MHTML,
    TABLE,
    CHAT,
    OTHER;

    private static final int SNIFFED = 1024;
    private static final Set<String> UNKNOWN =
            Set.of("unknown/unknown", "application/unknown", "*/*");

    /// The byte order mark of UTF-8, byte by byte.
    private static final String MARK = "ï»¿";

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+/[a-z0-9!#$%&'*+.^_`|~-]+");

    /// What begins an HTML page by the MIME sniffing standard, but for its comments: those are of
    /// XML, too, and of many a script.
    private static final Pattern PAGE =
            Pattern.compile(
                    "<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[ >].*",
                    Pattern.DOTALL);

    /// What people are shown as something else, whatever it holds.
    private static final Pattern SHOWN_OTHERWISE =
            Pattern.compile("(?:image|audio|video|font|model)/.*");

    /// By the server's word; where that says *text* or nothing, by the first bytes. Where they are
    /// plainly those of a page and the word says data, or what a browser would offer to save, by
    /// the bytes as well: nothing of it is run here, and people get to read it.
    static PageKind of(String contentType, byte[] payload) {
        int end = contentType.indexOf(';');
        String type = LowerCase.of((end < 0 ? contentType : contentType.substring(0, end)).strip());
        return switch (type) {
            case "message/rfc822" -> MAIL;
            case Mhtml.MEDIA_TYPE, "application/x-mimearchive" -> MHTML;
            case "text/plain" -> isChat(contentType) ? CHAT : sniffed(start(payload), type);
            case "text/csv" -> contentType.contains("header=present") ? TABLE : HTML;
            case "image/svg+xml" -> HTML; // its words are read as those of a drawing in a page
            case "text/html", "application/xhtml+xml" -> isFeed(start(payload)) ? XML : HTML;
            case "", "application/octet-stream", "text/xml", "application/xml" ->
                    sniffed(start(payload), type);
            default ->
                    saysNothing(type) || isMistaken(named(type), type, start(payload))
                            ? sniffed(start(payload), type)
                            : named(type);
        };
    }

    private static boolean isChat(String contentType) {
        return ContentType.parameter(contentType, "profile").equals("chat-message");
    }

    /// By the MIME sniffing standard: what is no media type, and those that mean *unknown*.
    private static boolean saysNothing(String type) {
        return UNKNOWN.contains(type) || !MEDIA_TYPE.matcher(type).matches();
    }

    private static boolean isMistaken(PageKind named, String type, String start) {
        String first = start.startsWith(MARK) ? start.substring(MARK.length()) : start;
        return switch (named) {
            case JSON -> first.stripLeading().startsWith("<"); // no JSON begins so
            case OTHER ->
                    !SHOWN_OTHERWISE.matcher(type).matches()
                            && PAGE.matcher(first.stripLeading()).matches();
            case HTML, XML, MAIL, MHTML, TABLE, CHAT -> false;
        };
    }

    private static PageKind named(String type) {
        if (type.endsWith("json")) {
            return JSON;
        }
        if (type.endsWith("xml")) {
            return type.startsWith("image/") ? OTHER : XML;
        }
        return type.startsWith("text/") ? HTML : OTHER;
    }

    private static PageKind sniffed(String start, String type) {
        if (isFeed(start)) {
            return XML;
        }
        if (start.startsWith("{") && start.contains("jsonfeed.org/version/")) {
            return JSON;
        }
        if (start.contains("<html") || start.contains("<!doctype html")) {
            return HTML;
        }
        if (type.endsWith("xml")) {
            return XML;
        }
        return isBinary(start) ? OTHER : HTML;
    }

    /// What no text has: the control characters by which the MIME sniffing standard tells binary
    /// data. UTF-16 has zeros, but also a mark.
    private static boolean isBinary(String start) {
        if (start.startsWith("þÿ") || start.startsWith("ÿþ")) {
            return false;
        }
        return start.chars().anyMatch(c -> c < 9 || c == 0xB || (c > 0xD && c < 0x1B));
    }

    private static boolean isFeed(String start) {
        return start.contains("<rss")
                || start.contains("<feed")
                || start.contains("<rdf:rdf")
                || (mayBeSitemap(start) && SitemapReader.isSitemap(start));
    }

    private static boolean mayBeSitemap(String start) {
        return start.contains("urlset") || start.contains("sitemapindex");
    }

    private static String start(byte[] payload) {
        int length = Math.min(payload.length, SNIFFED);
        return LowerCase.of(new String(payload, 0, length, StandardCharsets.ISO_8859_1));
    }
}
