package lurewatch.searchcli.wacz;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An address as an index of captures sorts it (CDXJ 0.1.0, "Searchable URL"): lower case, no
/// protocol, the host's labels backwards. As replay programs make it when they look something up, a
/// leading `www` is left out and the parts of a query are sorted.
final class SortKey {
    private SortKey() {}

    static String of(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        int scheme = lower.indexOf("://");
        if (!lower.startsWith("http") || scheme < 0) {
            return printable(lower);
        }
        String rest = lower.substring(scheme + 3);
        int end = rest.length();
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        String host = rest.substring(0, end).replaceFirst("^www\\d{0,3}\\.", "");
        String path = rest.substring(end).split("#", 2)[0];
        return printable(backwards(host) + ")" + sorted(path.startsWith("/") ? path : "/" + path));
    }

    private static String backwards(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon >= 0 && authority.indexOf(']', colon) < 0;
        String host = hasPort ? authority.substring(0, colon) : authority;
        String port = hasPort ? authority.substring(colon) : "";
        List<String> labels = Arrays.asList(host.split("\\.", -1));
        return String.join(",", labels.reversed()) + port;
    }

    private static String sorted(String path) {
        int question = path.indexOf('?');
        if (question < 0) {
            return path;
        }
        return path.substring(0, question + 1)
                + Arrays.stream(path.substring(question + 1).split("&", -1))
                        .sorted(Comparator.comparing(part -> part.split("=", 2)[0]))
                        .collect(Collectors.joining("&"));
    }

    /// A blank or a line break would end the key.
    private static String printable(String key) {
        return key.codePoints()
                .mapToObj(c ->
                        c <= ' ' || c == 0x7f
                                ? "%" + String.format(Locale.ROOT, "%02x", c)
                                : Character.toString(c))
                .collect(Collectors.joining());
    }
}
