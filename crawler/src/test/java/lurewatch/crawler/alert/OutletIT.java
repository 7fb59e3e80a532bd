package lurewatch.crawler.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lurewatch.crawler.fetch.Webhook;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.Progress;
import lurewatch.crawler.service.ServiceState;
import lurewatch.crawler.settings.Alerts;
import lurewatch.crawler.settings.Service;
import lurewatch.crawler.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways to an operator, with real programs and a real server.
final class OutletIT {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder;

    private Path script(String body) throws IOException {
        Path script = folder.resolve("tell");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    @Test
    void aProgramGetsOneLineOnStandardInputAndNoShellReadsIt() throws Exception {
        Path told = folder.resolve("told");
        Path script = script("cat >> '" + told + "'; echo \"$1\" >> '" + told + "'; env | wc -l");
        try (CommandOutlet outlet =
                new CommandOutlet(List.of(script.toString(), "$(touch x)"), LONG)) {
            outlet.send("{\"what\":\"$(touch y)\"}");
        }
        assertThat(Files.readAllLines(told))
                .containsExactly("{\"what\":\"$(touch y)\"}", "$(touch x)");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aProgramThatFailsHangsOrIsNotThereIsNamed() throws Exception {
        try (CommandOutlet fails = new CommandOutlet(List.of(script("exit 3").toString()), LONG)) {
            assertThatThrownBy(() -> fails.send("{}")).hasMessageContaining("exit code 3");
        }
        try (CommandOutlet hangs =
                new CommandOutlet(List.of(script("sleep 60").toString()), Duration.ofMillis(200))) {
            assertThatThrownBy(() -> hangs.send("{}")).hasMessageContaining("did not end within");
        }
        try (CommandOutlet none = new CommandOutlet(List.of("/no/such/program"), LONG)) {
            assertThatThrownBy(() -> none.send("{}")).isInstanceOf(IOException.class);
        }
    }

    private static Settings settings(List<String> allowed) {
        Settings usual = Settings.DEFAULTS;
        Alerts alerts = Alerts.DEFAULTS;
        return new Settings(
                usual.identity(),
                usual.net(),
                usual.limits(),
                usual.politeness(),
                usual.schedule(),
                usual.discovery(),
                usual.storage(),
                new Alerts(
                        List.of(),
                        Optional.empty(),
                        allowed,
                        alerts.silentAfter(),
                        alerts.emptyPages(),
                        alerts.blockedAfter(),
                        alerts.stalledAfter(),
                        alerts.perHour()),
                Service.DEFAULTS,
                Settings.DEFAULTS.render(),
                Settings.DEFAULTS.secondLooks());
    }

    @Test
    void aWebhookGetsAPostAndIsGuardedLikeAnyAddress() throws Exception {
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        AtomicReference<String> answer = new AtomicReference<>("HTTP/1.1 204 No Content\r\n\r\n");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> serve(server, requests, answer));
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/hook?desk=1";
            try (Webhook guarded = new Webhook(settings(List.of()), url)) {
                assertThatThrownBy(() -> guarded.post("{}"))
                        .hasMessageContaining("which is not public")
                        .hasMessageContaining("alerts.allow_cidr");
            }
            assertThat(requests).isEmpty();
            try (Webhook webhook = new Webhook(settings(List.of("127.0.0.0/8")), url)) {
                webhook.post("{\"event\":\"raised\"}");
                assertThat(requests.poll(20, TimeUnit.SECONDS))
                        .startsWith("POST /hook?desk=1 HTTP/1.1\r\n")
                        .containsIgnoringCase("content-type: application/json")
                        .contains("Host: 127.0.0.1:" + server.getLocalPort())
                        .endsWith("{\"event\":\"raised\"}");
                answer.set("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
                assertThatThrownBy(() -> webhook.post("{}")).hasMessageContaining("answered 302");
            }
        }
        assertThat(requests).hasSize(1);
    }

    private static void serve(
            ServerSocket server, BlockingQueue<String> requests, AtomicReference<String> answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] buffer = new byte[8192];
                StringBuilder request = new StringBuilder();
                while (!request.toString().endsWith("}")) {
                    int read = socket.getInputStream().read(buffer);
                    request.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                }
                requests.add(request.toString());
                OutputStream out = socket.getOutputStream();
                out.write(answer.get().getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException _) {
                return; // the test has closed it
            }
        }
    }

    @Test
    void aDeskTellsOfAFullDiskAndThatItIsOver() throws Exception {
        AtomicReference<Progress.State> doing = new AtomicReference<>(Progress.State.CRAWLING);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        AtomicInteger refusals = new AtomicInteger(1);
        Outlet flaky =
                new Outlet() {
                    @Override
                    public void send(String json) throws IOException {
                        if (refusals.getAndDecrement() > 0) {
                            throw new IOException("nobody is there");
                        }
                        told.add(json);
                    }

                    @Override
                    public void close() {
                        // nothing is held
                    }
                };
        try (AlertDesk desk = desk(doing, flaky)) {
            desk.look();
            doing.set(Progress.State.PAUSED_DISK);
            desk.look();
            desk.look();
            assertThat(told.poll(20, TimeUnit.SECONDS))
                    .contains("\"event\":\"raised\",\"kind\":\"disk_low\"");
            assertThat(desk.open()).extracting(Alert::kind).containsExactly(Kind.DISK_LOW);
            assertThat(new AlertFile(folder).open()).hasSize(1);
        }
        try (AlertDesk next = desk(doing, flaky)) {
            next.look();
            doing.set(Progress.State.CRAWLING);
            next.look();
            assertThat(told.poll(20, TimeUnit.SECONDS))
                    .contains("\"event\":\"recovered\",\"kind\":\"disk_low\"");
            doing.set(Progress.State.FAILED);
        }
        assertThat(told.poll(20, TimeUnit.SECONDS)).contains("crawler_failed");
        assertThat(told).isEmpty();
    }

    /// What breaks in a way that nobody thought of costs itself: alerts are needed most then.
    @Test
    void anOutletOrALookThatBreaksEndsNoThread() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        AtomicInteger faults = new AtomicInteger(1);
        Outlet faulty =
                new Outlet() {
                    @Override
                    public void send(String json) {
                        if (faults.getAndDecrement() > 0) {
                            throw new IllegalStateException("a client that was closed");
                        }
                        told.add(json);
                    }

                    @Override
                    public void close() {
                        // nothing is held
                    }
                };
        AtomicInteger looks = new AtomicInteger();
        Supplier<ServiceState> state =
                () -> {
                    if (looks.getAndIncrement() == 1) {
                        throw new IllegalStateException("the first glance fails");
                    }
                    return state(Progress.State.PAUSED_DISK);
                };
        try (AlertDesk desk = desk(state, faulty)) {
            desk.start();
            assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull().contains("disk_low");
        }
    }

    private static ServiceState state(Progress.State doing) {
        Progress progress = new Progress(0, 0, 0, 0, 0, 0, 0, Duration.ZERO, doing);
        return new ServiceState(1, NOW, NOW, progress, OptionalLong.of(100), Optional.empty());
    }

    private AlertDesk desk(AtomicReference<Progress.State> doing, Outlet outlet) {
        return desk(() -> state(doing.get()), outlet);
    }

    private AlertDesk desk(Supplier<ServiceState> state, Outlet outlet) {
        return new AlertDesk(
                folder,
                Alerts.DEFAULTS,
                state,
                () -> List.<SiteStatus>of(),
                Map.<String, String>of().keySet(),
                new Teller(List.of(outlet), List.of(Duration.ofMillis(10))));
    }
}
