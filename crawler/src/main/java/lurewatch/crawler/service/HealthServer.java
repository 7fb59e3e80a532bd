package lurewatch.crawler.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.settings.Service;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.console.JsonLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Health and metrics for programs on this machine: two pages to be read, and nothing to be done.
///
/// It listens on loopback only, and answers nobody who calls it by another name: a page in a
/// browser on this machine may resolve its own name to us (DNS rebinding).
public final class HealthServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
    private static final int BACKLOG = 16;
    private static final int STOP_AT_ONCE = 0;
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    static {
        // Read once by the JDK's server when it is first used: seconds for a request, for its
        // answer, and how many may be connected.
        System.setProperty("sun.net.httpserver.maxReqTime", "5");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("jdk.httpserver.maxConnections", "32");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supplier<ServiceState> state;
    private final Supplier<List<SiteStatus>> sites;
    private final Supplier<Map<String, Long>> alerts;

    private HealthServer(
            HttpServer server,
            Supplier<ServiceState> state,
            Supplier<List<SiteStatus>> sites,
            Supplier<Map<String, Long>> alerts) {
        this.server = server;
        this.state = state;
        this.sites = sites;
        this.alerts = alerts;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// A server on that port; none where the port is 0, or cannot be had: watching sites matters
    /// more than being watched, so that is said and no reason to stop.
    ///
    /// @param alerts how many are open, by kind
    public static Optional<HealthServer> open(
            Service settings,
            Supplier<ServiceState> state,
            Supplier<List<SiteStatus>> sites,
            Supplier<Map<String, Long>> alerts) {
        if (settings.port() == 0) {
            return Optional.empty();
        }
        InetAddress address = InetAddress.ofLiteral(settings.address());
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(address, settings.port()), BACKLOG);
            return Optional.of(new HealthServer(server, state, sites, alerts));
        } catch (IOException e) {
            LOG.error(
                    "no health and metrics: cannot listen on {} port {}: {}",
                    settings.address(),
                    settings.port(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!isForUs(exchange)) {
                send(exchange, 421, PROMETHEUS, "this is no name of this server\n");
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, PROMETHEUS, "nothing can be done here, only read\n");
            } else {
                page(exchange);
            }
        } catch (RuntimeException e) {
            LOG.warn("a request of health or metrics breaks", e);
            throw e;
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/healthz" -> health(exchange);
            case "/metrics" ->
                    send(
                            exchange,
                            200,
                            PROMETHEUS,
                            Metrics.of(state.get(), sites.get(), alerts.get()));
            default -> send(exchange, 404, PROMETHEUS, "/healthz and /metrics are here\n");
        }
    }

    /// 200 while it crawls, 503 with the reason while it does not.
    private void health(HttpExchange exchange) throws IOException {
        ServiceState now = state.get();
        boolean crawls = now.progress().state() == Progress.State.CRAWLING;
        JsonLine body =
                JsonLine.versioned()
                        .put("state", LowerCase.of(now.progress().state().name()))
                        .put("since", now.since().toString())
                        .put("captured", now.progress().captured())
                        .put("alerts", alerts.get().values().stream().mapToLong(n -> n).sum());
        send(exchange, crawls ? 200 : 503, JSON, body + "\n");
    }

    private boolean isForUs(HttpExchange exchange) {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (hosts.size() != 1) {
            return false;
        }
        String host = LowerCase.of(hosts.getFirst());
        String port = ":" + server.getAddress().getPort();
        String name = host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
        String own = server.getAddress().getAddress().getHostAddress();
        return name.equals("localhost")
                || name.equals(own)
                || name.equals("[" + own + "]")
                || name.equals("[::1]");
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
        if (!bodiless) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(STOP_AT_ONCE);
        threads.close();
    }
}
