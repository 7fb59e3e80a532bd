package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.raw;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import lurewatch.crawler.fetch.HostileServer.Handler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies that do not end, crawl, explode, lie or break: each costs itself only, and what came of
/// it is kept.
final class HostileBodiesIT {
    private static final Duration TOTAL = Duration.ofMillis(1500);

    @TempDir Path directory;

    private MemorySink crawl(Handler page) throws InterruptedException {
        try (HostileServer server = server(page)) {
            TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
            crawl.limits = TestCrawl.limits(Duration.ofMillis(700), TOTAL, 4);
            return crawl.run(directory);
        }
    }

    private static HostileServer server(Handler page) {
        return HostileServer.start((request, out) -> {
            if (request.path().equals("/")) {
                page.answer(request, out);
            } else {
                notFound(out);
            }
        });
    }

    @Test
    void anEndlessBodyIsCutAtTheLimit() throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        raw(out, "1000\r\n" + "x".repeat(4096) + "\r\n");
                        sent.addAndGet(4096);
                    }
                });
        assertThat(sink.of("/").body()).hasSize(64 * 1024);
        assertThat(sink.of("/").truncated()).contains("length");
        assertThat(sent).hasValueLessThan(16 << 20); // the socket's buffers, and no more
    }

    @Test
    void aDrippingBodyIsCutAtTheDeadline() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    drip(out, "a", Duration.ofMillis(100));
                });
        FetchedExchange page = sink.of("/");
        assertThat(page.truncated()).contains("time");
        assertThat(page.body().length).isBetween(2, 50);
    }

    @Test
    void drippingHeadersEndAtTheDeadline() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
                    drip(out, "a", Duration.ofMillis(100));
                });
        assertThat(sink.kept()).isEmpty();
    }

    @Test
    void aServerThatSaysNothingEndsAtTheDeadline() throws InterruptedException {
        MemorySink sink = crawl((_, _) -> pause(Duration.ofSeconds(5)));
        assertThat(sink.kept()).isEmpty();
    }

    @Test
    void aCompressionBombStaysAsSmallAsItCame() throws InterruptedException {
        byte[] bomb = gzip(new byte[20 << 20]);
        MemorySink sink =
                crawl((_, out) -> send(out, "200 OK", "Content-Encoding: gzip\r\n", bomb));
        assertThat(sink.of("/").body()).hasSizeLessThan(64 * 1024).isEqualTo(bomb);
        assertThat(sink.of("/").header("Content-Encoding")).contains("gzip");
    }

    @Test
    void aBodyShorterThanPromisedIsKeptAndMarked() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
                    throw new IOException("hang up");
                });
        assertThat(sink.of("/").truncated()).contains("disconnect");
        assertThat(new String(sink.of("/").body(), StandardCharsets.UTF_8)).isEqualTo("only this");
    }

    @Test
    void bytesBeyondThePromisedLengthDoNotBecomeTheNextAnswer() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/" -> {
                            String page = "<a class=item href=/next>n</a>";
                            raw(
                                    out,
                                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                            + "Content-Length: "
                                            + page.length()
                                            + "\r\n\r\n"
                                            + page
                                            + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n"
                                            + "forged");
                        }
                        case "/next" -> html(out, "genuine");
                        default -> notFound(out);
                    }
                })) {
            MemorySink sink =
                    new TestCrawl().port(server).site("board", server.url("/")).run(directory);
            assertThat(new String(sink.of("/next").body(), StandardCharsets.UTF_8))
                    .isEqualTo("genuine");
        }
    }

    @Test
    void aLengthBeyondTwoGigabytesIsReadUpToTheLimit() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n");
                    while (true) {
                        raw(out, "y".repeat(8192));
                    }
                });
        assertThat(sink.of("/").body()).hasSize(64 * 1024);
        assertThat(sink.of("/").truncated()).contains("length");
    }

    /// What comes back must not break anything; whether there is a capture depends on the case.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 42 Too small\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 99999 Too large\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 1e9\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "this is no HTTP at all\r\n\r\n",
                "\r\n\r\n\r\n\r\n",
                "\u0000\u0001\u0002\u0003",
            })
    void brokenAnswersCostOnlyThemselves(String answer) throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, answer);
                    throw new IOException("hang up");
                });
        assertThat(sink.kept()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tooManyHeaderBytesAreRefused() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 200; i++) {
                        raw(out, "X-" + i + ": " + "b".repeat(1000) + "\r\n");
                    }
                    raw(out, "Content-Length: 0\r\n\r\n");
                });
        assertThat(sink.kept()).isEmpty();
    }

    @Test
    void tooManyHeadersAreRefused() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        raw(out, "X: y\r\n");
                    }
                });
        assertThat(sink.kept()).isEmpty();
    }

    @Test
    void oneEndlessHeaderIsRefused() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nX: ");
                    while (true) {
                        raw(out, "z".repeat(4096));
                    }
                });
        assertThat(sink.kept()).isEmpty();
    }

    @Test
    void endlessInterimAnswersAreRefused() throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        crawl((_, out) -> {
            while (true) {
                raw(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
                sent.incrementAndGet();
            }
        });
        assertThat(sent).hasValueLessThan(1_000_000);
    }

    @Test
    void aFewInterimAnswersAreFine() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(3));
                    html(out, "hello");
                });
        assertThat(sink.of("/").status()).isEqualTo(200);
    }

    @Test
    void cookiesAreNeverSentBack() throws InterruptedException {
        try (HostileServer server =
                server((_, out) -> {
                    String cookies = "Set-Cookie: a" + "b".repeat(200) + "=1\r\n";
                    send(
                            out,
                            "200 OK",
                            "Content-Type: text/html\r\n" + cookies.repeat(200),
                            "<a class=item href=/2>2</a>".getBytes(StandardCharsets.UTF_8));
                })) {
            MemorySink sink =
                    new TestCrawl().port(server).site("board", server.url("/")).run(directory);
            assertThat(sink.of("/").exchange().responseHeaders()).hasSizeGreaterThan(200);
            assertThat(server.hits("/2")).hasSize(1);
            assertThat(server.hits())
                    .allSatisfy(hit ->
                            assertThat(hit.request().headers())
                                    .doesNotContainKeys("Cookie", "Referer"));
        }
    }

    @Test
    void endlessTrailersEndAtABound() throws InterruptedException {
        MemorySink sink =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    raw(out, "5\r\nhello\r\n0\r\n");
                    while (true) {
                        raw(out, "X-Trailer: " + "t".repeat(1000) + "\r\n");
                    }
                });
        assertThat(sink.of("/").body()).hasSize(5);
    }

    /// Many servers give up a connection at the moment in which it is used again.
    @Test
    void aPageIsAskedForAnewWhereItsOldConnectionWasGivenUp() throws InterruptedException {
        Set<Socket> used = ConcurrentHashMap.newKeySet();
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (!used.add(request.socket())) {
                        request.socket().setSoLinger(true, 0);
                        request.socket().close();
                        throw new IOException("given up");
                    }
                    switch (request.path()) {
                        case "/robots.txt" -> notFound(out);
                        case "/" -> html(out, "<a href=/1>1</a><a href=/2>2</a><a href=/3>3</a>");
                        default -> html(out, "page");
                    }
                })) {
            TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
            MemorySink sink = crawl.run(directory);
            assertThat(sink.kept()).hasSize(4).allMatch(page -> page.status() == 200);
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void aResetConnectionIsAFailureOfThatPage() throws InterruptedException {
        MemorySink sink =
                crawl((request, _) -> {
                    request.socket().setSoLinger(true, 0);
                    request.socket().close();
                });
        assertThat(sink.kept()).isEmpty();
    }

    /// Decoding is the reader's business: the archive gets the bytes that the server sent.
    @ParameterizedTest
    @ValueSource(strings = {"EUC-KR", "Shift_JIS", "GB18030", "windows-1258"})
    void pagesInAnyCharsetArriveAsTheirBytes(String charset) throws InterruptedException {
        byte[] bytes = "<meta charset=x> 캄보디아 高収入 高薪 Tuyển dụng".getBytes(Charset.forName(charset));
        for (String type : List.of("text/html; charset=" + charset, "text/html")) {
            MemorySink sink =
                    crawl((_, out) -> send(out, "200 OK", "Content-Type: " + type + "\r\n", bytes));
            assertThat(sink.of("/").body()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xhtml+xml",
                "application/json",
                "application/ld+json",
                "application/rss+xml",
                "application/atom+xml",
                "text/plain",
                "application/octet-stream",
                "nonsense"
            })
    void everyMediaTypeIsDelivered(String type) throws InterruptedException {
        byte[] bytes = "{\"title\": \"고객 상담\"}".getBytes(StandardCharsets.UTF_8);
        MemorySink sink =
                crawl((_, out) -> send(out, "200 OK", "Content-Type: " + type + "\r\n", bytes));
        assertThat(sink.of("/").body()).isEqualTo(bytes);
    }

    private static void drip(OutputStream out, String text, Duration every) throws IOException {
        while (true) {
            raw(out, text);
            pause(every);
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
