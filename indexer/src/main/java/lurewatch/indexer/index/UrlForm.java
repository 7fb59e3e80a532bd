package lurewatch.indexer.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// A URL in the form in which it is looked up: without scheme, `www.` and closing slash, host in
/// lower case. Text work only; anything at all may be passed in.
public final class UrlForm {
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private UrlForm() {}

    public static String of(String url) {
        String rest = withoutScheme(url.strip());
        int end = hostEnd(rest);
        String host = LowerCase.of(rest.substring(0, end));
        String form = (host.startsWith("www.") ? host.substring(4) : host) + rest.substring(end);
        return form.endsWith("/") ? form.substring(0, form.length() - 1) : form;
    }

    /// The host and each of its parents, longest first: `a.b.example`, `b.example`, `example`.
    static List<String> domainsOf(String url) {
        String rest = withoutScheme(url.strip());
        String host = LowerCase.of(rest.substring(0, hostEnd(rest)));
        int at = host.lastIndexOf('@');
        host = PORT.matcher(host.substring(at + 1)).replaceFirst("");
        List<String> domains = new ArrayList<>();
        while (!host.isEmpty()) {
            domains.add(host);
            int dot = host.indexOf('.');
            host = dot < 0 ? "" : host.substring(dot + 1);
        }
        return domains;
    }

    private static String withoutScheme(String url) {
        int scheme = url.indexOf("://");
        return scheme < 0 ? url : url.substring(scheme + 3);
    }

    private static int hostEnd(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return rest.length();
    }
}
