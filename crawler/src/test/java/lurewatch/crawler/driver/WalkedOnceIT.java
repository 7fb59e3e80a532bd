package lurewatch.crawler.driver;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.Main;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A channel of twenty messages a page, each page named by the oldest message of the one before.
final class WalkedOnceIT {
    private static final Duration HUB = Duration.ofMillis(1);

    @TempDir Path folder;

    private volatile int newest = 100;

    /// One new message moves all pages: a run that began anew would ask for each of them.
    @Test
    void aRunBeginsWhereTheLastOneEnded() throws Exception {
        try (HostileServer server = HostileServer.start(this::answer)) {
            ConfigFiles.write(
                    folder.resolve("config"),
                    """
                    identity: {user_agent: WalkTest, contact: 'mailto:test@example.org'}
                    net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                    politeness: {factor: 0, minimum: 5ms, maximum: 5ms, ip_minimum: 5ms}
                    schedule: {hub: %dms, revisit: {shortest: %2$dms}}
                    """
                            .formatted(server.port(), HUB.toMillis()),
                    Map.of(
                            "channel",
                            "kind: channel\nenabled: true\nseeds: ['http://127.9.3.1:%d/s/jobs']\n"
                                    .formatted(server.port())));
            assertThat(crawl()).isZero();
            assertThat(pages(server)).contains("81", "61", "41", "21");

            newest = 101;
            assertThat(crawl()).isZero();
            assertThat(pages(server))
                    .as("pages named by messages that were the oldest of none before")
                    .contains("82")
                    .doesNotContain("62", "42", "22");

            newest = 145;
            assertThat(crawl()).isZero();
            assertThat(pages(server))
                    .as("as far as it is new")
                    .contains("126", "106", "86")
                    .doesNotContain("66", "46", "26");
        }
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

    private static List<String> pages(HostileServer server) {
        return server.hits().stream()
                .map(HostileServer.Hit::path)
                .filter(path -> path.contains("before="))
                .map(path -> path.substring(path.indexOf('=') + 1))
                .toList();
    }

    private void answer(Request request, OutputStream out) throws IOException {
        if (!request.path().startsWith("/s/jobs")) {
            notFound(out);
            return;
        }
        int before = request.path().indexOf("before=");
        int top = before < 0 ? newest : Integer.parseInt(request.path().substring(before + 7)) - 1;
        int oldest = Math.max(1, top - 19);
        String messages =
                IntStream.rangeClosed(oldest, top)
                        .mapToObj(
                                """
                                <div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="jobs/%1$d">
                                <div class="tgme_widget_message_text">Customer service wanted, number %1$d</div></div></div>
                                """
                                        ::formatted)
                        .collect(Collectors.joining());
        String more =
                oldest == 1
                        ? ""
                        : "<a href='?before=%d' class=tme_messages_more></a>".formatted(oldest);
        html(
                out,
                "<body class=tgme_webpreview><section class=tgme_channel_history>"
                        + more
                        + messages
                        + "</section>");
    }
}
