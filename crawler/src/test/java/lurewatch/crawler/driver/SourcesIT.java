package lurewatch.crawler.driver;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.Main;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.indexer.store.FactsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that only machines are told of: by robots.txt, sitemaps and feeds.
final class SourcesIT {
    @TempDir Path folder;

    @Test
    void sitemapsAndFeedsLeadToWhatNoListingShows() throws IOException {
        try (HostileServer server = HostileServer.start(SourcesIT::answer)) {
            ConfigFiles.write(
                    folder.resolve("config"),
                    """
                    identity: {user_agent: SourcesTest, contact: 'mailto:test@example.org'}
                    net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                    politeness: {factor: 0, minimum: 5ms, maximum: 5ms, ip_minimum: 5ms}
                    """
                            .formatted(server.port()),
                    Map.of(
                            "board",
                            site("job-board", "http://127.9.1.1:%d/jobs", server)
                                    + "scope: {include: ['^/jobs', '^/ad/'], exclude:"
                                    + " ['^/shut']}\n",
                            "feed",
                            site("feed", "http://127.9.1.2:%d/feed.json", server)));
            assertThat(crawl()).isZero();

            assertThat(paths(server, "127.9.1.1"))
                    .containsExactlyInAnyOrder(
                            "/robots.txt",
                            "/jobs",
                            "/sitemap.xml",
                            "/sitemap-ads.xml.gz",
                            "/rss",
                            "/ad/1",
                            "/ad/2",
                            "/ad/3");
            try (FactsReader facts = FactsReader.open(folder.resolve("data/facts.db"))) {
                Set<String> titles =
                        postings(facts).stream()
                                .filter(title -> !title.isEmpty())
                                .collect(Collectors.toSet());
                assertThat(titles).contains("Ad 1", "Ad 2", "Ad 3", "Posted by feed");
            }
        }
    }

    private static String site(String kind, String seed, HostileServer server) {
        return "kind: "
                + kind
                + "\nenabled: true\nseeds: ['"
                + String.format(Locale.ROOT, seed, server.port())
                + "']\n";
    }

    private int crawl() {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Main.run(
                new String[] {
                    "crawl",
                    "--once",
                    "--data=" + folder.resolve("data"),
                    "--config=" + folder.resolve("config")
                },
                nowhere,
                nowhere,
                Map.of());
    }

    private static List<String> postings(FactsReader facts) {
        List<String> titles = new java.util.ArrayList<>();
        facts.forEachPosting(posting -> titles.add(posting.current().posting().title()));
        return titles;
    }

    private static List<String> paths(HostileServer server, String address) {
        return server.hits().stream()
                .filter(hit -> hit.request().at().getHostAddress().equals(address))
                .map(HostileServer.Hit::path)
                .toList();
    }

    private static void answer(Request request, OutputStream out) throws IOException {
        String base =
                "http://127.9.1.1:" + request.host().substring(request.host().indexOf(':') + 1);
        switch (request.path()) {
            case "/robots.txt" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: text/plain\r\n",
                            bytes(
                                    "User-agent: *\nAllow: /\nSitemap: "
                                            + base
                                            + "/sitemap.xml\nSitemap: "
                                            + base
                                            + "/shut/sitemap.xml\n"
                                            + "Sitemap: http://elsewhere.example/sitemap.xml\n"));
            case "/sitemap.xml" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: text/xml\r\n",
                            bytes(
                                    "<sitemapindex><sitemap><loc>/sitemap-ads.xml.gz</loc></sitemap>"
                                            + "</sitemapindex>"));
            case "/sitemap-ads.xml.gz" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: application/x-gzip\r\n",
                            gzip(
                                    "<urlset><url><loc>/ad/1</loc></url><url><loc>/about</loc></url>"
                                            + "<url><loc>http://elsewhere.example/ad/9</loc></url></urlset>"));
            case "/jobs" ->
                    html(
                            out,
                            "<title>Jobs</title><link rel=alternate type='application/rss+xml'"
                                    + " href=/rss><link rel=alternate type='text/xml+oembed'"
                                    + " href=/jobs/oembed><a href=/ad/2>Ad 2</a>");
            case "/rss" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: application/rss+xml\r\n",
                            bytes(
                                    "<rss><channel><item><title>Ad"
                                            + " 3</title><link>/ad/3</link></item></channel></rss>"));
            case "/feed.json" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: application/feed+json\r\n",
                            bytes(
                                    "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"Posted"
                                            + " by feed\",\"content_text\":\"Typists wanted.\"}]}"));
            case "/ad/1", "/ad/2", "/ad/3" ->
                    html(
                            out,
                            "<title>Ad "
                                    + request.path().substring(4)
                                    + "</title><article><h1>Ad "
                                    + request.path().substring(4)
                                    + "</h1><p>Typists wanted, good pay, write"
                                    + " today.</p></article>");
            default -> notFound(out);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(bytes(text));
        }
        return bytes.toByteArray();
    }
}
