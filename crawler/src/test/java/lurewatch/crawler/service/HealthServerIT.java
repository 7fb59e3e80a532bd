package lurewatch.crawler.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.frontier.Lane;
import lurewatch.crawler.frontier.LaneStatus;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.settings.Service;
import lurewatch.indexer.settings.ByteSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Health and metrics over a real loopback socket.
final class HealthServerIT {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final AtomicReference<Progress.State> doing =
            new AtomicReference<>(Progress.State.CRAWLING);
    private int port;
    private HealthServer server;

    private static Service on(int port, String address) {
        return new Service(port, address, Optional.empty(), ByteSize.parse("1MB"), 1);
    }

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        server =
                HealthServer.open(on(port, "127.0.0.1"), this::state, this::sites, this::alerts)
                        .orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ServiceState state() {
        Progress progress =
                new Progress(10, 8, 1, 2, 3, 4, 5000, Duration.ofSeconds(10), doing.get());
        return new ServiceState(1, NOW, NOW, progress, OptionalLong.of(1 << 30), Optional.empty());
    }

    private List<SiteStatus> sites() {
        return List.of(
                new SiteStatus(
                        "board",
                        100,
                        20,
                        2,
                        Optional.of(NOW),
                        Optional.empty(),
                        new SiteStatus.Recent(1, 0),
                        Map.of(Lane.HUB, new LaneStatus(7, Duration.ofSeconds(90))),
                        Optional.empty(),
                        new SiteStatus.Looks(5, 2),
                        SiteStatus.Room.UNKNOWN));
    }

    private Map<String, Long> alerts() {
        return Map.of("site_silent", 2L);
    }

    private String ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String path, String host) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void metricsFollowPrometheusConventions() throws IOException {
        String answer = get("/metrics", "127.0.0.1:" + port);
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Content-type: text/plain; version=0.0.4; charset=utf-8")
                .contains("# TYPE lurewatch_captures_total counter\nlurewatch_captures_total 8\n")
                .contains("lurewatch_state{state=\"crawling\"} 1\n")
                .contains("lurewatch_state{state=\"paused_disk\"} 0\n")
                .contains("lurewatch_disk_free_bytes 1073741824\n")
                .contains("lurewatch_site_due_urls{site=\"board\",lane=\"hub\"} 7\n")
                .contains("lurewatch_site_oldest_due_seconds{site=\"board\",lane=\"hub\"} 90\n")
                .contains("lurewatch_site_oldest_due_seconds{site=\"board\",lane=\"evidence\"} 0\n")
                .contains("lurewatch_site_last_success_time_seconds{site=\"board\"} 1795780800\n")
                .contains("lurewatch_alerts_open{kind=\"site_silent\"} 2\n");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(body.lines())
                .allMatch(line ->
                        line.matches("# (HELP|TYPE) lurewatch_[a-z_]+ .+")
                                || line.matches(
                                        "lurewatch_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})?"
                                                + " -?[0-9.E]+"));
    }

    @Test
    void healthIsWellWhileItCrawlsAndSaysWhyNot() throws IOException {
        assertThat(get("/healthz", "localhost:" + port))
                .startsWith("HTTP/1.1 200 ")
                .endsWith(
                        "{\"v\":1,\"state\":\"crawling\",\"since\":\"2026-11-27T12:00:00Z\","
                                + "\"captured\":8,\"alerts\":2}\n");
        doing.set(Progress.State.PAUSED_DISK);
        assertThat(get("/healthz", "localhost:" + port))
                .startsWith("HTTP/1.1 503 ")
                .contains("\"state\":\"paused_disk\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost:1", "192.0.2.1", ""})
    void aForeignHostNameIsNoNameOfOurs(String host) throws IOException {
        assertThat(get("/metrics", host)).doesNotContain("lurewatch_captures_total");
    }

    @ParameterizedTest
    @CsvSource({"POST, /metrics, 405", "PUT, /healthz, 405", "DELETE, /, 405", "GET, /admin, 404"})
    void thereIsNothingToBeDone(String method, String path, int status) throws IOException {
        String answer =
                ask(
                        method
                                + " "
                                + path
                                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                                + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void noOtherAddressThanLoopbackIsListenedOn() {
        for (String address : List.of("0.0.0.0", "::", "192.0.2.1")) {
            assertThatThrownBy(() -> on(9464, address))
                    .hasMessageContaining("not a loopback address");
        }
    }

    @Test
    void aPortThatIsTakenIsNoReasonToStop() {
        assertThat(HealthServer.open(on(port, "127.0.0.1"), this::state, this::sites, this::alerts))
                .isEmpty();
    }

    @Test
    void labelsOfAnyTextAreEscaped() {
        assertThat(
                        new Exposition()
                                .family("lurewatch_x", Exposition.Type.GAUGE, "X.")
                                .sample(0.5, "site", "a\"b\\c\nd")
                                .toString())
                .endsWith("lurewatch_x{site=\"a\\\"b\\\\c\\nd\"} 0.5\n");
    }
}
