package lurewatch.crawler.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Follows links over real sockets, breadth first and within one host: the simplest reader that can
/// check the demo world without the crawler.
final class Walker {
    /// One page as served.
    ///
    /// @param head status line and headers, in lower case
    /// @param document decoded from the bytes by what header and `meta` element say
    @SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
    record Page(String url, int status, String head, byte[] body, Document document) {}

    private static final int HEAD_END_LENGTH = 4;

    private final DemoWorld world;

    Walker(DemoWorld world) {
        this.world = world;
    }

    /// All pages that links lead to from `seed` in at most `depth` steps, `limit` of them at most,
    /// leaving out paths to `avoid`.
    Map<String, Page> walk(String seed, int depth, int limit, Predicate<String> avoid)
            throws IOException {
        Map<String, Page> pages = new LinkedHashMap<>();
        Deque<String> frontier = new ArrayDeque<>();
        Map<String, Integer> steps = new HashMap<>();
        frontier.add(seed);
        steps.put(seed, 0);
        String host = URI.create(seed).getHost();
        while (!frontier.isEmpty() && pages.size() < limit) {
            Page page = fetch(frontier.remove());
            if (page.status() != 200) {
                continue;
            }
            pages.put(page.url(), page);
            int next = steps.getOrDefault(page.url(), 0) + 1;
            for (Element link : page.document().select("a[href], item > link, entry > link")) {
                String url = link.hasAttr("href") ? link.absUrl("href") : link.text();
                if (host.equals(URI.create(url).getHost())
                        && !avoid.test(URI.create(url).getPath())
                        && next <= depth
                        && steps.putIfAbsent(url, next) == null) {
                    frontier.add(url);
                }
            }
        }
        return pages;
    }

    Page fetch(String url) throws IOException {
        URI target = URI.create(url);
        String path =
                target.getRawPath()
                        + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        return fetch(
                url,
                "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUser-Agent: Walker\r\nConnection: close\r\n\r\n"
                        .formatted(path, target.getHost(), target.getPort()));
    }

    /// Names are resolved by the world alone, so the request is written by hand.
    Page fetch(String url, String request) throws IOException {
        String address = world.hosts().getOrDefault(URI.create(url).getHost(), "127.0.0.1");
        try (Socket socket = new Socket(address, world.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] all = socket.getInputStream().readAllBytes();
            int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            String head =
                    new String(all, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            byte[] body = Arrays.copyOfRange(all, end + HEAD_END_LENGTH, all.length);
            int status = Integer.parseInt(head.split(" ", 3)[1]);
            return new Page(url, status, head, body, parsed(head, body, url));
        }
    }

    private static Document parsed(String head, byte[] body, String url) throws IOException {
        String type =
                head.lines().filter(l -> l.startsWith("content-type:")).findFirst().orElse("");
        int at = type.indexOf("charset=");
        String charset = at < 0 ? null : type.substring(at + "charset=".length());
        Parser parser = type.contains("xml") ? Parser.xmlParser() : Parser.htmlParser();
        return Jsoup.parse(new ByteArrayInputStream(body), charset, url, parser);
    }
}
