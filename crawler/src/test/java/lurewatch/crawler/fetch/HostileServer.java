package lurewatch.crawler.fetch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.crawler.RequestHead;

/// A web server of raw bytes on the loopback addresses. Its log of what it was asked, and when, is
/// what tests judge by.
public final class HostileServer implements Closeable {
    private final ServerSocket listener;
    private final Handler handler;
    private final Queue<Hit> hits = new ConcurrentLinkedQueue<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<InetAddress> addresses = ConcurrentHashMap.newKeySet();

    private HostileServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
    }

    public static HostileServer start(Handler handler) {
        try {
            // All of 127.0.0.0/8; whatever comes from elsewhere is turned away below.
            HostileServer server = new HostileServer(new ServerSocket(0, 4096), handler);
            Thread.ofVirtual().start(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// `http://127.0.0.1:PORT` and this path.
    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    List<Hit> hits(String path) {
        return hits.stream().filter(hit -> hit.path().equals(path)).toList();
    }

    /// All hits but those for robots.txt.
    List<Hit> pageHits() {
        return hits.stream().filter(hit -> !hit.path().equals("/robots.txt")).toList();
    }

    /// The addresses at which anybody connected, whatever he said then.
    public Set<InetAddress> addresses() {
        return Set.copyOf(addresses);
    }

    int connections() {
        return connections.get();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                addresses.add(socket.getLocalAddress());
                if (socket.getLocalAddress().isLoopbackAddress()) {
                    Thread.ofVirtual().start(() -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        sockets.add(socket);
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                List<String> head = RequestHead.read(in);
                if (head.isEmpty()) {
                    return;
                }
                answer(head, socket, out);
            }
        } catch (IOException _) {
            // the crawler hung up, or the handler wants the connection closed
        } finally {
            sockets.remove(socket);
        }
    }

    private void answer(List<String> head, Socket socket, OutputStream out) throws IOException {
        long began = System.nanoTime();
        String[] line = head.getFirst().split(" ", 3);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : head.subList(1, head.size())) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        String host = headers.getOrDefault("Host", "").toLowerCase(Locale.ROOT);
        Request request =
                new Request(line[0], line[1], host, headers, socket.getLocalAddress(), socket);
        try {
            handler.answer(request, out);
            out.flush();
        } finally {
            hits.add(new Hit(request, began, System.nanoTime()));
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers one request with whatever bytes it likes; an exception closes the connection.
    @FunctionalInterface
    public interface Handler {
        void answer(Request request, OutputStream out) throws IOException;
    }

    public record Request(
            String method,
            String path,
            String host,
            Map<String, String> headers,
            InetAddress at,
            Socket socket) {}

    /// A request and the steady times of its arrival and of its answer's end.
    public record Hit(Request request, long began, long ended) {
        public String path() {
            return request.path();
        }
    }

    public static void send(OutputStream out, String status, String headers, byte[] body)
            throws IOException {
        String head =
                "HTTP/1.1 "
                        + status
                        + "\r\n"
                        + headers
                        + "Content-Length: "
                        + body.length
                        + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
    }

    public static void html(OutputStream out, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        send(out, "200 OK", "Content-Type: text/html; charset=utf-8\r\n", bytes);
    }

    public static void notFound(OutputStream out) throws IOException {
        send(out, "404 Not Found", "", new byte[0]);
    }

    public static void redirect(OutputStream out, String target) throws IOException {
        send(out, "302 Found", "Location: " + target + "\r\n", new byte[0]);
    }

    public static void raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
