package lurewatch.crawler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.CrawlProcess;
import lurewatch.crawler.Main;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The crawl command against every behaviour at once, each on an address of its own, among them one
/// honest site. Judged by the fetch log, as an operator would read it, and by who was connected to.
final class HostileWebIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The closed list of endings.
    private static final Set<String> OUTCOMES =
            Set.of(
                    "captured",
                    "unchanged",
                    "redirected",
                    "missing",
                    "denied",
                    "troubled",
                    "disallowed",
                    "refused",
                    "failed",
                    "robots");

    private static final int HONEST_PAGES = 60;
    private static final String HONEST = "127.10.200.1";

    private final Pauses pauses = new Pauses();
    private final Map<String, Behaviour> byAddress = new LinkedHashMap<>();

    @TempDir Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES) // a hang, not a busy machine
    void everyBehaviourCostsItselfAndNothingReachesInside() throws Exception {
        behaviours().forEach(this::settle);
        assertThat(byAddress).hasSizeGreaterThanOrEqualTo(200);
        try (pauses;
                HostileServer server = HostileServer.start(this::answer)) {
            writeConfig(server.port());
            crawl();
            List<JsonNode> log = log();
            judge(server.port(), log);
            assertThat(server.addresses())
                    .as("canaries")
                    .allMatch(address -> address.getHostAddress().startsWith("127.10."));
            honestSiteIsComplete(log);
        }
    }

    /// With the heap as shipped; a crawl that has none left does not survive.
    private void crawl() throws Exception {
        try (CrawlProcess crawl = CrawlProcess.startAsShipped(folder, "--once")) {
            assertThat(crawl.exitCode()).isZero();
        }
    }

    private Stream<Behaviour> behaviours() {
        return Stream.of(
                        Heads.all(pauses),
                        Bodies.all(pauses),
                        Codings.all(),
                        Markup.all(),
                        Moves.all(),
                        RobotsFiles.all(pauses),
                        Inward.all())
                .flatMap(List::stream);
    }

    private void settle(Behaviour behaviour) {
        int number = byAddress.size();
        byAddress.put("127.10." + number / 200 + "." + (number % 200 + 1), behaviour);
    }

    private void answer(Request request, OutputStream out) throws IOException {
        String address = request.at().getHostAddress();
        if (address.equals(HONEST)) {
            HostileServer.html(out, honest(request.path()));
            return;
        }
        Behaviour behaviour = byAddress.get(address);
        if (behaviour == null) {
            HostileServer.html(out, "a canary sang");
        } else {
            behaviour.handler().answer(request, out);
        }
    }

    private static String honest(String path) {
        if (!path.equals("/")) {
            return "<title>Ad</title><p>Cook wanted at " + path;
        }
        StringBuilder listing = new StringBuilder("<title>Jobs</title>");
        for (int i = 0; i < HONEST_PAGES; i++) {
            listing.append("<p><a href='/ad/").append(i).append("'>ad</a>");
        }
        return listing.toString();
    }

    /// The limits of time leave a busy machine room for those who answer at once: they are what it
    /// costs to wait for those who do not.
    private void writeConfig(int port) throws IOException {
        String names =
                Inward.NAMES.entrySet().stream()
                        .map(name -> name.getKey() + ": '" + name.getValue() + "'")
                        .collect(Collectors.joining(", "));
        String seeds =
                byAddress.keySet().stream()
                        .map(address -> "'http://" + address + ":" + port + "/'")
                        .collect(Collectors.joining(", "));
        String hosts =
                Stream.concat(byAddress.keySet().stream(), Inward.scope().stream())
                        .map(host -> "'" + host + "'")
                        .collect(Collectors.joining(", "));
        ConfigFiles.write(
                folder.resolve("config"),
                """
                identity: {user_agent: HostileWebTest, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.10.0.0/16], allow_ports: [%d], hosts: {%s}}
                limits: {body_wire: 2MB, body_decoded: 4MB, connect: 15s, first_byte: 15s, total: 30s, pages_per_host: 100}
                politeness: {factor: 0, minimum: 1ms, maximum: 1ms, ip_minimum: 0ms, crawl_delay_cap: 1ms, block_first: 1h}
                schedule: {retry: 1h}
                """
                        .formatted(port, names),
                Map.of(
                        "hostile",
                        "kind: job-board\nenabled: true\nseeds: [%s]\nscope: {hosts: [%s], depth: 3}\n"
                                .formatted(seeds, hosts),
                        "honest",
                        "kind: job-board\nenabled: true\nseeds: ['http://%s:%d/']\n"
                                .formatted(HONEST, port)));
    }

    private void judge(int port, List<JsonNode> log) {
        Map<String, List<JsonNode>> byUrl =
                log.stream().collect(Collectors.groupingBy(line -> line.path("url").asText()));
        SoftAssertions softly = new SoftAssertions();
        byAddress.forEach((address, behaviour) -> {
            List<JsonNode> ends =
                    byUrl.getOrDefault("http://" + address + ":" + port + "/", List.of());
            softly.assertThat(ends).as("endings of '%s'", behaviour.name()).isNotEmpty();
            if (!ends.isEmpty()) {
                JsonNode end = ends.getLast();
                softly.assertThat(end.path("outcome").asText())
                        .as("outcome of '%s': %s", behaviour.name(), end)
                        .matches(behaviour.outcome());
                softly.assertThat(end.path("detail").asText())
                        .as("detail of '%s': %s", behaviour.name(), end)
                        .containsPattern(behaviour.detail());
            }
        });
        softly.assertThat(log)
                .allSatisfy(line -> {
                    assertThat(OUTCOMES).contains(line.path("outcome").asText());
                    assertThat(line.path("detail").isTextual()).isTrue();
                    assertThat(line.path("bytes").isIntegralNumber()).isTrue();
                    assertThat(line.path("millis").isIntegralNumber()).isTrue();
                    assertThat(line.path("time").isTextual()).isTrue();
                });
        softly.assertAll();
    }

    private static void honestSiteIsComplete(List<JsonNode> log) {
        assertThat(log)
                .filteredOn(line -> line.path("site").asText().equals("honest"))
                .filteredOn(line -> line.path("outcome").asText().equals("captured"))
                .hasSize(HONEST_PAGES + 1);
    }

    private List<JsonNode> log() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run("fetchlog", "--format", "jsonl").lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /// Runs a command as the launcher would and gives its output.
    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all =
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--data=" + folder.resolve("data"),
                                        "--config=" + folder.resolve("config")))
                        .toArray(String[]::new);
        int code =
                Main.run(
                        all,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of());
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
