package lurewatch.crawler.hostile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;

/// Ways to send a crawler into its operator's own network. What they lead to listens, and must
/// never be connected to.
final class Inward {
    /// Names that resolve inwards, wholly or through a translator's address.
    static final Map<String, String> NAMES =
            Map.of(
                    "inside.test", "127.66.0.1",
                    "mapped.test", "::ffff:127.66.0.1",
                    "sixtofour.test", "2002:7f42:1::1",
                    "translated.test", "64:ff9b::7f42:1",
                    "six.test", "::1");

    /// Hosts as a page may write them; `%p` is the port of the listeners.
    private static final List<String> HOSTS =
            List.of(
                    "127.66.0.1:%p",
                    "localhost:%p",
                    "inside.test:%p",
                    "INSIDE.TEST.:%p",
                    "mapped.test:%p",
                    "sixtofour.test:%p",
                    "translated.test:%p",
                    "six.test:%p",
                    "[::1]:%p",
                    "[::ffff:127.66.0.1]:%p",
                    "[::127.66.0.1]:%p",
                    "[::ffff:7f42:1]:%p",
                    "[64:ff9b::7f42:1]:%p",
                    "[2002:7f42:1::]:%p",
                    "[fe80::1%25lo]:%p",
                    "0177.66.0.1:%p",
                    "0x7f.66.0.1:%p",
                    "0x7f420001:%p",
                    "2135031809:%p",
                    "127.4325377:%p",
                    "127.66.1:%p",
                    "0:%p",
                    "0.0.0.0:%p",
                    "127.66.0.1.:%p",
                    "127。66。0。1:%p",
                    "１２７.66.0.1:%p",
                    "127.10.0.1:%p@127.66.0.1:%p",
                    "127.10.0.1%40127.66.0.1:%p",
                    "127.66.0.1:%p#@127.10.0.1",
                    "127.66.0.1:%p\\@127.10.0.1:%p",
                    "127.10.0.1:22",
                    "127.10.0.1:6379",
                    "169.254.169.254",
                    "metadata.google.internal",
                    "10.0.0.1",
                    "192.168.1.1");

    private Inward() {}

    static String at(String host, Request request) {
        return "http://" + host + ":" + port(request);
    }

    private static String port(Request request) {
        return request.host().substring(request.host().lastIndexOf(':') + 1);
    }

    /// Hosts that the site's scope names, so that nothing but the guard stands in the way.
    static List<String> scope() {
        return Stream.concat(
                        NAMES.keySet().stream(),
                        Stream.of("127.66.0.1", "localhost", "169.254.169.254", "10.0.0.1"))
                .toList();
    }

    static List<Behaviour> all() {
        Stream<Behaviour> moves =
                HOSTS.stream()
                        .map(host ->
                                Behaviour.of(
                                        "moved to " + host,
                                        "redirected",
                                        "(to nowhere|out of scope|to http)",
                                        (request, out) ->
                                                HostileServer.redirect(
                                                        out, written(host, request))));
        Stream<Behaviour> pages =
                Stream.of(
                        page("links inwards", "<a href='%s'>x</a>"),
                        page("frames inwards", "<iframe src='%s'></iframe>"),
                        page("refreshes inwards", "<meta http-equiv=refresh content='0;url=%s'>"),
                        page("next page inwards", "<link rel=next href='%s'>"),
                        page(
                                "feeds inwards",
                                "<link rel=alternate type=application/rss+xml href='%s'>"),
                        page("pictures inwards", "<img src='%s' alt='a picture of an office'>"),
                        page(
                                "structured data inwards",
                                "<script type='application/ld+json'>{\"@context\":\"%s\",\"@type\":"
                                        + "\"JobPosting\",\"title\":\"x\",\"url\":\"%s\"}</script>"),
                        Behaviour.of(
                                "base inwards",
                                "captured",
                                "",
                                (request, out) ->
                                        HostileServer.html(
                                                out,
                                                "<base href='"
                                                        + written("inside.test:%p", request)
                                                        + "'><a href=/x>x</a>")));
        return Stream.concat(moves, pages).toList();
    }

    /// A page that says this for every spelling.
    private static Behaviour page(String name, String element) {
        return Behaviour.of(
                name,
                "captured",
                "",
                (request, out) -> {
                    StringBuilder html = new StringBuilder("<title>Jobs</title>");
                    for (String host : HOSTS) {
                        html.append(element.replace("%s", written(host, request)));
                    }
                    HostileServer.html(out, html.toString());
                });
    }

    private static String written(String host, Request request) {
        return "http://" + host.replace("%p", port(request)) + "/inside";
    }
}
