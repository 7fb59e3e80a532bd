package lurewatch.crawler.driver;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.Main;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.indexer.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page that was erased is not fetched again, however a crawl comes to its address.
final class ErasedPagesIT {
    @TempDir Path folder;

    @Test
    void whatWasErasedIsNotFetchedThoughListingsAndRedirectsLeadToIt() throws IOException {
        try (HostileServer server = HostileServer.start(ErasedPagesIT::answer)) {
            ConfigFiles.write(
                    folder.resolve("config"),
                    """
                    identity: {user_agent: ErasedTest, contact: 'mailto:test@example.org'}
                    net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                    politeness: {factor: 0, minimum: 5ms, maximum: 5ms, ip_minimum: 5ms}
                    """
                            .formatted(server.port()),
                    Map.of(
                            "board",
                            String.format(
                                    Locale.ROOT,
                                    "kind: job-board%nenabled: true%nseeds: ['%s']%n",
                                    url(server, "/jobs"))));
            Path archive = Files.createDirectories(folder.resolve("data/archive"));
            Files.writeString(
                    archive.resolve("erased.txt"),
                    "url " + Digest.of(url(server, "/ad/1")).hex() + "\n");

            assertThat(crawl()).isZero();

            assertThat(server.hits().stream().map(HostileServer.Hit::path).toList())
                    .contains("/jobs", "/ad/2", "/moved")
                    .doesNotContain("/ad/1");
        }
    }

    private static String url(HostileServer server, String path) {
        return String.format(Locale.ROOT, "http://127.9.1.1:%d%s", server.port(), path);
    }

    private int crawl() {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Main.run(
                List.of(
                                "crawl",
                                "--once",
                                "--data=" + folder.resolve("data"),
                                "--config=" + folder.resolve("config"))
                        .toArray(String[]::new),
                nowhere,
                nowhere,
                Map.of());
    }

    private static void answer(Request request, OutputStream out) throws IOException {
        switch (request.path()) {
            case "/jobs" ->
                    html(
                            out,
                            "<ul><li><a href='/ad/1'>one</a><li><a href='/ad/2'>two</a><li><a"
                                    + " href='/moved'>three</a></ul>");
            case "/ad/1", "/ad/2" -> html(out, "<h1>An ad</h1><p>Typists wanted at once.</p>");
            case "/moved" -> redirect(out, "/ad/1");
            default -> notFound(out);
        }
    }
}
