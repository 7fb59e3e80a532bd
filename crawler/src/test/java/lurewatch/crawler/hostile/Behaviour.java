package lurewatch.crawler.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Handler;

/// One way in which a server can be hostile, and how a crawl of its first page must end.
///
/// @param name unique; what a failing test says
/// @param handler of every request to this server, that for robots.txt included
/// @param outcome the final one of the fetch log, for the page `/`
/// @param detail a pattern that must be found in the log's detail: the limit and what was observed;
///   empty where there is nothing to say
record Behaviour(String name, Handler handler, String outcome, String detail) {

    /// A server that does this on its first page and has no other, robots.txt included.
    static Behaviour of(String name, String outcome, String detail, Handler page) {
        return everywhere(
                name,
                outcome,
                detail,
                (request, out) -> {
                    if (request.path().equals("/")) {
                        page.answer(request, out);
                    } else {
                        HostileServer.notFound(out);
                    }
                });
    }

    /// A server without robots.txt that does this on every page.
    static Behaviour everywhere(String name, String outcome, String detail, Handler page) {
        Handler handler =
                (request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        HostileServer.notFound(out);
                    } else {
                        page.answer(request, out);
                    }
                };
        return new Behaviour(name, handler, outcome, detail);
    }

    /// A server that answers with these characters, one byte each, and hangs up.
    static Behaviour raw(String name, String outcome, String detail, String answer) {
        return of(
                name,
                outcome,
                detail,
                (_, out) -> {
                    HostileServer.raw(out, answer);
                    throw new HangUp();
                });
    }

    /// A server that answers with a page of this media type.
    static Behaviour page(String name, String outcome, String detail, String type, byte[] body) {
        return of(
                name,
                outcome,
                detail,
                (_, out) ->
                        HostileServer.send(out, "200 OK", "Content-Type: " + type + "\r\n", body));
    }

    static Behaviour html(String name, String outcome, String detail, String body) {
        return page(
                name,
                outcome,
                detail,
                "text/html; charset=utf-8",
                body.getBytes(StandardCharsets.UTF_8));
    }

    /// A server whose robots.txt does this, and whose page is harmless.
    static Behaviour robots(String name, String outcome, String detail, Handler robots) {
        Handler handler =
                (request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        robots.answer(request, out);
                    } else {
                        HostileServer.html(out, "<title>Jobs</title>harmless");
                    }
                };
        return new Behaviour(name, handler, outcome, detail);
    }

    /// Writes a text again and again until nobody listens any more.
    static void forEver(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(bytes);
        }
    }

    /// The server closes the connection.
    static final class HangUp extends IOException {
        private static final long serialVersionUID = 1L;

        HangUp() {
            super("hang up");
        }
    }
}
