package lurewatch.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lurewatch.crawler.fetch.HostileServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A service in a process of its own: told to read its settings anew, to stop, and asked how it
/// does.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ServiceProcessIT {
    private static final Duration DELAY = Duration.ofMillis(20);

    @TempDir Path folder;

    private record Answer(int code, String out, String err) {}

    private Answer ask(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data=" + folder.resolve("data");
        all[arguments.length + 1] = "--config=" + folder.resolve("config");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        all,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("COLUMNS", "80"));
        return new Answer(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// What `status` says of the crawler.
    private JsonNode crawler() {
        Answer status = ask("status", "--format=jsonl");
        try {
            return new ObjectMapper().readTree(status.out().lines().findFirst().orElse("{}"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void readsItsSettingsAnewAndKeepsTheOldOnesWhereTheNewAreFaulty() throws Exception {
        Path config = folder.resolve("config");
        try (PacedWeb web = new PacedWeb(2, 3)) {
            web.writeConfig(config, DELAY);
            Path second = config.resolve("sites").resolve("board-1.yaml");
            String enabled = Files.readString(second);
            Files.writeString(second, enabled.replace("enabled: true", "enabled: false"));
            try (CrawlProcess crawl = CrawlProcess.start(folder)) {
                crawl.until(() -> crawl.captures() == 4);
                crawl.until(() -> crawler().path("captured").asLong() == 4);
                assertThat(crawler().path("running").asBoolean()).isTrue();
                assertThat(crawler().path("pid").asLong()).isEqualTo(crawl.pid());

                Files.writeString(second, enabled + "hots: []\n");
                crawl.signal("HUP");
                crawl.until(() -> crawler().has("reload_accepted"));
                assertThat(crawler().path("reload_accepted").asBoolean()).isFalse();
                assertThat(crawler().path("reload").asText())
                        .contains("board-1.yaml:5:1: unknown key 'hots'");
                assertThat(ask("status").out())
                        .contains("config   REFUSED")
                        .contains("the old one holds:");
                assertThat(crawl.errors()).contains("the new settings are refused");

                Files.writeString(second, enabled);
                crawl.signal("HUP");
                crawl.until(() -> crawl.captures() == 8);
                crawl.until(() -> crawler().path("captured").asLong() == 8);
                assertThat(crawler().path("reload_accepted").asBoolean()).isTrue();
                assertThat(ask("status").out()).contains("crawler  running, pid " + crawl.pid());

                assertThat(crawl.stop()).isLessThan(Duration.ofSeconds(5));
                assertThat(crawl.exitCode()).isEqualTo(143);
            }
        }
        assertThat(ask("status").out()).contains("crawler  not running; it ended ");
        assertThat(crawler().path("running").asBoolean()).isFalse();
    }

    @Test
    void aKilledOneIsKnownByNotHavingEnded() throws Exception {
        try (PacedWeb web = new PacedWeb(1, 1)) {
            web.writeConfig(folder.resolve("config"), DELAY);
            try (CrawlProcess crawl = CrawlProcess.start(folder)) {
                crawl.until(() -> crawler().path("captured").asLong() == 2);
            }
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwxr-x---");
        assertThat(ask("status").out())
                .contains("crawler  not running; heard of last")
                .contains("it did not end by itself");
    }

    @Test
    void stopsWithinFiveSecondsWhileServersHang() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/jobs")) {
                        asked.countDown();
                        await(end);
                    }
                    HostileServer.notFound(out);
                })) {
            ConfigFiles.write(
                    folder.resolve("config"),
                    """
                    identity: {user_agent: PacedWebTest, contact: 'mailto:test@example.org'}
                    net: {allow_cidr: [127.0.0.0/8], allow_ports: [%1$d]}
                    politeness: {factor: 0, minimum: 1ms, ip_minimum: 0ms}
                    """
                            .formatted(server.port()),
                    Map.of(
                            "board",
                            "kind: job-board\nenabled: true\nseeds: ['http://127.9.0.1:%d/jobs']\n"
                                    .formatted(server.port())));
            try (CrawlProcess crawl = CrawlProcess.start(folder)) {
                crawl.until(() -> asked.getCount() == 0);
                assertThat(crawl.stop()).isLessThan(Duration.ofSeconds(5));
                assertThat(crawl.exitCode()).isEqualTo(143);
            }
            end.countDown();
        }
    }

    @Test
    void saysThatItIsPausedToStatusOperatorAndMonitorAndResumes() throws Exception {
        Path config = folder.resolve("config");
        Path told = folder.resolve("told");
        Path script = folder.resolve("tell");
        Files.writeString(script, "#!/bin/sh\ncat >> '" + told + "'\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (PacedWeb web = new PacedWeb(1, 2)) {
            web.writeConfig(config, DELAY);
            Path file = config.resolve("lurewatch.yaml");
            String settings =
                    Files.readString(file)
                            + "alerts: {command: [%s]}\nservice: {port: %d}\n"
                                    .formatted(script, port);
            Files.writeString(file, settings + "storage: {disk_reserve: 100000GB}\n");
            try (CrawlProcess crawl = CrawlProcess.start(folder)) {
                crawl.until(() -> crawler().path("state").asText().equals("paused_disk"));
                assertThat(ask("status").out()).contains("crawler  PAUSED, the disk has less free");
                crawl.until(() -> lines(told) == 1);
                assertThat(Files.readString(told))
                        .contains("\"event\":\"raised\",\"kind\":\"disk_low\"");
                assertThat(get(port, "/healthz")).startsWith("HTTP/1.1 503 ");
                assertThat(get(port, "/metrics"))
                        .contains("lurewatch_state{state=\"paused_disk\"} 1")
                        .contains("lurewatch_alerts_open{kind=\"disk_low\"} 1");
                assertThat(crawl.captures()).isZero();
                assertThat(ask("status").out()).contains("alert    disk_low since");

                Files.writeString(file, settings + "storage: {disk_reserve: 1MB}\n");
                crawl.signal("HUP");
                crawl.until(() -> crawl.captures() == 3);
                crawl.until(() -> lines(told) == 2);
                assertThat(Files.readAllLines(told).getLast())
                        .contains("\"event\":\"recovered\",\"kind\":\"disk_low\"");
                assertThat(get(port, "/healthz")).startsWith("HTTP/1.1 200 ");
                assertThat(crawl.stop()).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    private static long lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String get(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + path
                                            + " HTTP/1.1\r\n"
                                            + "Host: localhost\r\n"
                                            + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aSecondOneIsRefusedAndTouchesNothing() throws Exception {
        try (PacedWeb web = new PacedWeb(1, 1)) {
            web.writeConfig(folder.resolve("config"), DELAY);
            try (CrawlProcess crawl = CrawlProcess.start(folder)) {
                crawl.until(() -> crawler().path("captured").asLong() == 2);
                Answer second = ask("crawl", "--once");
                assertThat(second.code()).isEqualTo(3);
                assertThat(second.err()).contains("data directory in use by pid " + crawl.pid());
                assertThat(crawler().path("pid").asLong()).isEqualTo(crawl.pid());
                assertThat(ask("doctor").out()).contains("pid " + crawl.pid());
            }
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
