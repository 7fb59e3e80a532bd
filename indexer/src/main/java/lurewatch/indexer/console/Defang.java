package lurewatch.indexer.console;

/// Makes links harmless to click or paste: `hxxps://jobs[.]example/a`, `hr[@]jobs[.]example`.
public final class Defang {
    private Defang() {}

    /// A URL with a broken scheme and host.
    public static String url(String url) {
        int scheme = url.indexOf("://");
        int hostStart = scheme < 0 ? 0 : scheme + 3;
        int hostEnd = hostStart;
        while (hostEnd < url.length() && "/?#".indexOf(url.charAt(hostEnd)) < 0) {
            hostEnd++;
        }
        String lead = url.substring(0, hostStart).replaceFirst("(?i)^http", "hxxp");
        return lead + host(url.substring(hostStart, hostEnd)) + url.substring(hostEnd);
    }

    /// A mail address that no program takes for one.
    public static String mail(String address) {
        return host(address).replace("@", "[@]");
    }

    private static String host(String host) {
        return host.replace(".", "[.]");
    }
}
