package lurewatch.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.fetch.HostileServer.Request;

/// A loopback web of several job boards, each on an address of its own, that writes down when it
/// was asked for what: the oracle of politeness.
///
/// Board `n` serves a listing at `/jobs`, which links to `/ad/0`, `/ad/1` …, each a different ad,
/// and goes on at `/jobs/1` where there are more than a page can link to.
final class PacedWeb implements Closeable {
    /// Of more than 2,000 links on a page the rest is left.
    private static final int LEAST_PER_LISTING = 1_000;

    /// With more, the last would be further from the seed than a crawl goes.
    private static final int MOST_LISTINGS = 4;

    private final int boards;
    private final int adsPerBoard;
    private final HostileServer server;

    PacedWeb(int boards, int adsPerBoard) {
        this.boards = boards;
        this.adsPerBoard = adsPerBoard;
        this.server = HostileServer.start(this::answer);
    }

    /// Writes `lurewatch.yaml` and a site file per board, as an operator would.
    void writeConfig(Path folder, Duration delay) throws IOException {
        Map<String, String> sites = new LinkedHashMap<>();
        for (int board = 0; board < boards; board++) {
            sites.put(
                    "board-" + board,
                    "kind: job-board\nenabled: true\nseeds: ['%s']\n"
                            .formatted(url(board, "/jobs")));
        }
        ConfigFiles.write(
                folder,
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
                                server.port(),
                                delay.toMillis(),
                                delay.toMillis(),
                                delay.toMillis()),
                sites);
    }

    String url(int board, String path) {
        return "http://127.9.0." + (board + 1) + ":" + server.port() + path;
    }

    /// Every page a crawl must have captured in the end, without robots.txt.
    List<String> pages() {
        List<String> pages = new ArrayList<>();
        for (int board = 0; board < boards; board++) {
            for (int listing = 0; listing < listings(); listing++) {
                pages.add(url(board, path(listing)));
            }
            for (int ad = 0; ad < adsPerBoard; ad++) {
                pages.add(url(board, "/ad/" + ad));
            }
        }
        return pages;
    }

    /// The shortest time between two requests that one board saw.
    Duration shortestGap() {
        long shortest = Long.MAX_VALUE;
        Map<InetAddress, List<Hit>> byHost =
                server.hits().stream().collect(Collectors.groupingBy(hit -> hit.request().at()));
        for (List<Hit> ofHost : byHost.values()) {
            long[] times = ofHost.stream().mapToLong(Hit::began).sorted().toArray();
            for (int i = 1; i < times.length; i++) {
                shortest = Math.min(shortest, times[i] - times[i - 1]);
            }
        }
        return Duration.ofNanos(shortest);
    }

    int requestCount() {
        return server.hits().size();
    }

    private void answer(Request request, OutputStream out) throws IOException {
        String path = request.path();
        if (path.startsWith("/jobs")) {
            String number = path.substring("/jobs".length());
            HostileServer.html(
                    out, listing(number.isEmpty() ? 0 : Integer.parseInt(number.substring(1))));
        } else if (path.startsWith("/ad/")) {
            int board = (request.at().getAddress()[3] & 0xff) - 1;
            HostileServer.html(out, ad(board, Integer.parseInt(path.substring("/ad/".length()))));
        } else {
            HostileServer.notFound(out);
        }
    }

    private int perListing() {
        return Math.max(LEAST_PER_LISTING, adsPerBoard / MOST_LISTINGS + 1);
    }

    private int listings() {
        return Math.ceilDiv(adsPerBoard, perListing());
    }

    private static String path(int listing) {
        return listing == 0 ? "/jobs" : "/jobs/" + listing;
    }

    private String listing(int number) {
        StringBuilder html = new StringBuilder("<title>Jobs</title><ul>");
        int end = Math.min(adsPerBoard, (number + 1) * perListing());
        for (int ad = number * perListing(); ad < end; ad++) {
            html.append("<li><a href=\"/ad/").append(ad).append("\">Ad ").append(ad).append("</a>");
        }
        html.append("</ul>");
        if (number + 1 < listings()) {
            html.append("<a href=\"").append(path(number + 1)).append("\">More</a>");
        }
        return html.toString();
    }

    static String ad(int board, int ad) {
        return """
        <!doctype html><title>TM team %1$d-%2$d</title>
        <article><h1>TM team %1$d-%2$d</h1>
        <p>Customer service in Sihanoukville, USD 3000 a month, free flight and housing, no
        experience, passport only. Telegram @sample_board%1$d_%2$d</p></article>
        """
                .formatted(board, ad);
    }

    @Override
    public void close() {
        server.close();
    }
}
