package lurewatch.indexer.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How a payload is to be parsed.
enum PageKind {
    HTML,
    XML,
    JSON,
    MAIL,
    TABLE,
    OTHER;

    private static final int SNIFFED = 1024;
    private static final Set<String> UNKNOWN =
            Set.of("unknown/unknown", "application/unknown", "*/*");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+/[a-z0-9!#$%&'*+.^_`|~-]+");

    /// By the server's word; where that says *text* or nothing, by the first bytes.
    static PageKind of(String contentType, byte[] payload) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "message/rfc822" -> MAIL;
            case "text/csv" -> contentType.contains("header=present") ? TABLE : HTML;
            case "text/html", "application/xhtml+xml" -> isFeed(start(payload)) ? XML : HTML;
            case "", "text/plain", "application/octet-stream", "text/xml", "application/xml" ->
                    sniffed(start(payload), type);
            default -> saysNothing(type) ? sniffed(start(payload), type) : named(type);
        };
    }

    /// By the MIME sniffing standard: what is no media type, and those that mean *unknown*.
    private static boolean saysNothing(String type) {
        return UNKNOWN.contains(type) || !MEDIA_TYPE.matcher(type).matches();
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
                || SitemapReader.isSitemap(start);
    }

    private static String start(byte[] payload) {
        int length = Math.min(payload.length, SNIFFED);
        return new String(payload, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
