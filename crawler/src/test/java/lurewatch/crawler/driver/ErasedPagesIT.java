package lurewatch.crawler.driver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.redirect;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.Main;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.erasure.ErasureChoice;
import lurewatch.indexer.erasure.ErasurePlan;
import lurewatch.indexer.erasure.Remains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page that was erased is not fetched again, however a crawl comes to its address; a listing
/// that was is, and as if for the first time.
final class ErasedPagesIT {
    @TempDir Path folder;

    @Test
    void whatWasErasedIsNotFetchedThoughListingsAndRedirectsLeadToIt() throws IOException {
        try (HostileServer server = HostileServer.start(ErasedPagesIT::answer)) {
            writeConfig(server);
            Path archive = Files.createDirectories(folder.resolve("data/archive"));
            Files.writeString(
                    archive.resolve("erased.txt"),
                    "url " + Digest.of(url(server, "/ad/1")).hex() + "\n");

            assertThat(run("crawl", "--once")).isZero();

            assertThat(server.hits().stream().map(HostileServer.Hit::path).toList())
                    .contains("/jobs", "/ad/2", "/moved")
                    .doesNotContain("/ad/1");
            assertThat(Files.readString(folder.resolve("data/crawl.db"), ISO_8859_1))
                    .contains(url(server, "/ad/2"))
                    .doesNotContain(url(server, "/ad/1"));
        }
    }

    @Test
    void aListingWhoseCapturesAreErasedIsWatchedFurther() throws IOException {
        try (HostileServer server = HostileServer.start(ErasedPagesIT::answer)) {
            writeConfig(server);
            String listing = url(server, "/jobs");
            Path data = folder.resolve("data");
            assertThat(run("crawl", "--once")).isZero();
            List<CaptureId> captures = new ArrayList<>();
            ArchiveReader.open(data.resolve("archive"))
                    .forEachAfter(
                            0,
                            capture -> {
                                if (capture.url().equals(listing)) {
                                    captures.add(capture.id());
                                }
                            });
            ErasureChoice.Chosen chosen =
                    ErasureChoice.of(data, new ErasureChoice.Asked(List.of(), captures, List.of()));
            ErasureChoice.plan(data, chosen, "one", "test", ErasureChoice.Memory.BARRED)
                    .write(data);

            assertThat(run("erase")).isZero();

            ErasurePlan done = ErasurePlan.pending(data).orElseThrow();
            assertThat(done.watched()).containsExactly(listing);
            assertThat(Remains.in(data, done.traces()).places()).isEmpty();
            ErasurePlan.remove(data);
            assertThat(run("crawl", "--once")).isZero();
            assertThat(
                            server.hits().stream()
                                    .filter(hit -> hit.path().equals("/jobs"))
                                    .map(hit ->
                                            hit.request().headers().containsKey("If-None-Match")))
                    .containsExactly(false, false);
        }
    }

    private void writeConfig(HostileServer server) throws IOException {
        ConfigFiles.write(
                folder.resolve("config"),
                """
                identity: {user_agent: ErasedTest, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                politeness: {factor: 0, minimum: 5ms, maximum: 5ms, ip_minimum: 5ms}
                schedule: {hub: 1ms}
                """
                        .formatted(server.port()),
                Map.of(
                        "board",
                        String.format(
                                Locale.ROOT,
                                "kind: job-board%nenabled: true%nseeds: ['%s']%n",
                                url(server, "/jobs"))));
    }

    private static String url(HostileServer server, String path) {
        return String.format(Locale.ROOT, "http://127.9.1.1:%d%s", server.port(), path);
    }

    private int run(String... command) {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(command));
        words.add("--data=" + folder.resolve("data"));
        words.add("--config=" + folder.resolve("config"));
        return Main.run(words.toArray(String[]::new), nowhere, nowhere, Map.of());
    }

    private static void answer(Request request, OutputStream out) throws IOException {
        switch (request.path()) {
            case "/jobs" -> listing(request, out);
            case "/ad/1", "/ad/2" -> html(out, "<h1>An ad</h1><p>Typists wanted at once.</p>");
            case "/moved" -> redirect(out, "/ad/1");
            default -> notFound(out);
        }
    }

    /// It has not changed since whoever has its mark saw it.
    private static void listing(Request request, OutputStream out) throws IOException {
        if (request.headers().containsKey("If-None-Match")) {
            send(out, "304 Not Modified", "ETag: \"first\"\r\n", new byte[0]);
            return;
        }
        String links =
                "<ul><li><a href='/ad/1'>one</a><li><a href='/ad/2'>two</a><li><a"
                        + " href='/moved'>three</a></ul>";
        send(
                out,
                "200 OK",
                "Content-Type: text/html\r\nETag: \"first\"\r\n",
                links.getBytes(StandardCharsets.UTF_8));
    }
}
