package lurewatch.crawler.driver;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.store.FactsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages whose text is written by their scripts, in a real Chromium; passed over where there is
/// none, or where it cannot be shut in.
final class RenderingIT {
    private static final String BOARD = "127.9.2.1";
    private static final String CANARY = "127.9.2.9";

    /// Writes the ad, and tries every way out of its page that a script has.
    private static final String SCRIPT =
            """
            fetch('/api/ads.json').then(r => r.json()).then(ads => {
              document.getElementById('root').innerHTML = ads.map(ad =>
                '<article><h1>' + ad.title + '</h1><p>' + ad.text + '</p></article>'
                + '<a class=item href=/ad/' + ad.id + '>more</a>').join('');
            });
            const out = 'http://CANARY/';
            fetch('/api/apply', {method: 'POST', body: 'x'}).catch(() => 0);
            fetch(out + 'fetch', {mode: 'no-cors', method: 'POST'}).catch(() => 0);
            navigator.sendBeacon(out + 'beacon', 'x');
            new WebSocket('ws://CANARY/socket').onerror = () => 0;
            new EventSource(out + 'events');
            try { new Worker('/worker.js'); } catch (e) { }
            window.open(out + 'window');
            alert('wait for me');
            const frame = document.createElement('iframe');
            frame.src = out + 'frame';
            document.body.append(frame);
            const peer = new RTCPeerConnection({iceServers: [{urls: 'stun:CANARY'}]});
            peer.createDataChannel('x');
            peer.createOffer().then(offer => peer.setLocalDescription(offer));
            setTimeout(() => location.href = out + 'away', 100);
            """;

    @TempDir Path folder;

    @Test
    void whatScriptsWriteIsFoundAndNothingElseIsAskedFor()
            throws IOException, InterruptedException {
        Path browser = browser().orElse(null);
        assumeTrue(browser != null, "no Chromium on this machine");
        assumeTrue(mayIsolate(), "no namespaces for this user");
        try (HostileServer server = HostileServer.start(RenderingIT::answer)) {
            configure(server, "render: {browser: %s}".formatted(browser));
            Cli crawl = crawl();
            String log = fetchlog();
            assertThat(crawl.code()).as(crawl.err()).isZero();

            List<Capture> captures = captures();
            assertThat(captures)
                    .extracting(Capture::provenance)
                    .contains(Provenance.CRAWLED, Provenance.RENDERED);
            Capture picture =
                    captures.stream().filter(Capture::isPicture).findFirst().orElseThrow();
            assertThat(picture.url())
                    .isEqualTo("urn:fullPage:http://" + BOARD + ":" + server.port() + "/jobs");
            assertThat(ImageIO.read(new ByteArrayInputStream(page(picture).payload())).getWidth())
                    .isEqualTo(1280);

            List<String> texts = new ArrayList<>();
            try (FactsReader facts = FactsReader.open(folder.resolve("data/facts.db"))) {
                facts.forEachPosting(posting -> texts.add(posting.current().posting().text()));
            }
            assertThat(texts).anyMatch(text -> text.contains("@hr_render77"));
            assertThat(paths(server, BOARD))
                    .containsOnlyOnce("/jobs", "/app.js", "/api/ads.json", "/ad/1")
                    .doesNotContain("/api/apply", "/worker.js");
            assertThat(paths(server, CANARY)).isEmpty();
            assertThat(log).contains("its scripts lead to");
        }
    }

    @Test
    void withoutABrowserThePageSaysWhatItWouldNeed() throws IOException {
        try (HostileServer server = HostileServer.start(RenderingIT::answer)) {
            configure(server, "");
            assertThat(crawl().code()).isZero();
            assertThat(captures()).extracting(Capture::provenance).containsOnly(Provenance.CRAWLED);
            assertThat(fetchlog()).contains("written by scripts: nothing in #root");
        }
    }

    @Test
    void aBrowserThatDoesNotStartCostsItsPagesOnly() throws IOException {
        try (HostileServer server = HostileServer.start(RenderingIT::answer)) {
            configure(server, "render: {browser: /bin/false}");
            assertThat(crawl().code()).isZero();
            assertThat(fetchlog())
                    .contains("not rendered: /bin/false does not start in its isolation");
        }
    }

    private void configure(HostileServer server, String render) throws IOException {
        ConfigFiles.write(
                folder.resolve("config"),
                """
                identity: {user_agent: RenderTest, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                politeness: {factor: 0, minimum: 5ms, maximum: 5ms, ip_minimum: 5ms}
                %s
                """
                        .formatted(server.port(), render),
                Map.of(
                        "board",
                        """
                        kind: job-board
                        enabled: true
                        render: auto
                        seeds: ['http://%s:%d/jobs']
                        """
                                .formatted(BOARD, server.port())));
    }

    private Cli crawl() {
        return Cli.run(folder.resolve("data"), folder.resolve("config"), "crawl", "--once");
    }

    private String fetchlog() {
        return Cli.run(
                        folder.resolve("data"),
                        folder.resolve("config"),
                        "fetchlog",
                        "--format=jsonl")
                .out();
    }

    private List<Capture> captures() throws IOException {
        List<Capture> captures = new ArrayList<>();
        try (Archive archive = archive()) {
            archive.forEachAfter(0, captures::add);
        }
        return captures;
    }

    private CapturedPage page(Capture capture) throws IOException {
        try (Archive archive = archive()) {
            return archive.page(capture);
        }
    }

    private Archive archive() {
        return Archive.open(folder.resolve("data/archive"), 1 << 20, InstantSource.system());
    }

    private static List<String> paths(HostileServer server, String address) {
        return server.hits().stream()
                .filter(hit -> hit.request().at().getHostAddress().equals(address))
                .map(HostileServer.Hit::path)
                .toList();
    }

    /// Asked of the system itself: a browser that does not start for another reason is a fault.
    private static boolean mayIsolate() throws IOException, InterruptedException {
        boolean isRoot = System.getProperty("user.name", "").equals("root");
        List<String> command =
                isRoot
                        ? List.of("unshare", "--net", "true")
                        : List.of("unshare", "--user", "--map-current-user", "--net", "true");
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void answer(Request request, OutputStream out) throws IOException {
        String port = request.host().substring(request.host().indexOf(':') + 1);
        switch (request.path()) {
            case "/jobs" ->
                    html(
                            out,
                            "<!doctype html><title>Jobs</title><div id=root></div>"
                                    + "<script src=/app.js></script>");
            case "/app.js" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: text/javascript\r\n",
                            bytes(SCRIPT.replace("CANARY", CANARY + ":" + port)));
            case "/api/ads.json" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: application/json\r\n",
                            bytes(
                                    """
                                    [{"id": 1, "title": "Customer service, Sihanoukville",
                                      "text": "Salary 2500 USDT a month, flight and room are paid, no experience needed. Contact Telegram @hr_render77 only."}]
                                    """));
            case "/ad/1" -> html(out, "<h1>Customer service</h1><p>Further words.</p>");
            default -> notFound(out);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
