package lurewatch.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A loopback web of several job boards, each on an address of its own, that writes down when it
/// was asked for what: the oracle of politeness.
///
/// Board `n` serves a listing at `/jobs`, which links to `/ad/0`, `/ad/1` …, each a different ad.
final class PacedWeb implements Closeable {
    /// One request as the server saw it; `nanos` by the server's monotonic clock.
    record Request(String host, String path, long nanos) {}

    private final int boards;
    private final int adsPerBoard;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    PacedWeb(int boards, int adsPerBoard) throws IOException {
        this.boards = boards;
        this.adsPerBoard = adsPerBoard;
        this.server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 256);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// Writes `lurewatch.yaml` and a site file per board, as an operator would.
    void writeConfig(Path folder, Duration delay) throws IOException {
        Path sites = Files.createDirectories(folder.resolve("sites"));
        Files.createSymbolicLink(
                folder.resolve("signals"),
                Path.of(System.getProperty("lurewatch.root"), "config", "signals"));
        Files.writeString(
                folder.resolve("lurewatch.yaml"),
                """
                identity: {user_agent: PacedWebTest, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                politeness:
                  factor: 0
                  minimum: %dms
                  maximum: %dms
                  ip_minimum: %dms
                """
                        .formatted(
                                server.getAddress().getPort(),
                                delay.toMillis(),
                                delay.toMillis(),
                                delay.toMillis()));
        for (int board = 0; board < boards; board++) {
            Files.writeString(
                    sites.resolve("board-" + board + ".yaml"),
                    """
                    name: board-%d
                    kind: job-board
                    enabled: true
                    seeds: ['%s']
                    """
                            .formatted(board, url(board, "/jobs")));
        }
    }

    String url(int board, String path) {
        return "http://127.9.0." + (board + 1) + ":" + server.getAddress().getPort() + path;
    }

    /// Every page a crawl must have captured in the end, without robots.txt.
    List<String> pages() {
        List<String> pages = new ArrayList<>();
        for (int board = 0; board < boards; board++) {
            pages.add(url(board, "/jobs"));
            for (int ad = 0; ad < adsPerBoard; ad++) {
                pages.add(url(board, "/ad/" + ad));
            }
        }
        return pages;
    }

    /// The shortest time between two requests that one board saw.
    Duration shortestGap() {
        long shortest = Long.MAX_VALUE;
        Map<String, List<Request>> byHost =
                requests.stream().collect(Collectors.groupingBy(Request::host));
        for (List<Request> ofHost : byHost.values()) {
            long[] times = ofHost.stream().mapToLong(Request::nanos).sorted().toArray();
            for (int i = 1; i < times.length; i++) {
                shortest = Math.min(shortest, times[i] - times[i - 1]);
            }
        }
        return Duration.ofNanos(shortest);
    }

    int requestCount() {
        return requests.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String host = exchange.getLocalAddress().getAddress().getHostAddress();
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(host, path, now));
        int board = Integer.parseInt(host.substring(host.lastIndexOf('.') + 1)) - 1;
        if (path.equals("/jobs")) {
            send(exchange, 200, listing());
        } else if (path.startsWith("/ad/")) {
            send(exchange, 200, ad(board, Integer.parseInt(path.substring("/ad/".length()))));
        } else {
            send(exchange, 404, "nothing here");
        }
    }

    private String listing() {
        StringBuilder html = new StringBuilder("<title>Jobs</title><ul>");
        for (int ad = 0; ad < adsPerBoard; ad++) {
            html.append("<li><a href=\"/ad/").append(ad).append("\">Ad ").append(ad).append("</a>");
        }
        return html.append("</ul>").toString();
    }

    private static String ad(int board, int ad) {
        return """
        <!doctype html><title>TM team %1$d-%2$d</title>
        <article><h1>TM team %1$d-%2$d</h1>
        <p>Customer service in Sihanoukville, USD 3000 a month, free flight and housing, no
        experience, passport only. Telegram @sample_board%1$d_%2$d</p></article>
        """
                .formatted(board, ad);
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
