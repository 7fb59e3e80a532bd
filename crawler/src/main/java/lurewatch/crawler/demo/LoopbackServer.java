package lurewatch.crawler.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Just enough of HTTP/1.1 to be crawled: GET and HEAD, kept-alive connections, a virtual thread
/// each.
///
/// The JDK's own server sends head and body in two packets, which costs 40 ms per kept-alive
/// request on Linux; one write of both does not.
final class LoopbackServer implements Closeable {
    /// Answers requests; called by many threads.
    interface Handler {
        WireAnswer answer(Request request);

        /// The answer has been written.
        void answered(Request request, WireAnswer answer);
    }

    /// A request as read; header names are in lower case.
    record Request(String method, String target, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /// The name that the client thinks it speaks to, without the port.
        String host() {
            return header("host").split(":", 2)[0].toLowerCase(Locale.ROOT);
        }

        boolean hasNoBody() {
            return method.equals("GET") || method.equals("HEAD");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    private static final int MAX_HEAD = 16 * 1024;
    private static final int IDLE_MILLIS = 30_000;

    private final Handler handler;
    private final List<ServerSocket> listening = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LoopbackServer(Handler handler) {
        this.handler = handler;
    }

    /// Listens at `address` too, and says at which port (any free one for 0).
    int listen(InetAddress address, int port) throws IOException {
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException("not a loopback address: " + address);
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(address, port), 256);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        listening.add(socket);
        threads.execute(() -> acceptAll(socket));
        return socket.getLocalPort();
    }

    private void acceptAll(ServerSocket socket) {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                LOG.warn("no longer listening at {}: {}", socket, e.toString());
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(IDLE_MILLIS);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                Request request = parsed(head);
                WireAnswer answer = handler.answer(request);
                connection.getOutputStream().write(answer.bytes());
                handler.answered(request, answer);
                if (request.header("connection").equalsIgnoreCase("close")
                        || !request.hasNoBody()) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.trace("connection ended: {}", e.toString());
        } finally {
            open.remove(connection);
        }
    }

    /// Everything up to the empty line; empty where the client hung up first.
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (head.size() > MAX_HEAD) {
                throw new IOException("request head over " + MAX_HEAD + " bytes");
            }
            if (b == '\n' && endsHead(head)) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static boolean endsHead(ByteArrayOutputStream head) {
        if (head.size() < 4) {
            return false;
        }
        byte[] bytes = head.toByteArray();
        int n = bytes.length;
        return bytes[n - 2] == '\r' && bytes[n - 3] == '\n' && bytes[n - 4] == '\r';
    }

    private static Request parsed(String head) throws IOException {
        List<String> lines = head.lines().toList();
        String[] first = lines.getFirst().split(" ", 3);
        if (first.length != 3 || !first[1].startsWith("/")) {
            throw new IOException("not a request line: " + lines.getFirst());
        }
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Request(first[0], first[1], Map.copyOf(headers));
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : listening) {
            socket.close();
        }
        for (Socket connection : open) {
            connection.close();
        }
        threads.close();
    }
}
