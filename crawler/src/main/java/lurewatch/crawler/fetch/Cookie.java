package lurewatch.crawler.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.LowerCase;

/// What a server asks to be told again, as RFC 6265 reads it; never kept longer than one visit.
///
/// @param host that set it, or the domain that it named and may name
/// @param path that a request's path must lie under
record Cookie(
        String name, String value, String host, boolean isHostOnly, String path, boolean isSecure) {
    private static final int MOST_CHARACTERS = 4_096;
    private static final Pattern NUMBERS_HOST = Pattern.compile("[0-9.]+|.*:.*");

    /// What a `Set-Cookie` of an answer says.
    ///
    /// @param isOver whether it says that the cookie is to be forgotten
    record Said(Cookie cookie, boolean isOver) {}

    /// Reads a `Set-Cookie`; empty where browsers would pass it over.
    static Optional<Said> read(String written, WebUrl from, Instant now) {
        String[] parts = written.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals < 0 || written.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            return Optional.empty();
        }
        String name = parts[0].substring(0, equals).strip();
        String value = parts[0].substring(equals + 1).strip();
        if (name.isEmpty() || name.length() + value.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Map<String, String> attributes = attributes(parts);
        String domain = LowerCase.of(attributes.getOrDefault("domain", ""));
        Optional<String> host = host(domain.startsWith(".") ? domain.substring(1) : domain, from);
        String path = attributes.getOrDefault("path", "");
        Cookie cookie =
                new Cookie(
                        name,
                        value,
                        host.orElse(""),
                        domain.isEmpty() || host.filter(from.host()::equals).isPresent(),
                        path.startsWith("/") ? path : folder(from),
                        attributes.containsKey("secure"));
        boolean mayBe = host.isPresent() && cookie.mayComeFrom(from, attributes);
        return mayBe
                ? Optional.of(new Said(cookie, CookieAge.isOver(attributes, now)))
                : Optional.empty();
    }

    private static Map<String, String> attributes(String[] parts) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            String value = pair.length == 2 ? pair[1].strip() : "";
            attributes.put(LowerCase.of(pair[0].strip()), value);
        }
        return attributes;
    }

    /// Whose cookie it is: never all of `.com`'s, nor another's.
    private static Optional<String> host(String domain, WebUrl from) {
        if (domain.isEmpty() || domain.equals(from.host())) {
            return Optional.of(from.host());
        }
        boolean isAbove = from.host().endsWith("." + domain) && !isNumber(from.host());
        return isAbove && !isAnybodys(domain) ? Optional.of(domain) : Optional.empty();
    }

    /// Whether names right below it are given to anybody.
    private static boolean isAnybodys(String domain) {
        String below = "x." + domain;
        if (EffectiveTldFinder.getEffectiveTLD(below, false) == null) {
            return domain.indexOf('.') < 0; // a name at the top that nobody has listed
        }
        return below.equals(EffectiveTldFinder.getAssignedDomain(below, false, false));
    }

    private static boolean isNumber(String host) {
        return NUMBERS_HOST.matcher(host).matches();
    }

    private boolean mayComeFrom(WebUrl from, Map<String, String> attributes) {
        boolean isSafe = isSecure && from.scheme().equals("https");
        String start = LowerCase.of(name);
        if (start.startsWith("__host-")) {
            boolean isBound = attributes.getOrDefault("domain", "").isEmpty();
            return isSafe && isBound && attributes.getOrDefault("path", "").equals("/");
        }
        return isSafe || (!isSecure && !start.startsWith("__secure-"));
    }

    private static String folder(WebUrl url) {
        String path = path(url);
        int end = path.lastIndexOf('/');
        return end <= 0 ? "/" : path.substring(0, end);
    }

    private static String path(WebUrl url) {
        int question = url.path().indexOf('?');
        return question < 0 ? url.path() : url.path().substring(0, question);
    }

    /// Whether it is told to this address.
    boolean isFor(WebUrl url) {
        boolean isHost =
                url.host().equals(host) || (!isHostOnly && url.host().endsWith("." + host));
        String asked = path(url);
        boolean isUnder =
                asked.equals(path)
                        || (asked.startsWith(path)
                                && (path.endsWith("/") || asked.charAt(path.length()) == '/'));
        return isHost && isUnder && (!isSecure || url.scheme().equals("https"));
    }

    /// Whether it takes the other's place.
    boolean replaces(Cookie other) {
        return name.equals(other.name)
                && host.equals(other.host)
                && isHostOnly == other.isHostOnly
                && path.equals(other.path);
    }

    int length() {
        return name.length() + value.length();
    }
}
