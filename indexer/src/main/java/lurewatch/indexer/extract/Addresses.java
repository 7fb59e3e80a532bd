package lurewatch.indexer.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lurewatch.indexer.LowerCase;

/// Makes the references of one page absolute, as a browser would, in time linear in their length.
///
/// The base is cut before anything is joined to it: twenty thousand links below a base of 200 KB
/// would otherwise make gigabytes of URLs.
final class Addresses {
    /// Longer URLs are of no use to anybody but an attacker.
    static final int LONGEST = 2048;

    private static final String HEX = "0123456789ABCDEF";

    private final String page;
    private final Charset queryCharset;
    private String scheme;
    private String origin;
    private String path;
    private int longestRefused;

    /// A link is asked for twice: as one to follow and as one to keep.
    private String lastHref = "";

    private Optional<String> lastCrawlable = Optional.empty();

    /// @param page absolute; where it is not http or https, only absolute references resolve
    /// @param queryCharset what a browser would write a query in: the page's encoding
    Addresses(String page, Charset queryCharset) {
        this.page = page;
        this.queryCharset = queryCharset;
        this.scheme = "";
        this.origin = "";
        this.path = "/";
        rebase(page);
    }

    /// Obeys a `base` element; one that is too long or not http is ignored.
    void base(String href) {
        if (fits(href)) {
            crawlable(href).ifPresent(this::rebase);
        }
    }

    String page() {
        return page;
    }

    /// The length of the longest address that was refused for it; 0 where none was.
    int longestRefused() {
        return longestRefused;
    }

    private boolean fits(String address) {
        if (address.length() <= LONGEST) {
            return true;
        }
        longestRefused = Math.max(longestRefused, address.length());
        return false;
    }

    /// The host of the page in lower case; empty where it has none.
    String host() {
        return hostOf(page);
    }

    private void rebase(String url) {
        int slashes = url.indexOf("://");
        if (slashes < 0 || !isHttp(url.substring(0, slashes)) || url.length() > LONGEST) {
            return;
        }
        lastHref = "";
        lastCrawlable = Optional.empty();
        int authority = slashes + 3;
        int pathStart = firstOf(url, authority, "/?#");
        int pathEnd = firstOf(url, pathStart, "?#");
        scheme = LowerCase.of(url.substring(0, slashes));
        origin = scheme + url.substring(slashes, pathStart);
        path = pathStart == pathEnd ? "/" : url.substring(pathStart, pathEnd);
    }

    /// The absolute http or https URL that a reference leads to, without fragment and session id;
    /// empty for other schemes, for a mere fragment, and for one that is too long.
    Optional<String> crawlable(String href) {
        if (!href.equals(lastHref)) {
            lastCrawlable = resolved(href);
            lastHref = href;
        }
        return lastCrawlable;
    }

    private Optional<String> resolved(String href) {
        String reference = cleaned(href);
        if (reference.isEmpty() || reference.charAt(0) == '#') {
            return Optional.empty();
        }
        String own = schemeOf(reference);
        if ((!own.isEmpty() && !isHttp(own)) || !fits(reference)) {
            return Optional.empty();
        }
        if (own.equalsIgnoreCase(scheme) && !hasHost(reference, own.length() + 1)) {
            reference = reference.substring(own.length() + 1); // by the URL standard
            own = "";
        }
        if (own.isEmpty() && origin.isEmpty()) {
            return Optional.empty();
        }
        int fragment = reference.indexOf('#');
        String whole = fragment < 0 ? reference : reference.substring(0, fragment);
        String absolute = SessionIds.without(absolute(whole, own));
        return fits(absolute) ? Optional.of(absolute) : Optional.empty();
    }

    /// Where a link leads, for the record: a reference with a scheme exactly as it stands, any
    /// other made absolute. Empty for scripts, embedded data and mere fragments.
    Optional<String> target(String href) {
        String reference = href.strip();
        if (reference.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (LowerCase.of(schemeOf(reference))) {
            case "" -> crawlable(reference);
            case "javascript", "data", "vbscript", "about", "blob", "file" -> Optional.empty();
            default -> Optional.of(reference);
        };
    }

    private String absolute(String reference, String own) {
        if (!own.isEmpty()) {
            return LowerCase.of(own) + "://" + escaped(afterSlashes(reference, own.length() + 1));
        }
        char first = reference.isEmpty() ? ' ' : slash(reference.charAt(0));
        if (first == '/' && reference.length() > 1 && slash(reference.charAt(1)) == '/') {
            return scheme + "://" + escaped(afterSlashes(reference, 2));
        }
        String below =
                switch (first) {
                    case '/' -> reference;
                    case '?', ' ' -> path + reference;
                    default -> path.substring(0, path.lastIndexOf('/') + 1) + reference;
                };
        return origin + withoutDots(escaped(below));
    }

    private static boolean hasHost(String reference, int from) {
        return reference.length() >= from + 2
                && slash(reference.charAt(from)) == '/'
                && slash(reference.charAt(from + 1)) == '/';
    }

    private static String afterSlashes(String reference, int from) {
        int i = from;
        while (i < reference.length() && slash(reference.charAt(i)) == '/') {
            i++;
        }
        return reference.substring(i);
    }

    /// Back-slashes are slashes before the query; what is not ASCII, and spaces, are
    /// percent-encoded: in UTF-8 in the path, in the page's encoding in the query. A host is left
    /// to its own rules.
    private String escaped(String reference) {
        boolean plain = true;
        for (int i = 0; i < reference.length() && plain; i++) {
            char c = reference.charAt(i);
            plain = c > 0x20 && c < 0x7F && c != '\\' && c != '"' && c != '<' && c != '>';
        }
        if (plain) {
            return reference;
        }
        int query = firstOf(reference, 0, "?");
        int host =
                reference.startsWith("/") || reference.isEmpty()
                        ? 0
                        : firstOf(reference, 0, "/\\?");
        StringBuilder out = new StringBuilder(reference.length() + 32);
        out.append(reference, 0, host);
        escape(reference.substring(host, query).replace('\\', '/'), StandardCharsets.UTF_8, out);
        escape(reference.substring(query), queryCharset, out);
        return out.toString();
    }

    private static void escape(String text, Charset charset, StringBuilder out) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point > 0x20 && point < 0x7F && point != '"' && point != '<' && point != '>') {
                out.append((char) point);
            } else {
                for (byte b : text.substring(i, next).getBytes(charset)) {
                    out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
                }
            }
            i = next;
        }
    }

    /// Removes `.` and `..` segments of a path, which may have a query.
    private static String withoutDots(String reference) {
        if (!reference.contains("/.")) {
            return reference;
        }
        int query = firstOf(reference, 0, "?");
        StringBuilder out = new StringBuilder(reference.length());
        int from = 0;
        while (from < query) {
            int end = reference.indexOf('/', from + 1);
            end = end < 0 || end > query ? query : end;
            String segment = reference.substring(from, end);
            if (segment.equals("/..")) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            } else if (!segment.equals("/.")) {
                out.append(segment);
            }
            if (end == query && (segment.equals("/..") || segment.equals("/."))) {
                out.append('/');
            }
            from = end;
        }
        return out.append(reference, query, reference.length()).toString();
    }

    /// Without blanks at its ends and line breaks inside.
    private static String cleaned(String href) {
        String stripped = href.strip();
        if (stripped.indexOf('\n') < 0
                && stripped.indexOf('\t') < 0
                && stripped.indexOf('\r') < 0) {
            return stripped;
        }
        return stripped.replace("\n", "").replace("\t", "").replace("\r", "");
    }

    static String schemeOf(String reference) {
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c == ':') {
                return reference.substring(0, i);
            }
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            boolean inside = i > 0 && ((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
            if (!letter && !inside) {
                return "";
            }
        }
        return "";
    }

    /// The host of an absolute URL, in lower case, without port and user; empty where there is
    /// none.
    static String hostOf(String url) {
        int slashes = url.indexOf("://");
        if (slashes < 0) {
            return "";
        }
        int end = firstOf(url, slashes + 3, "/?#\\");
        String authority = url.substring(slashes + 3, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        return LowerCase.of(port > host.lastIndexOf(']') ? host.substring(0, port) : host);
    }

    static boolean isHttp(String scheme) {
        return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    private static char slash(char c) {
        return c == '\\' ? '/' : c;
    }

    private static int firstOf(String text, int from, String stops) {
        for (int i = from; i < text.length(); i++) {
            if (stops.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
