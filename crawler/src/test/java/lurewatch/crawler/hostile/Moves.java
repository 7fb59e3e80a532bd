package lurewatch.crawler.hostile;

import static lurewatch.crawler.hostile.Behaviour.forEver;

import java.util.List;
import lurewatch.crawler.fetch.HostileServer;

/// Redirects.
final class Moves {
    private static final String INWARDS =
            "Location: http://127.66.0.1/\r\nContent-Length: 0\r\n\r\n";

    private Moves() {}

    static List<Behaviour> all() {
        return List.of(
                to("to itself", "to http://", "/"),
                Behaviour.everywhere(
                        "round and round",
                        "redirected",
                        "to http://",
                        (request, out) ->
                                HostileServer.redirect(
                                        out, request.path().equals("/") ? "/b" : "/")),
                Behaviour.everywhere(
                        "to ever new places",
                        "redirected",
                        "to http://",
                        (request, out) -> HostileServer.redirect(out, request.path() + "x/")),
                to("without a place", "to nowhere: no Location", ""),
                to("to a script", "to nowhere: not an address", "javascript:alert(1)"),
                to("to a file", "to nowhere: not an address", "file:///etc/passwd"),
                to("to a jar", "to nowhere: not an address", "jar:file:///a.jar!/b"),
                to("to embedded data", "to nowhere: not an address", "data:text/html,hello"),
                to("to FTP", "to nowhere: not an address", "ftp://example.org/"),
                to("to gopher", "to nowhere: not an address", "gopher://127.66.0.1:6379/_x"),
                to(
                        "to a port beyond ports",
                        "to nowhere: not an address",
                        "http://a.example:99999/"),
                to(
                        "to a place of 10,000 characters",
                        "limit location=8192 observed=",
                        "/" + "x".repeat(10_000)),
                to(
                        "to a place of 5,000 characters",
                        "(out of scope|to http)",
                        "/" + "x".repeat(5_000)),
                to("to another site", "out of scope: http://example.org/", "http://example.org/"),
                to(
                        "to a user's name",
                        "to nowhere: not an address",
                        "http://127.10.0.1@127.66.0.1/"),
                to("with line breaks", "(to|out)", "/a%0d%0aSet-Cookie:x"),
                Behaviour.of(
                        "with an endless body",
                        "redirected",
                        "cut short: length, limit body_wire=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n");
                            forEver(out, "moved ".repeat(1000));
                        }),
                Behaviour.raw(
                        "moved to a place in bare UTF-8",
                        "redirected",
                        "to http://[0-9.:]+/%EA%B5%AC%EC%9D%B8\\?q=%EA%B5%AC",
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /\u00ea\u00b5\u00ac\u00ec\u009d\u00b8?q=\u00ea\u00b5\u00ac\r\n\r\n"),
                Behaviour.raw(
                        "moved to a place in bare EUC-KR",
                        "redirected",
                        "to http://[0-9.:]+/%B1%B8%C0%CE",
                        "HTTP/1.1 302 Found\r\nLocation: /\u00b1\u00b8\u00c0\u00ce\r\nContent-Length: 0\r\n\r\n"),
                Behaviour.raw(
                        "two places",
                        "redirected",
                        "to http://",
                        "HTTP/1.1 302 Found\r\nLocation: /a\r\n" + INWARDS),
                Behaviour.raw(
                        "300 without choice",
                        "redirected",
                        "",
                        "HTTP/1.1 300 Multiple Choices\r\nContent-Length: 0\r\n\r\n"));
    }

    private static Behaviour to(String name, String detail, String place) {
        return Behaviour.of(
                "moved " + name,
                "redirected",
                detail,
                (_, out) ->
                        HostileServer.send(
                                out,
                                "302 Found",
                                place.isEmpty() ? "" : "Location: " + place + "\r\n",
                                new byte[0]));
    }
}
