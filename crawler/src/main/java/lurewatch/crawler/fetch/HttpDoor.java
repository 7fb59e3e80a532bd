package lurewatch.crawler.fetch;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import lurewatch.crawler.fetch.Deadlines.Deadline;
import lurewatch.crawler.settings.Identity;
import lurewatch.crawler.settings.Limits;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;

/// One request to one permitted address, with an end to everything: connecting, the head, the
/// body's bytes, its speed, and the time of all together.
///
/// HttpClient does the protocol; it neither resolves names, follows redirects, keeps cookies,
/// decodes content nor tries again.
final class HttpDoor implements Closeable {
    /// A body's speed is judged after this time; slow starts are common and innocent.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int CHUNK = 16_384;
    private static final int MOST_PROMISED = 256 * 1024;

    private final Limits limits;
    private final Identity identity;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final TlsVerdicts verdicts = new TlsVerdicts();
    private final Deadlines deadlines = new Deadlines();
    private final Set<HttpGet> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    HttpDoor(Limits limits, Identity identity, InstantSource clock) {
        this.limits = limits;
        this.identity = identity;
        this.clock = clock;
        this.client = HttpClients.of(limits);
    }

    /// The answer, whatever its status.
    FetchedExchange get(Ask ask) throws FetchFailedException, AbortedException {
        FetchFailedException unreachable = null;
        for (InetAddress address : ask.addresses()) {
            try {
                return fresh(ask, address);
            } catch (FetchFailedException e) {
                if (e.kind() != FailureKind.NO_CONNECTION) {
                    throw e;
                }
                unreachable = e;
            }
        }
        if (unreachable == null) {
            throw new IllegalArgumentException("no address to ask at: " + ask.url());
        }
        throw unreachable;
    }

    private FetchedExchange fresh(Ask ask, InetAddress address)
            throws FetchFailedException, AbortedException {
        try {
            return get(ask, address);
        } catch (FetchFailedException e) {
            if (e.getCause() instanceof CleanConnections.UnaskedBytes) {
                return get(ask, address); // nothing was sent, and that connection is closed
            }
            throw e;
        }
    }

    private FetchedExchange get(Ask ask, InetAddress address)
            throws FetchFailedException, AbortedException {
        HttpGet request = request(ask);
        running.add(request);
        try (Deadline total = deadlines.in(limits.total(), request::abort);
                Deadline head =
                        deadlines.in(limits.connect().plus(limits.firstByte()), request::abort)) {
            if (stopped) {
                throw new AbortedException();
            }
            return exchange(ask, address, request, total, head);
        } catch (IOException | HttpException | RuntimeException e) {
            // Unchecked: HttpClient complains so when a request is cut at certain moments, and
            // nobody
            // knows all that a hostile answer can make it do.
            if (stopped) {
                throw new AbortedException();
            }
            throw failed(e, request.isAborted());
        } finally {
            running.remove(request);
        }
    }

    private FetchedExchange exchange(
            Ask ask, InetAddress address, HttpGet request, Deadline total, Deadline head)
            throws IOException, HttpException, FetchFailedException, AbortedException {
        Instant at = clock.instant();
        long began = System.nanoTime();
        HttpClientContext context = HttpClientContext.create();
        HttpHost target =
                new HttpHost(ask.url().scheme(), address, ask.url().host(), ask.url().port());
        ClassicHttpResponse response = client.executeOpen(target, request, context);
        try {
            head.close();
            int status = response.getCode();
            if (status < 100 || status > 599) {
                request.abort();
                throw new FetchFailedException(FailureKind.BAD_STATUS, "status " + status);
            }
            Body body = body(response.getEntity(), request, ask.mostBytes(), total);
            if (stopped && body.truncated().isPresent()) {
                throw new AbortedException();
            }
            Exchange exchange =
                    new Exchange(
                            ask.site(),
                            ask.url().toString(),
                            at,
                            address.getHostAddress(),
                            head(context.getRequest()),
                            status,
                            Optional.ofNullable(response.getReasonPhrase()).orElse(""),
                            headers(response),
                            body.bytes(),
                            body.truncated(),
                            Provenance.CRAWLED,
                            metadata(response, context, ask.url().host()));
            return new FetchedExchange(exchange, Duration.ofNanos(System.nanoTime() - began));
        } finally {
            // Closing a connection that was cut complains; all that matters was read.
            Closer.closeQuietly(response);
        }
    }

    /// Reads up to the limit. A body that is cut, by whomever, is still evidence: it is kept as far
    /// as it came, and its socket is closed at once, so that nobody drains it.
    private Body body(HttpEntity entity, HttpGet request, long most, Deadline total)
            throws IOException {
        if (entity == null) {
            return Body.NONE;
        }
        // What the server promises is believed as far as it costs nothing to be lied to.
        long promised = Math.min(Math.min(entity.getContentLength(), most), MOST_PROMISED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.max(CHUNK, promised));
        byte[] chunk = new byte[CHUNK];
        long began = System.nanoTime();
        InputStream in = entity.getContent();
        try {
            while (true) {
                long room = most - bytes.size();
                // One byte more than there is room for tells a full body from one that is too long.
                int read = in.read(chunk, 0, (int) Math.min(CHUNK, room + 1));
                if (read < 0) {
                    return new Body(bytes.toByteArray(), Optional.empty());
                }
                bytes.write(chunk, 0, (int) Math.min(read, room));
                if (read > room) {
                    return cut(bytes, request, "length");
                }
                if (isTooSlow(bytes.size(), System.nanoTime() - began)) {
                    return cut(bytes, request, "time");
                }
            }
        } catch (SocketTimeoutException _) {
            return cut(bytes, request, "time");
        } catch (IOException _) {
            return cut(bytes, request, total.hasPassed() ? "time" : "disconnect");
        }
    }

    private static Body cut(ByteArrayOutputStream bytes, HttpGet request, String why) {
        request.abort();
        return new Body(bytes.toByteArray(), Optional.of(why));
    }

    private boolean isTooSlow(long bytes, long nanos) {
        return nanos > GRACE.toNanos()
                && bytes * 1e9 / nanos < limits.minimumRatePerSecond().bytes();
    }

    private HttpGet request(Ask ask) {
        HttpGet request = new HttpGet("/");
        request.setScheme(ask.url().scheme());
        request.setAuthority(new URIAuthority(ask.url().host(), ask.url().writtenPort()));
        request.setPath(ask.url().path());
        request.setHeader("User-Agent", identity.header());
        request.setHeader(
                "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
        request.setHeader("Accept-Encoding", "gzip");
        ask.validators().etag().ifPresent(tag -> request.setHeader("If-None-Match", tag));
        ask.validators()
                .lastModified()
                .ifPresent(time -> request.setHeader("If-Modified-Since", time));
        return request;
    }

    private static FetchFailedException failed(Exception e, boolean deadline) {
        FailureKind kind =
                switch (e) {
                    case ConnectTimeoutException _ -> FailureKind.NO_CONNECTION;
                    case HttpHostConnectException _ -> FailureKind.NO_CONNECTION;
                    case MessageConstraintException _ -> FailureKind.BAD_HEADERS;
                    case SocketTimeoutException _ -> FailureKind.TIMEOUT;
                    case Exception _ when deadline -> FailureKind.TIMEOUT;
                    case SSLException _ -> FailureKind.TLS;
                    case java.net.ConnectException _ -> FailureKind.NO_CONNECTION;
                    case java.net.NoRouteToHostException _ -> FailureKind.NO_CONNECTION;
                    case HttpException _ -> FailureKind.BAD_PROTOCOL;
                    case RuntimeException _ -> FailureKind.INTERNAL;
                    case org.apache.hc.client5.http.ClientProtocolException _ ->
                            FailureKind.BAD_PROTOCOL;
                    default -> FailureKind.RESET;
                };
        Throwable cause = e.getCause();
        boolean headers = cause instanceof MessageConstraintException;
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new FetchFailedException(headers ? FailureKind.BAD_HEADERS : kind, message, e);
    }

    private static byte[] head(HttpRequest sent) {
        StringBuilder head = new StringBuilder();
        head.append(sent.getMethod()).append(' ').append(sent.getPath()).append(" HTTP/1.1\r\n");
        for (org.apache.hc.core5.http.Header header : sent.getHeaders()) {
            head.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Header> headers(ClassicHttpResponse response) {
        return Stream.of(response.getHeaders())
                .map(header ->
                        new Header(
                                header.getName(),
                                Optional.ofNullable(header.getValue()).orElse("")))
                .toList();
    }

    private Map<String, String> metadata(
            ClassicHttpResponse response, HttpClientContext context, String host) {
        Map<String, String> metadata = new HashMap<>();
        Optional.ofNullable(response.getVersion())
                .ifPresent(version -> metadata.put("http-version", version.format()));
        Optional.ofNullable(context.getSSLSession())
                .ifPresent(session -> metadata.putAll(verdicts.of(session, host)));
        return metadata;
    }

    /// Closes the sockets of all running requests; later ones end at once.
    void abortAll() {
        stopped = true;
        running.forEach(HttpGet::abort);
    }

    int running() {
        return running.size();
    }

    @Override
    public void close() {
        abortAll();
        deadlines.close();
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
