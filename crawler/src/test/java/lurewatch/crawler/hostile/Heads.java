package lurewatch.crawler.hostile;

import static lurewatch.crawler.hostile.Behaviour.forEver;

import java.time.Duration;
import java.util.List;
import lurewatch.crawler.fetch.HostileServer;

/// Status lines and headers.
final class Heads {
    private static final Duration OFTEN = Duration.ofMillis(50);

    private Heads() {}

    static List<Behaviour> all(Pauses pauses) {
        return List.of(
                // Slow
                Behaviour.of(
                        "silence",
                        "troubled",
                        "limit (first_byte|total)=\\d+ms observed=\\d+ms",
                        (_, _) -> pauses.hang()),
                Behaviour.of(
                        "dripping headers",
                        "troubled",
                        "limit (first_byte|total)=\\d+ms observed=\\d+ms",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
                            pauses.drip(out, "a", OFTEN);
                        }),
                Behaviour.of(
                        "dripping status line",
                        "troubled",
                        "limit (first_byte|total)=\\d+ms observed=\\d+ms",
                        (_, out) -> pauses.drip(out, "H", OFTEN)),
                Behaviour.of(
                        "dripping interim answers",
                        "(troubled|failed)",
                        "limit (first_byte|total|interim_responses)=",
                        (_, out) -> pauses.drip(out, "HTTP/1.1 102 Processing\r\n\r\n", OFTEN)),
                // Too much
                Behaviour.of(
                        "endless headers",
                        "failed",
                        "limit (headers|header_count)=\\d+ observed=\\d+",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\n");
                            forEver(out, "X-Filler: " + "b".repeat(1000) + "\r\n");
                        }),
                Behaviour.of(
                        "endless small headers",
                        "failed",
                        "limit header_count=256 observed=257",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\n");
                            forEver(out, "X: y\r\n");
                        }),
                Behaviour.raw(
                        "257 headers",
                        "failed",
                        "limit header_count=256 observed=257",
                        "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(257) + "\r\nbody"),
                Behaviour.raw(
                        "256 headers",
                        "captured",
                        "",
                        "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(256) + "\r\nbody"),
                Behaviour.of(
                        "one endless header",
                        "failed",
                        "limit headers=65536 observed=\\d+",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\nX: ");
                            forEver(out, "z".repeat(4096));
                        }),
                Behaviour.of(
                        "endless header name",
                        "failed",
                        "limit headers=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\n");
                            forEver(out, "X".repeat(4096));
                        }),
                Behaviour.of(
                        "endless folded header",
                        "failed",
                        "limit (headers|header_count)=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\nX: a\r\n");
                            forEver(out, " more\r\n");
                        }),
                Behaviour.of(
                        "endless reason",
                        "failed",
                        "limit headers=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 ");
                            forEver(out, "very ".repeat(1000));
                        }),
                Behaviour.of(
                        "flood of early hints",
                        "failed",
                        "limit interim_responses=8 observed=9",
                        (_, out) -> forEver(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")),
                Behaviour.of(
                        "flood of continues",
                        "failed",
                        "limit interim_responses=8 observed=9",
                        (_, out) -> forEver(out, "HTTP/1.1 100 Continue\r\n\r\n")),
                Behaviour.raw(
                        "a few early hints",
                        "captured",
                        "",
                        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(3)
                                + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
                Behaviour.raw(
                        "flood of cookies",
                        "captured",
                        "",
                        "HTTP/1.1 200 OK\r\n"
                                + "Set-Cookie: session=aaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(250)
                                + "Content-Length: 2\r\n\r\nok"),
                // Nonsense
                Behaviour.raw(
                        "status 999",
                        "troubled",
                        "limit status=100 to 599 observed=999",
                        "HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n"),
                Behaviour.raw(
                        "status 000",
                        "failed",
                        "BAD_PROTOCOL",
                        "HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n"),
                Behaviour.raw(
                        "status 42",
                        "(troubled|failed)",
                        "BAD_",
                        "HTTP/1.1 42 Small\r\nContent-Length: 0\r\n\r\n"),
                Behaviour.raw(
                        "status 99999",
                        "(troubled|failed)",
                        "BAD_",
                        "HTTP/1.1 99999 Large\r\nContent-Length: 0\r\n\r\n"),
                Behaviour.raw(
                        "status -200", "(troubled|failed)", "BAD_", "HTTP/1.1 -200 OK\r\n\r\nx"),
                Behaviour.raw("no status", "failed", "BAD_PROTOCOL", "HTTP/1.1\r\n\r\n"),
                Behaviour.raw(
                        "protocol in small letters",
                        "captured",
                        "",
                        "http/1.1 200 ok\r\nContent-Length: 2\r\n\r\nok"),
                Behaviour.raw("HTTP/9.9", "failed", "BAD_PROTOCOL", "HTTP/9.9 200 OK\r\n\r\nx"),
                Behaviour.raw("HTTP/0.9", "failed", "BAD_PROTOCOL", "<html>a page of 1991</html>"),
                Behaviour.raw(
                        "no HTTP", "failed", "BAD_PROTOCOL", "this is no HTTP at all\r\n\r\n"),
                Behaviour.raw("SSH", "failed", "BAD_PROTOCOL", "SSH-2.0-OpenSSH_9.9\r\n"),
                Behaviour.raw("FTP", "failed", "BAD_PROTOCOL", "220 ready\r\n"),
                Behaviour.raw(
                        "TLS alert", "failed", "(RESET|BAD)", "\u0015\u0003\u0003\0\u0002\u0002("),
                Behaviour.raw("zeros", "failed", "(RESET|BAD)", "\0".repeat(4096)),
                Behaviour.raw("empty lines", "failed", "(RESET|BAD)", "\r\n".repeat(50_000)),
                Behaviour.raw("nothing", "failed", "RESET", ""),
                Behaviour.raw("half a head", "failed", "RESET", "HTTP/1.1 200 OK\r\nX: y"),
                Behaviour.raw(
                        "a head without an end", "failed", "RESET", "HTTP/1.1 200 OK\r\nX: y\r\n"),
                Behaviour.raw(
                        "half a redirect",
                        "failed",
                        "RESET",
                        "HTTP/1.1 302 Found\r\nLocation: /secret-pa"),
                Behaviour.of(
                        "reset at once",
                        "failed",
                        "RESET",
                        (request, _) -> {
                            request.socket().setSoLinger(true, 0);
                            request.socket().close();
                        }),
                Behaviour.raw(
                        "header without colon",
                        "captured",
                        "",
                        "HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 2\r\n\r\nok"),
                Behaviour.raw(
                        "header without name",
                        "captured",
                        "",
                        "HTTP/1.1 200 OK\r\n: nameless\r\n :folded\r\nContent-Length: 2\r\n\r\nok"),
                Behaviour.raw(
                        "blanks before the colon",
                        "captured",
                        "",
                        "HTTP/1.1 200 OK\r\nX-Odd \t : y\r\nContent-Length : 2\r\n\r\nok"),
                Behaviour.of(
                        "endless lines without colon",
                        "failed",
                        "limit (headers|header_count)=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\n");
                            forEver(out, "no colon here\r\n");
                        }),
                Behaviour.raw(
                        "controls in a header",
                        "captured",
                        "",
                        "HTTP/1.1 200 OK\r\nX-Odd: \u001b]52;c;AAAA\u0007 \0 \u0085\r\n"
                                + "Content-Length: 2\r\n\r\nok"),
                Behaviour.raw(
                        "bare carriage return",
                        "captured",
                        "",
                        "HTTP/1.1 200 OK\r\nX-Odd: a\rSet-Cookie: b\r\nContent-Length: 2\r\n\r\nok"),
                Behaviour.raw(
                        "controls in the reason",
                        "captured",
                        "",
                        "HTTP/1.1 200 \u001b[2J\u0007\r\nContent-Length: 2\r\n\r\nok"),
                Behaviour.of(
                        "redirect that never ends",
                        "redirected",
                        "to http://.*/b; cut short: time, limit (first_byte|total)=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\nx");
                            pauses.hang();
                        }),
                Behaviour.of(
                        "not found without an end",
                        "missing",
                        "cut short: time, limit (first_byte|total)=",
                        (_, out) -> {
                            HostileServer.raw(
                                    out,
                                    "HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n");
                            pauses.hang();
                        }),
                Behaviour.everywhere(
                        "an answer that nobody asked for, after each",
                        "captured",
                        "",
                        (_, out) -> {
                            HostileServer.html(out, "<title>Jobs</title><a href=/b>b</a>");
                            HostileServer.html(out, "<title>Unasked</title>");
                        }),
                Behaviour.raw(
                        "no such status before the answer",
                        "captured",
                        "",
                        "HTTP/1.1 199 Odd\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
                Behaviour.raw(
                        "switching protocols",
                        "(failed|troubled)",
                        "",
                        "HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\nxyz"));
    }
}
