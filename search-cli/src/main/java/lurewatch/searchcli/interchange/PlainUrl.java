package lurewatch.searchcli.interchange;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A web address as RFC 3986 has it, which exchange formats demand: ASCII only, the host in its
/// IDNA form, everything else that may not stand there percent-encoded.
///
/// @param text the whole address
/// @param host in lower case; without brackets where it is an IPv6 address
record PlainUrl(String text, String host) {
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";
    private static final int LONGEST = 8192;

    /// Empty where it is none.
    static Optional<PlainUrl> of(String url) {
        int start = url.indexOf("://");
        if (start <= 0 || url.length() > LONGEST) {
            return Optional.empty();
        }
        String scheme = url.substring(0, start).toLowerCase(Locale.ROOT);
        int end = start + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        return plain(scheme, url.substring(start + 3, end), url.substring(end));
    }

    private static Optional<PlainUrl> plain(String scheme, String authority, String rest) {
        try {
            URI uri = new URI(scheme + "://" + ascii(authority) + encoded(rest));
            return Optional.ofNullable(uri.getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""))
                    .map(host -> new PlainUrl(uri.toASCIIString(), host));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // A page may link to anything; what is no address is handed on as text only.
            return Optional.empty();
        }
    }

    private static String ascii(String authority) {
        int port = authority.lastIndexOf(':');
        boolean hasPort = port >= 0 && authority.indexOf(']', port) < 0;
        String host = hasPort ? authority.substring(0, port) : authority;
        return host.startsWith("[")
                ? authority
                : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED)
                        + (hasPort ? authority.substring(port) : "");
    }

    private static String encoded(String rest) {
        StringBuilder safe = new StringBuilder();
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean stays =
                    (c >= '0' && c <= '9')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= 'a' && c <= 'z')
                            || ALLOWED.indexOf(c) >= 0;
            safe.append(stays ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return loosePercents(loneBrackets(safe.toString()));
    }

    /// A percent sign that begins no escape is one itself.
    private static String loosePercents(String text) {
        return text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    /// Brackets belong to hosts alone; a second `#` to nothing.
    private static String loneBrackets(String text) {
        String clean = text.replace("[", "%5B").replace("]", "%5D");
        int fragment = clean.indexOf('#');
        return fragment < 0
                ? clean
                : clean.substring(0, fragment + 1)
                        + clean.substring(fragment + 1).replace("#", "%23");
    }

    boolean isIpv4() {
        return host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    boolean isIpv6() {
        return host.indexOf(':') >= 0;
    }
}
