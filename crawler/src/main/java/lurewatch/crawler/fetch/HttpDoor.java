package lurewatch.crawler.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
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
import lurewatch.crawler.fetch.Deadlines.Deadline;
import lurewatch.crawler.settings.Limits;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.archive.Exchange;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;

/// One request to one permitted address, with an end to everything: connecting, the head, the
/// body's bytes, its speed, and the time of all together.
///
/// HttpClient does the protocol; it neither resolves names, follows redirects, keeps cookies,
/// decodes content nor tries again. A request brings the cookies that it is given, and no others.
final class HttpDoor implements Closeable {
    private static final Duration STEADY_AGAIN = Duration.ofHours(6);

    private final Limits limits;
    private final Agents agents;
    private final InstantSource clock;
    private final CloseableHttpClient client;

    /// Servers that gave a connection up when they were asked on it once more.
    private final Cache<String, Boolean> unsteady =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STEADY_AGAIN).build();

    private final CertificateChecks certificates = new CertificateChecks();
    private final Deadlines deadlines = new Deadlines();
    private final Set<HttpGet> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    HttpDoor(Limits limits, Agents agents, InstantSource clock) {
        this.limits = limits;
        this.agents = agents;
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
            return switch (e.getCause()) {
                // Nothing was sent, or nothing came, and that connection is closed: a GET may be
                // asked once more (RFC 9110, 9.2.2).
                case CleanConnections.UnaskedBytes _ -> get(ask, address);
                case CleanConnections.GivenUp _ when e.kind() == FailureKind.RESET -> {
                    // It may have heard the request, and then hears it twice in a row: once, and
                    // from now on each of its connections serves one request.
                    unsteady.put(ask.asked().origin(), true);
                    yield get(ask, address);
                }
                case null, default -> throw e;
            };
        }
    }

    private FetchedExchange get(Ask ask, InetAddress address)
            throws FetchFailedException, AbortedException {
        HttpGet request = request(ask);
        running.add(request);
        Duration untilHead = limits.connect().plus(limits.firstByte());
        try (Deadline total = deadlines.in(limits.total(), request::abort);
                Deadline head = deadlines.in(untilHead, request::abort)) {
            if (stopped) {
                throw new AbortedException();
            }
            try {
                return exchange(ask, address, request, total, head);
            } catch (IOException | HttpException | RuntimeException e) {
                // Unchecked: HttpClient complains so when a request is cut at certain moments, and
                // nobody knows all that a hostile answer can make it do.
                if (stopped) {
                    throw new AbortedException();
                }
                throw new Failures(limits, total, head).of(e);
            }
        } finally {
            running.remove(request);
        }
    }

    private FetchedExchange exchange(
            Ask ask, InetAddress address, HttpGet request, Deadline total, Deadline head)
            throws IOException, HttpException, FetchFailedException, AbortedException {
        Instant at = clock.instant();
        HttpClientContext context = HttpClientContext.create();
        HttpHost target =
                new HttpHost(ask.asked().scheme(), address, ask.asked().host(), ask.asked().port());
        ClassicHttpResponse response = client.executeOpen(target, request, context);
        try {
            head.close();
            int status = response.getCode();
            if (status < 100 || status > 599) {
                request.abort();
                throw new FetchFailedException(
                        FailureKind.BAD_STATUS,
                        new LimitHit("status", "100 to 599", Integer.toString(status)).toString());
            }
            EndpointDetails wire = context.getEndpointDetails();
            Body body =
                    body(
                            response,
                            new BodyReader(
                                    limits,
                                    ask.mostBytes(),
                                    ask.place(),
                                    total,
                                    request::abort,
                                    wire::getReceivedBytesCount));
            if (stopped && body.cut().isPresent()) {
                throw new AbortedException();
            }
            Exchange exchange =
                    new Exchange(
                            ask.site(),
                            ask.otherAgent().isPresent()
                                    ? SecondLookAddress.at(ask.url().toString())
                                    : ask.url().toString(),
                            at,
                            address.getHostAddress(),
                            head(context.getRequest()),
                            status,
                            Optional.ofNullable(response.getReasonPhrase()).orElse(""),
                            headers(response),
                            body.bytes(),
                            body.cut().map(Body.Cut::reason),
                            ask.otherAgent().isPresent() ? Provenance.COMPARED : Provenance.CRAWLED,
                            metadata(response, context, ask.asked().host()));
            return new FetchedExchange(exchange, total.spent(), body.cut());
        } finally {
            // Closing a connection that was cut complains; all that matters was read.
            Closer.closeQuietly(response);
        }
    }

    private Body body(ClassicHttpResponse response, BodyReader reader) throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? Body.NONE : reader.read(entity);
    }

    private HttpGet request(Ask ask) {
        HttpGet request = new HttpGet("/");
        request.setScheme(ask.asked().scheme());
        request.setAuthority(new URIAuthority(ask.asked().host(), ask.asked().writtenPort()));
        request.setPath(ask.asked().path());
        request.setHeader("User-Agent", ask.otherAgent().orElseGet(() -> agents.of(ask.site())));
        request.setHeader(
                "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
        request.setHeader("Accept-Encoding", "gzip");
        if (unsteady.getIfPresent(ask.asked().origin()) != null) {
            request.setHeader("Connection", "close");
        }
        ask.validators().etag().ifPresent(tag -> request.setHeader("If-None-Match", tag));
        ask.validators()
                .lastModified()
                .ifPresent(time -> request.setHeader("If-Modified-Since", time));
        ask.cookies().header(ask.asked()).ifPresent(told -> request.setHeader("Cookie", told));
        return request;
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
                .ifPresent(session -> metadata.putAll(certificates.of(session, host)));
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
