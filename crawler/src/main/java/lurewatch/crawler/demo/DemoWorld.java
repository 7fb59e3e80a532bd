package lurewatch.crawler.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// The demo world, up and serving until closed.
///
/// Each site has a name below `.test` and, where the system allows it, a loopback address of its
/// own; all share one port. Nothing resolves the names except the configuration that [#writeConfig]
/// writes: `net.hosts` there maps them, as an operator's hosts file would.
public final class DemoWorld implements Closeable {
    /// Where the world is found unless something else holds the port: with it, addresses,
    /// identifiers and so the output of the demo are the same on every machine.
    public static final int USUAL_PORT = 18480;

    /// The host of the trap.
    public static final String TRAP_HOST = TrapSite.HOST;

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final AtomicLong forbidden = new AtomicLong();
    private final AtomicLong trapped = new AtomicLong();
    private final LoopbackServer server = new LoopbackServer(new Answers());

    /// Replaced once, when the port is known, under the eyes of connections already open.
    private volatile Map<String, DemoSite> sites = Map.of();

    private int port;

    private DemoWorld() {}

    /// Starts a world whose pages are dated back from `base`, at the usual port.
    public static DemoWorld start(Instant base) throws IOException {
        return start(base, USUAL_PORT);
    }

    /// Starts a world whose pages are dated back from `base`.
    ///
    /// @param wanted the port, unless something else holds it; 0 for any that is free
    public static DemoWorld start(Instant base, int wanted) throws IOException {
        DemoWorld world = new DemoWorld();
        try {
            world.listen(base, wanted);
            return world;
        } catch (IOException e) {
            world.close();
            throw e;
        }
    }

    private void listen(Instant base, int wanted) throws IOException {
        port = listenAtOrFreePort(wanted);
        Map<String, DemoSite> byHost = new LinkedHashMap<>();
        for (DemoSite site : DemoSites.all(DemoTexts.load(), base, port)) {
            byHost.put(site.host(), site);
            addresses.put(site.host(), ownAddress(byHost.size()));
        }
        sites = byHost;
    }

    private int listenAtOrFreePort(int wanted) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        try {
            return server.listen(loopback, wanted);
        } catch (IOException taken) {
            return server.listen(loopback, 0);
        }
    }

    /// Linux answers at all of 127.0.0.0/8; elsewhere a site shares 127.0.0.1 with the others.
    private String ownAddress(int last) {
        String own = "127.84.80." + last;
        try {
            server.listen(InetAddress.ofLiteral(own), port);
            return own;
        } catch (IOException unavailable) {
            return "127.0.0.1";
        }
    }

    public int port() {
        return port;
    }

    /// The address of each host name.
    public Map<String, String> hosts() {
        return Map.copyOf(addresses);
    }

    /// Requests answered for what robots.txt forbids. Anything but 0 is a fault of the crawler.
    public long forbiddenRequests() {
        return forbidden.get();
    }

    /// Requests answered by the trap, robots.txt aside.
    public long trapRequests() {
        return trapped.get();
    }

    private boolean isForbidden(LoopbackServer.Request request) {
        DemoSite site = sites.get(request.host());
        return site != null && site.forbidden().stream().anyMatch(request.target()::startsWith);
    }

    /// Writes `lurewatch.yaml` and `sites/NAME.yaml` for this world into `folder`, replacing those
    /// there.
    public void writeConfig(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sites"));
        write(folder, "lurewatch.yaml");
        for (DemoSite site : sites.values()) {
            write(folder, "sites/" + nameOf(site.host()) + ".yaml");
        }
    }

    /// `harbour-jobs` for `harbour-jobs.test`: what its site file is called.
    private static String nameOf(String host) {
        return host.substring(0, host.length() - ".test".length());
    }

    private void write(Path folder, String name) throws IOException {
        try (InputStream in = DemoTexts.resource("config/" + name)) {
            String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String hosts =
                    addresses.entrySet().stream()
                            .map(e -> "    " + e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining("\n"));
            Files.writeString(
                    folder.resolve(name),
                    template.replace("    @HOSTS@", hosts)
                            .replace("@PORT@", Integer.toString(port)));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /// Asks the site that the request names, and counts.
    private final class Answers implements LoopbackServer.Handler {
        @Override
        public WireAnswer answer(LoopbackServer.Request request) {
            return WireAnswer.to(request, reply(request));
        }

        @Override
        public void answered(LoopbackServer.Request request, WireAnswer answer) {
            if (isForbidden(request)) {
                forbidden.incrementAndGet();
            }
            if (request.host().equals(TRAP_HOST) && !request.target().equals("/robots.txt")) {
                trapped.incrementAndGet();
            }
        }
    }

    private Reply reply(LoopbackServer.Request request) {
        DemoSite site = sites.get(request.host());
        if (site == null) {
            return Reply.failure(421, "no such host here\n");
        }
        if (!request.hasNoBody()) {
            return Reply.failure(405, "only GET and HEAD\n");
        }
        if (request.target().equals("/robots.txt")) {
            return Reply.of("text/plain; charset=utf-8", site.robots());
        }
        return site.answer(request.target());
    }
}
