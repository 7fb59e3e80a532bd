package lurewatch.crawler.site;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// An http or https URL, normalised so that equal pages have equal text. Parsed once, at the door.
///
/// It reads what browsers read (backslashes, tabs, letter case, dot segments), with these refusals:
/// user information, percent signs in a host, scoped addresses, and numbers for hosts in any other
/// spelling than `127.0.0.1`, because programs disagree about what `0177.1` means.
///
/// @param host in lower case and ASCII, never empty; an IPv6 address without brackets
/// @param port the port that is connected to
/// @param path begins with `/`; with the query, without the fragment
public record WebUrl(String scheme, String host, int port, String path) {
    private static final int MOST_CHARACTERS = 16_384;
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}:");
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern IPV4;

    /// As browsers do: Java's own IDN still makes `ss` of `ß`, which is somebody else's name.
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /// What the WHATWG standard lets pass.
    private static final Set<IDNA.Error> TOLERATED =
            EnumSet.of(
                    IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

    static {
        String octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
        IPV4 = Pattern.compile("(?:" + octet + "\\.){3}" + octet);
    }

    /// The URL so written, or nothing where it is none that we would fetch.
    public static Optional<WebUrl> parse(String written) {
        if (written.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String text = withoutControls(written);
        for (String scheme : List.of("http", "https")) {
            String start = scheme + "://";
            String slashed =
                    text.length() < start.length() ? "" : text.substring(0, start.length());
            if (slashed.replace('\\', '/').equalsIgnoreCase(start)) {
                return afterScheme(scheme, text.substring(start.length()));
            }
        }
        return Optional.empty();
    }

    /// Sixty-four bits that tell this URL from others, the same in every run: FNV-1a, mixed once
    /// more so that the top bits are good.
    public long fingerprint() {
        long hash = 0xcbf29ce484222325L ^ port;
        for (String part : List.of(scheme, host, path)) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L; // stands in none of them
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }

    /// The URL so written if it is plainly one of the same server: as [#parse], only quicker.
    ///
    /// @param origin this URL's [#origin]
    public Optional<WebUrl> parseNear(String written, String origin) {
        int end = origin.length();
        boolean near =
                written.length() > end
                        && written.length() <= MOST_CHARACTERS
                        && written.charAt(end) == '/'
                        && written.startsWith(origin);
        for (int i = end; i < written.length() && near; i++) {
            near = written.charAt(i) > ' '; // of the others some count and some do not
        }
        return !near ? parse(written) : Optional.of(withPath(UrlPath.of(written.substring(end))));
    }

    /// What a reference on this URL's page means, such as a redirect's target; nothing where that
    /// is no URL that we would fetch.
    public Optional<WebUrl> resolve(String reference) {
        String text = withoutOwnScheme(withoutControls(reference).replace('\\', '/'));
        if (SCHEME.matcher(text).lookingAt()) {
            return parse(text);
        }
        if (text.startsWith("//")) { // of any number a browser makes two
            return parse(scheme + "://" + text.replaceFirst("^/+", ""));
        }
        int question = path.indexOf('?');
        String here = question < 0 ? path : path.substring(0, question);
        if (text.startsWith("/")) {
            return parse(origin() + text);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.of(this);
        }
        return text.startsWith("?")
                ? parse(origin() + here + text)
                : parse(origin() + here.substring(0, here.lastIndexOf('/') + 1) + text);
    }

    /// By the URL standard: of `http:/ads` below `http://…` the scheme says nothing, and what is
    /// below another one has a host, however many slashes stand before it.
    private String withoutOwnScheme(String text) {
        int colon = text.indexOf(':') + 1;
        String own = LowerCase.of(text.substring(0, colon));
        if (!own.equals("http:") && !own.equals("https:")) {
            return text;
        }
        String rest = text.substring(colon);
        boolean isBelow = own.equals(scheme + ":") && !rest.startsWith("//");
        return isBelow ? rest : own + "//" + rest.replaceFirst("^/+", "");
    }

    /// Scheme, host and port, as robots.txt is kept by: `https://example.org:8443`.
    public String origin() {
        return scheme + "://" + authority();
    }

    /// Host and, unless it is the scheme's own, port; an IPv6 address in brackets.
    public String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == standardPort(scheme) ? name : name + ":" + port;
    }

    /// The port as the URL writes it; -1 where it is the scheme's own.
    public int writtenPort() {
        return port == standardPort(scheme) ? -1 : port;
    }

    /// The URL of another path on the same server.
    public WebUrl withPath(String other) {
        return new WebUrl(scheme, host, port, other);
    }

    @Override
    public String toString() {
        return origin() + path;
    }

    private static Optional<WebUrl> afterScheme(String scheme, String rest) {
        int end = 0;
        while (end < rest.length() && "/\\?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        Optional<String> host = host(hasPort ? authority.substring(0, colon) : authority);
        int port = hasPort ? port(authority.substring(colon + 1), scheme) : standardPort(scheme);
        if (host.isEmpty() || port < 1) {
            return Optional.empty();
        }
        return Optional.of(new WebUrl(scheme, host.get(), port, UrlPath.of(rest.substring(end))));
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static int port(String digits, String scheme) {
        if (digits.isEmpty()) {
            return standardPort(scheme);
        }
        if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int port = Integer.parseInt(digits);
        return port <= 65_535 ? port : -1;
    }

    private static Optional<String> host(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return ipv6(written.substring(1, written.length() - 1));
        }
        if (written.indexOf('%') >= 0 || written.indexOf('@') >= 0) {
            return Optional.empty();
        }
        return ascii(written)
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .filter(WebUrl::isHostName);
    }

    private static boolean isHostName(String name) {
        boolean sound = !name.isEmpty() && name.length() <= LONGEST_HOST;
        char before = '.';
        for (int i = 0; i < name.length() && sound; i++) {
            char c = name.charAt(i);
            sound = isOfHost(c) && !(c == '.' && before == '.');
            before = c;
        }
        return sound && (!endsInNumber(name) || IPV4.matcher(name).matches());
    }

    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }

    private static boolean endsInNumber(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return !last.isEmpty()
                && Character.isDigit(last.charAt(0))
                && NUMBER.matcher(last).matches();
    }

    private static Optional<String> ascii(String name) {
        if (isShortAscii(name)) {
            return Optional.of(LowerCase.of(name)); // as below, only quicker
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS46.nameToASCII(name, new StringBuilder(), info);
        boolean isName = TOLERATED.containsAll(info.getErrors());
        return isName ? Optional.of(ascii.toString()) : Optional.empty();
    }

    /// Whether the name is ASCII already and too short for a label that is too long.
    private static boolean isShortAscii(String name) {
        return name.length() <= LONGEST_LABEL && name.chars().allMatch(c -> c < 128);
    }

    private static Optional<String> ipv6(String literal) {
        boolean plain =
                literal.indexOf(':') >= 0
                        && literal.chars().allMatch(c -> ".:".indexOf(c) >= 0 || isHex(c));
        if (!plain) {
            return Optional.empty();
        }
        try {
            String address = InetAddress.ofLiteral(literal).getHostAddress();
            // Java writes an IPv4-mapped address as IPv4; keep what the page said.
            return Optional.of(address.indexOf(':') >= 0 ? address : LowerCase.of(literal));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isHex(int c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    /// As the WHATWG standard has it: controls and spaces at the ends go, tabs and line ends
    /// everywhere.
    private static String withoutControls(String written) {
        int start = 0;
        int end = written.length();
        while (start < end && written.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && written.charAt(end - 1) <= ' ') {
            end--;
        }
        StringBuilder kept = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = written.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
