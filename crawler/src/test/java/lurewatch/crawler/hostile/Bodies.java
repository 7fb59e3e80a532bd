package lurewatch.crawler.hostile;

import static lurewatch.crawler.hostile.Behaviour.forEver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import lurewatch.crawler.fetch.HostileServer;

/// Lengths, chunks and what comes after them.
final class Bodies {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private Bodies() {}

    static List<Behaviour> all(Pauses pauses) {
        return List.of(
                Behaviour.of(
                        "endless body",
                        "captured",
                        "cut short: length, limit body_wire=\\d+ observed=\\d+",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "\r\n");
                            forEver(out, "<p>more and more</p>".repeat(200));
                        }),
                Behaviour.of(
                        "endless chunks",
                        "captured",
                        "cut short: length, limit body_wire=\\d+ observed=\\d+",
                        (_, out) -> {
                            HostileServer.raw(out, CHUNKED);
                            forEver(out, "1000\r\n" + "x".repeat(4096) + "\r\n");
                        }),
                Behaviour.of(
                        "promises gigabytes",
                        "captured",
                        "cut short: length, limit body_wire=",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "Content-Length: 5000000000\r\n\r\n");
                            forEver(out, "y".repeat(8192));
                        }),
                Behaviour.of(
                        "one-byte chunks with long extensions",
                        "captured",
                        "cut short: length, limit body_wire=\\d+ observed=\\d+",
                        (_, out) -> {
                            HostileServer.raw(out, CHUNKED);
                            forEver(out, "1;ext=" + "e".repeat(16_000) + "\r\nx\r\n");
                        }),
                Behaviour.of(
                        "one endless chunk extension",
                        "captured",
                        "cut short: length, limit headers=65536 observed=65537",
                        (_, out) -> {
                            HostileServer.raw(out, CHUNKED + "1;ext=");
                            forEver(out, "e".repeat(4096));
                        }),
                Behaviour.of(
                        "flood of trailers",
                        "captured",
                        "cut short: length, limit header_count=256 observed=257",
                        (_, out) -> {
                            HostileServer.raw(out, CHUNKED + "5\r\nhello\r\n0\r\n");
                            forEver(out, "X-Trailer: t\r\n");
                        }),
                Behaviour.of(
                        "one endless trailer",
                        "captured",
                        "cut short: length, limit headers=65536 observed=65537",
                        (_, out) -> {
                            HostileServer.raw(out, CHUNKED + "5\r\nhello\r\n0\r\nX: ");
                            forEver(out, "t".repeat(4096));
                        }),
                Behaviour.of(
                        "dripping body",
                        "captured",
                        "cut short: time, limit (minimum_rate_per_second=256|total=\\d+ms) observed=\\d+",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "Content-Length: 100000\r\n\r\n");
                            pauses.drip(out, "a", OFTEN);
                        }),
                Behaviour.of(
                        "dripping chunks",
                        "captured",
                        "cut short: time, limit (minimum_rate_per_second=256|total=\\d+ms) observed=\\d+",
                        (_, out) -> {
                            HostileServer.raw(out, CHUNKED);
                            pauses.drip(out, "1\r\na\r\n", OFTEN);
                        }),
                Behaviour.of(
                        "just fast enough for ever",
                        "captured",
                        "cut short: (time, limit (total|body_room)=\\d+ms|length, limit body_wire=)",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "\r\n");
                            pauses.drip(out, "a".repeat(4000), OFTEN);
                        }),
                Behaviour.of(
                        "silent body",
                        "captured",
                        "cut short: time, limit (first_byte|total)=\\d+ms observed=\\d+ms",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "Content-Length: 100\r\n\r\nhello");
                            pauses.hang();
                        }),
                Behaviour.of(
                        "dripping chunk size",
                        "captured",
                        "cut short: (time, limit total|length, limit headers)",
                        (_, out) -> {
                            HostileServer.raw(out, CHUNKED);
                            pauses.drip(out, "0", OFTEN);
                        }),
                Behaviour.raw(
                        "shorter than promised",
                        "captured",
                        "cut short: disconnect",
                        OK + "Content-Length: 100\r\n\r\nonly this"),
                Behaviour.of(
                        "reset in the body",
                        "captured",
                        "cut short: disconnect",
                        (request, out) -> {
                            HostileServer.raw(out, OK + "Content-Length: 100\r\n\r\nhello");
                            request.socket().setSoLinger(true, 0);
                            request.socket().close();
                        }),
                Behaviour.raw(
                        "chunk size that is no number",
                        "captured",
                        "cut short: disconnect, ",
                        CHUNKED + "zz\r\nabc\r\n"),
                Behaviour.raw(
                        "chunk size beyond all numbers",
                        "captured",
                        "cut short: disconnect, ",
                        CHUNKED + "ffffffffffffffffff\r\nabc\r\n"),
                Behaviour.raw(
                        "negative chunk size",
                        "captured",
                        "cut short: disconnect, ",
                        CHUNKED + "-5\r\nabc\r\n"),
                Behaviour.raw(
                        "chunks without end",
                        "captured",
                        "cut short: disconnect",
                        CHUNKED + "3\r\nabc\r\n"),
                Behaviour.raw(
                        "chunk without line end",
                        "captured",
                        "cut short: disconnect",
                        CHUNKED + "3\r\nabcdef\r\n0\r\n\r\n"),
                Behaviour.raw(
                        "negative length",
                        "(captured|failed)",
                        "",
                        OK + "Content-Length: -5\r\n\r\nabc"),
                Behaviour.raw(
                        "length in scientific notation",
                        "(captured|failed)",
                        "",
                        OK + "Content-Length: 1e9\r\n\r\nabc"),
                Behaviour.raw(
                        "length beyond all numbers",
                        "(captured|failed)",
                        "",
                        OK + "Content-Length: 99999999999999999999999\r\n\r\nabc"),
                Behaviour.raw(
                        "one length, said twice",
                        "captured",
                        "",
                        OK + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"),
                Behaviour.raw(
                        "one length, in a list",
                        "captured",
                        "",
                        OK + "Content-Length: 3, 3\r\n\r\nabc"),
                Behaviour.raw(
                        "a length that says nothing",
                        "captured",
                        "",
                        OK + "Content-Length:\r\n\r\nabc"),
                Behaviour.raw(
                        "chunks, said twice",
                        "captured",
                        "",
                        OK
                                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                + "3\r\nabc\r\n0\r\n\r\n"),
                Behaviour.raw(
                        "chunks of nothing else",
                        "captured",
                        "",
                        OK + "Transfer-Encoding: identity, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
                Behaviour.raw(
                        "no coding of the transfer after all",
                        "captured",
                        "",
                        OK + "Transfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc"),
                Behaviour.raw(
                        "chunks of gzip",
                        "failed",
                        "BAD_PROTOCOL",
                        OK + "Transfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
                Behaviour.raw(
                        "two lengths",
                        "failed",
                        "",
                        OK + "Content-Length: 3\r\nContent-Length: 300\r\n\r\nabc"),
                Behaviour.raw(
                        "length and chunks",
                        "captured",
                        "",
                        OK
                                + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "5\r\nhello\r\n0\r\n\r\n"),
                Behaviour.raw(
                        "unknown transfer coding",
                        "(captured|failed)",
                        "",
                        OK + "Transfer-Encoding: gzip, xyz\r\n\r\nabc"),
                Behaviour.raw(
                        "204 with a body",
                        "captured",
                        "",
                        "HTTP/1.1 204 No Content\r\n\r\nsurprise"),
                Behaviour.raw(
                        "205 with a body",
                        "captured",
                        "",
                        "HTTP/1.1 205 Reset Content\r\nContent-Length: 8\r\n\r\nsurprise"),
                Behaviour.raw(
                        "206 that nobody asked for",
                        "captured",
                        "a part that was not asked for",
                        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-3/9\r\n"
                                + "Content-Length: 4\r\n\r\npart"),
                Behaviour.raw(
                        "304 that nobody asked for",
                        "failed",
                        "nothing was asked about",
                        "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n"),
                Behaviour.everywhere(
                        "second answer smuggled behind the first",
                        "captured",
                        "",
                        (request, out) -> {
                            if (request.path().equals("/next")) {
                                HostileServer.html(out, "genuine");
                                return;
                            }
                            String page = "<a href=/next>next</a>";
                            HostileServer.raw(
                                    out,
                                    OK + "Content-Length: " + page.length() + "\r\n\r\n" + page);
                            HostileServer.raw(out, OK + "Content-Length: 6\r\n\r\nforged");
                        }),
                Behaviour.raw("empty body", "captured", "", OK + "Content-Length: 0\r\n\r\n"),
                Behaviour.raw(
                        "error with an endless head",
                        "failed",
                        "limit header",
                        "HTTP/1.1 500 Oops\r\n" + "X: y\r\n".repeat(5000)),
                Behaviour.of(
                        "error with an endless body",
                        "denied",
                        "cut short: length, limit body_wire=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 403 No\r\n\r\n");
                            forEver(out, "no ".repeat(1000));
                        }),
                Behaviour.page(
                        "zeros for a page",
                        "captured",
                        "",
                        "text/html",
                        ("<title>\0Jobs</title>" + "\0".repeat(50_000))
                                .getBytes(StandardCharsets.ISO_8859_1)));
    }
}
