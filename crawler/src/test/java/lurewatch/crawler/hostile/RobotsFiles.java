package lurewatch.crawler.hostile;

import static lurewatch.crawler.hostile.Behaviour.forEver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import lurewatch.crawler.fetch.HostileServer;

/// Files of rules that break the rules. By RFC 9309, what cannot be had forbids, and what is not
/// there allows.
final class RobotsFiles {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    private static final byte[] FORBIDS_ALL =
            "User-agent: *\nDisallow: /".getBytes(StandardCharsets.US_ASCII);

    private RobotsFiles() {}

    static List<Behaviour> all(Pauses pauses) {
        byte[] bomb = Codings.gzip(new byte[100 << 20]);
        return List.of(
                Behaviour.robots(
                        "robots: of a hundred megabytes",
                        "captured",
                        "",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "Content-Length: 104857600\r\n\r\n");
                            forEver(out, "Disallow: /private/\n");
                        }),
                Behaviour.robots(
                        "robots: without end",
                        "captured",
                        "",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "\r\n");
                            forEver(out, "User-agent: *\nDisallow: /private/\n");
                        }),
                Behaviour.robots(
                        "robots: one line without end",
                        "captured",
                        "",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "\r\nUser-agent: *\nDisallow: /private/");
                            forEver(out, "x".repeat(5000));
                        }),
                Behaviour.robots("robots: binary", "captured", "", (_, out) -> sent(out, noise())),
                Behaviour.robots(
                        "robots: zeros", "captured", "", (_, out) -> sent(out, new byte[100_000])),
                text(
                        "robots: a page",
                        "captured",
                        "",
                        "<html><body>Not found, sorry</body></html>"),
                text(
                        "robots: forbids all",
                        "disallowed",
                        "robots.txt",
                        "User-agent: *\nDisallow: /"),
                text(
                        "robots: forbids all, with a mark in front",
                        "disallowed",
                        "robots.txt",
                        "\u00ef\u00bb\u00bfUser-agent: *\r\rDisallow: /"),
                Behaviour.robots(
                        "robots: forbids all, by a copy",
                        "disallowed",
                        "robots.txt",
                        (_, out) -> sent(out, "203 Not Mine", FORBIDS_ALL)),
                Behaviour.robots(
                        "robots: forbids all, in a part",
                        "disallowed",
                        "robots.txt",
                        (_, out) -> sent(out, "206 Partial Content", FORBIDS_ALL)),
                text(
                        "robots: stars without end",
                        "captured",
                        "",
                        "User-agent: *\nDisallow: /" + "*a".repeat(5_000) + "b$\n"),
                text(
                        "robots: a hundred thousand rules",
                        "captured",
                        "",
                        "User-agent: *\n" + "Disallow: /*x*y*z\n".repeat(25_000)),
                text(
                        "robots: a delay of years",
                        "captured",
                        "",
                        "User-agent: *\nCrawl-delay: 1e12\nDisallow:"),
                text(
                        "robots: a sitemap inside",
                        "captured",
                        "",
                        "Sitemap: http://127.66.0.1/sitemap.xml\nUser-agent: *\nDisallow:"),
                Behaviour.robots(
                        "robots: a bomb",
                        "captured",
                        "",
                        (_, out) ->
                                HostileServer.send(
                                        out, "200 OK", "Content-Encoding: gzip\r\n", bomb)),
                Behaviour.robots(
                        "robots: a coding not asked for",
                        "troubled",
                        "robots.txt: a content coding",
                        (_, out) ->
                                HostileServer.send(
                                        out,
                                        "200 OK",
                                        "Content-Encoding: compress\r\n",
                                        new byte[] {31, (byte) 157, 3})),
                coded("br", "CwyAVXNlci1hZ2VudDogKgpEaXNhbGxvdzogLwM="),
                coded("zstd", "KLUv/QBYyQAAVXNlci1hZ2VudDogKgpEaXNhbGxvdzogLw=="),
                Behaviour.robots(
                        "robots: as it was, though nobody asked",
                        "troubled",
                        "robots.txt: status 304",
                        (_, out) -> HostileServer.raw(out, "HTTP/1.1 304 Not Modified\r\n\r\n")),
                Behaviour.robots(
                        "robots: silence",
                        "troubled",
                        "limit (first_byte|total)=",
                        (_, _) -> pauses.hang()),
                Behaviour.robots(
                        "robots: dripping",
                        "troubled",
                        "robots.txt: .*limit (minimum_rate_per_second|total)=",
                        (_, out) -> {
                            HostileServer.raw(out, OK + "Content-Length: 100000\r\n\r\n");
                            pauses.drip(out, "#", Duration.ofMillis(50));
                        }),
                Behaviour.robots(
                        "robots: endless headers",
                        "troubled",
                        "robots.txt: .*limit header_count=",
                        (_, out) -> {
                            HostileServer.raw(out, "HTTP/1.1 200 OK\r\n");
                            forEver(out, "X: y\r\n");
                        }),
                Behaviour.robots(
                        "robots: no HTTP",
                        "troubled",
                        "robots.txt: BAD_PROTOCOL",
                        (_, out) -> {
                            HostileServer.raw(out, "SSH-2.0-OpenSSH_9.9\r\n");
                            throw new Behaviour.HangUp();
                        }),
                Behaviour.robots(
                        "robots: server error",
                        "troubled",
                        "robots.txt: status 503",
                        (_, out) -> HostileServer.send(out, "503 Unavailable", "", new byte[0])),
                Behaviour.robots(
                        "robots: moved for ever",
                        "captured",
                        "",
                        (_, out) -> HostileServer.redirect(out, "/robots.txt")),
                Behaviour.robots(
                        "robots: moved inwards",
                        "troubled",
                        "robots.txt: refused: .*not public",
                        (request, out) ->
                                HostileServer.redirect(
                                        out, Inward.at("127.66.0.1", request) + "/robots.txt")),
                Behaviour.robots(
                        "robots: moved to another port",
                        "troubled",
                        "robots.txt: refused: port 22 ",
                        (_, out) ->
                                HostileServer.redirect(out, "http://127.10.0.1:22/robots.txt")));
    }

    private static Behaviour text(String name, String outcome, String detail, String latin1) {
        return Behaviour.robots(
                name,
                outcome,
                detail,
                (_, out) -> sent(out, latin1.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// The rules that forbid all, packed.
    private static Behaviour coded(String coding, String base64) {
        return Behaviour.robots(
                "robots: forbids all, in " + coding,
                "disallowed",
                "robots.txt",
                (_, out) ->
                        HostileServer.send(
                                out,
                                "200 OK",
                                "Content-Encoding: " + coding + "\r\n",
                                Base64.getDecoder().decode(base64)));
    }

    private static void sent(OutputStream out, byte[] body) throws IOException {
        sent(out, "200 OK", body);
    }

    private static void sent(OutputStream out, String status, byte[] body) throws IOException {
        HostileServer.send(out, status, "Content-Type: text/plain\r\n", body);
    }

    private static byte[] noise() {
        byte[] noise = new byte[300_000];
        new Random(11).nextBytes(noise);
        return noise;
    }
}
